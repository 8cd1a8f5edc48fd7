import { readFileSync } from 'node:fs';

/** The application of the benches. */
export const botId = '900000000000000001';
const firstId = 1_000_000_000_000_000_000n;
/** So many people ask in turn: nobody is slowed for asking too much. */
const people = 5000;

interface Option {
  readonly name: string;
  readonly type: number;
  readonly value?: string;
  readonly options?: readonly Option[];
}

const call = (name: string, ...options: Option[]) => ({ name, options });
const text = (name: string, value: string): Option => ({ name, type: 3, value });

const { questions } = JSON.parse(readFileSync('test/knowledge/ask/questions.json', 'utf8')) as {
  questions: { question: string }[];
};
const actors = [
  'Noor Wali Mehsud',
  'khurasani',
  'Mujahid',
  'haqani network',
  'Imran Khan',
  'ISI',
  'Bajwa',
  'Fawad',
];
const firstDay = Date.parse('2021-10-01');

const golden = (Math.sqrt(5) - 1) / 2;

/** The nth choice among so many: a few are made often, most seldom (Zipf's law), the same in each run. */
function popular(n: number, count: number): number {
  return Math.floor(count ** ((n * golden) % 1)) - 1;
}

const asked = (n: number) => call('ask', text('question', questions[popular(n, questions.length)]!.question));

type Calls = readonly ((round: number) => ReturnType<typeof call>)[];

/** A status today and on some day, an actor, all truces, help. */
const fixedCalls: Calls = [
  () => call('ceasefire', { name: 'status', type: 1, options: [] }),
  (round) => call('actor', text('name', actors[round % actors.length]!)),
  (round) =>
    call('ceasefire', { name: 'status', type: 1, options: [text('on', dayAfter(popular(round, 500)))] }),
  () => call('ceasefire', { name: 'history', type: 1, options: [] }),
  () => call('help'),
];

/** What people ask of the bot: those, and two questions. */
const calls: Calls = [(round) => asked(2 * round), ...fixedCalls, (round) => asked(2 * round + 1)];

function dayAfter(days: number): string {
  return new Date(firstDay + days * 86_400_000).toISOString().slice(0, 10);
}

/**
 * What is asked: commands as people use them, those among them that take no free text, questions of which no two are
 * the same, or one that any client knows.
 */
export type Rooms = 'commands' | 'fixed' | 'questions' | 'constant';

const kinds: Record<Rooms, (n: number) => ReturnType<typeof call>> = {
  commands: (n) => calls[n % calls.length]!(Math.floor(n / calls.length)),
  fixed: (n) => fixedCalls[n % fixedCalls.length]!(Math.floor(n / fixedCalls.length)),
  questions: (n) => call('ask', text('question', `${questions[n % questions.length]!.question} (${n})`)),
  constant: () => call('ping'),
};

/** What makes the first so many commands dear, in words: an answer to a question is kept for who asks the same. */
export function mixOf(count: number): string {
  const all = Array.from({ length: count }, (_, n) => kinds.commands(n));
  const asked = all.filter(({ name }) => name === 'ask');
  const different = new Set(asked.map(({ options }) => options[0]?.value)).size;
  return `${Math.round((100 * asked.length) / count)} % /ask, ${different} different questions in ${count}`;
}

/** The nth interaction of a run, as Discord sends it. */
export function interaction(rooms: Rooms, n: number) {
  const { name, options } = kinds[rooms](n);
  const id = String(firstId + BigInt(n));
  const user = {
    id: String(2_000_000_000_000_000_000n + BigInt(n % people)),
    username: 'reader',
    discriminator: '0',
    avatar: null,
    global_name: null,
  };
  const permissions = '2147483647';
  return {
    id,
    application_id: botId,
    type: 2,
    token: `token-${id}`,
    version: 1,
    locale: 'en-US',
    guild_locale: 'en-US',
    guild_id: '3000000000000000001',
    guild: { id: '3000000000000000001', locale: 'en-US', features: [] },
    channel_id: '4000000000000000001',
    channel: { id: '4000000000000000001', type: 0, name: 'general', permissions },
    member: {
      user,
      roles: [],
      joined_at: '2024-01-01T00:00:00.000Z',
      permissions,
      deaf: false,
      mute: false,
      flags: 0,
    },
    app_permissions: permissions,
    entitlements: [],
    authorizing_integration_owners: { '0': '3000000000000000001' },
    context: 0,
    attachment_size_limit: 10_485_760,
    data: { id: '5000000000000000001', type: 1, name, options },
  };
}
