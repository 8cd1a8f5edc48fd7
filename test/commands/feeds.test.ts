import { describe, expect, test } from 'vitest';
import { feeds as command, type FeedsServices } from '../../commands/feeds.ts';
import type { Call } from '../../src/command.ts';
import { type Discovered, NoFeed } from '../../src/feeds/discovered.ts';
import { createOwnFeeds, type GuildFeeds } from '../../src/feeds/guild-feeds.ts';
import type { FeedHealth } from '../../src/feeds/poll/health.ts';
import type { Reply, Text } from '../../src/reply.ts';
import { hour, memoryDocuments, minute } from '../feeds/poll/fakes.ts';

const now = Date.UTC(2026, 0, 1);
const pack = [
  { id: 'one', title: 'One', url: 'https://one.example/feed', lang: 'en' },
  { id: 'two', title: 'Two', url: 'https://two.example/feed', lang: 'ur' },
];

const found = (titles: readonly string[]): Discovered => ({
  url: 'https://new.example/feed',
  feed: {
    title: 'New feed',
    format: 'rss 2.0',
    language: 'ps',
    ttl: undefined,
    entries: titles.map((title) => ({
      id: title,
      title,
      summary: '',
      link: `https://new.example/${title}`,
      published: now,
      language: 'ps',
    })),
  },
});

function services(more: Partial<FeedsServices['feeds']> = {}): FeedsServices {
  return {
    feeds: {
      pack,
      own: createOwnFeeds(memoryDocuments<GuildFeeds>(), () => pack, { now: () => now }),
      health: async () => [],
      discover: async () => found(['truce', 'cricket']),
      classify: ({ title }) => ({
        topic: title === 'truce' ? 'truce_declared' : 'none',
        alert: title === 'truce',
        score: 1,
        language: 'en',
        reasons: ['names both parties'],
      }),
      now: () => now,
      ...more,
    },
  };
}

function call<O>(options: O, guild: string | undefined = '1'): Call<O> {
  return {
    requestId: 'r',
    user: { id: '9' },
    locale: 'en-US',
    channel: '5',
    guild,
    memberPermissions: 0n,
    appPermissions: 0n,
    options,
  };
}

const words = (text: Text | undefined): string =>
  typeof text === 'string' || text === undefined
    ? (text ?? '')
    : text
        .map((span) =>
          typeof span === 'string'
            ? span
            : 'text' in span
              ? span.text
              : 'time' in span
                ? `<${span.style}>`
                : '',
        )
        .join('');

const said = ({ cards = [] }: Reply): string =>
  cards.map(({ title, body, footer }) => [title, words(body), footer].filter(Boolean).join('\n')).join('\n');

const well = (id: string, more: Partial<FeedHealth> = {}): FeedHealth => ({
  feed: pack.find((feed) => feed.id === id) ?? { id, title: id, url: `https://${id}.example/` },
  status: 'ok',
  lastSuccess: now - minute,
  lastError: undefined,
  failingSince: undefined,
  nextCheck: now + 4 * minute,
  entriesPerDay: 12.4,
  movedTo: undefined,
  ...more,
});

describe('/feeds', () => {
  test('changes need Manage Server, looking does not', () => {
    expect(
      command.definition.subcommands.map(({ name, ...rest }) => [
        name,
        'needs' in rest ? rest.needs : undefined,
      ]),
    ).toEqual([
      ['list', undefined],
      ['health', undefined],
      ['add', 'ManageGuild'],
      ['remove', 'ManageGuild'],
      ['preview', 'ManageGuild'],
    ]);
  });

  test("list names the pack's feeds and the server's own, no other server's", async () => {
    const s = services();
    await s.feeds.own.add('1', { url: 'https://own.example/', title: 'Ours', added: now });
    await s.feeds.own.add('2', { url: 'https://other.example/', title: 'Theirs', added: now });
    const text = said(await command.run.list(call({}), s));
    expect(text).toContain('Watched for every server: 2\nOne (en)\nTwo (ur)');
    expect(text).toContain('Added by this server: 1 of 10\nOurs');
    expect(text).not.toContain('Theirs');
  });

  test('health puts the feeds in trouble first, in plain words', async () => {
    const error = { kind: 'http', message: 'there is no feed at this address (404)', at: now };
    const s = services({
      health: async () => [
        well('one'),
        well('two', {
          status: 'failing',
          lastError: error,
          lastSuccess: now - hour,
          failingSince: now - hour,
        }),
        well('other-server'),
      ],
    });
    expect(said(await command.run.health(call({}), s))).toBe(
      'In trouble: 1\nTwo: there is no feed at this address (404); last success <relative>; next check <relative>, 12 a day\n\n' +
        'Well: 1\nOne: <relative>, next <relative>, 12 a day\n',
    );
  });

  test('health of a stopped and of a new feed', async () => {
    const gone = { kind: 'gone', message: 'the publisher has ended this feed (410)', at: now };
    const s = services({
      health: async () => [
        well('one', { status: 'stopped', lastError: gone, lastSuccess: undefined, nextCheck: undefined }),
        well('two', { status: 'new', lastSuccess: undefined }),
      ],
    });
    const text = said(await command.run.health(call({}), s));
    expect(text).toContain(
      'One: the publisher has ended this feed (410); last success never; not checked any more',
    );
    expect(text).toContain('Two: not checked yet');
  });

  test('health names the new address of a feed that has moved for good', async () => {
    const s = services({ health: async () => [well('one', { movedTo: 'https://new.example/one' })] });
    expect(said(await command.run.health(call({}), s))).toContain(
      ', 12 a day, has moved to https://new.example/one',
    );
  });

  test('health of a hundred feeds fits into a message', async () => {
    const many = Array.from({ length: 100 }, (_, i) => ({
      id: `f${i}`,
      title: `A feed of some length ${i}`,
      url: `https://f${i}.example/`,
    }));
    const s = services({ pack: many, health: async () => many.map((feed) => ({ ...well('one'), feed })) });
    const text = said(await command.run.health(call({}), s));
    expect(text).toContain('… and 60 more');
    expect(text.length).toBeLessThan(4000);
    const lastError = { kind: 'http', message: 'the server has a problem of its own (500)', at: now };
    const all = services({
      pack: many,
      health: async () => many.map((feed) => ({ ...well('one', { status: 'failing', lastError }), feed })),
    });
    expect(said(await command.run.health(call({}), all))).toContain('… and 80 more');
  });

  test('add watches the feed that was found, under its own name or the given one', async () => {
    const s = services();
    const reply = await command.run.add(call({ url: ' new.example ', name: undefined }), s);
    expect(said(reply)).toContain('Added: New feed\nIt holds 2 entries now, which are not posted.');
    expect(await s.feeds.own.list('1')).toMatchObject([
      { url: 'https://new.example/feed', title: 'New feed', lang: 'ps', added: now },
    ]);
    await command.run.add(call({ url: 'new.example', name: 'Ours' }, '2'), s);
    expect(await s.feeds.own.list('2')).toMatchObject([{ title: 'Ours' }]);
  });

  test('add shortens the name that a feed gives itself, or takes that of the site', async () => {
    const named = (title: string) => ({ ...found([]), feed: { ...found([]).feed, title } });
    const titleOf = async (title: string) => {
      const s = services({ discover: async () => named(title) });
      await command.run.add(call({ url: 'x', name: ' ' }), s);
      return (await s.feeds.own.list('1'))[0]?.title;
    };
    expect(await titleOf('n'.repeat(1000))).toBe(`${'n'.repeat(79)}…`);
    expect(await titleOf('')).toBe('new.example');
  });

  test('add says what is wrong in one sentence', async () => {
    const s = services();
    await command.run.add(call({ url: 'x', name: undefined }), s);
    await expect(command.run.add(call({ url: 'x', name: undefined }), s)).rejects.toMatchObject({
      name: 'UserError',
      message: 'This feed is already watched for this server.',
    });
    const none = services({
      discover: () => Promise.reject(new NoFeed('there is no feed at this address (404)')),
    });
    await expect(command.run.add(call({ url: 'x', name: undefined }), none)).rejects.toMatchObject({
      name: 'UserError',
      message: 'No feed was found there: there is no feed at this address (404).',
    });
    const full = services();
    for (let i = 0; i < 10; i += 1)
      await full.feeds.own.add('1', { url: `https://${i}.example/`, title: '', added: 0 });
    await expect(command.run.add(call({ url: 'x', name: undefined }), full)).rejects.toThrow(
      'A server can add 10 feeds: remove one first.',
    );
  });

  test('an error that is not about the feed is not shown as one', async () => {
    const s = services({ discover: () => Promise.reject(new Error('disk full')) });
    await expect(command.run.add(call({ url: 'x', name: undefined }), s)).rejects.toMatchObject({
      name: 'Error',
    });
  });

  test('remove takes what was proposed, or the name', async () => {
    const s = services();
    await command.run.add(call({ url: 'x', name: 'Ours' }), s);
    const [proposal] =
      (await command.complete?.({ ...call({}), subcommand: 'remove', option: 'name', text: 'our' }, s)) ?? [];
    expect(proposal?.name).toBe('Ours');
    await expect(command.run.remove(call({ name: 'Theirs' }), s)).rejects.toThrow(
      'choose one from the proposals',
    );
    expect(said(await command.run.remove(call({ name: proposal?.value ?? '' }), s))).toContain(
      'Removed: Ours',
    );
    expect(await s.feeds.own.list('1')).toEqual([]);
  });

  test('preview shows what it holds and what would have alerted, to the asker only', async () => {
    const reply = await command.run.preview(call({ url: 'x' }), services());
    expect(reply.ephemeral).toBe(true);
    expect(said(reply)).toBe(
      'New feed\n<date> truce\n<date> cricket\n\nrss 2.0; 2 entries, the first 2 shown\n' +
        'Would have alerted: 1 of 2\ntruce (truce declared): names both parties\n',
    );
  });

  test('preview shows foreign titles short, and without what turns the text around', async () => {
    const { preview } = command.run;
    const discover = async () => found(['\u202Eecurt', 'n'.repeat(900), '']);
    const text = said(await preview(call({ url: 'x' }), services({ discover })));
    expect(text).toContain(`<date> ecurt\n<date> ${'n'.repeat(199)}…\n<date> untitled\n`);
  });

  test('preview of an empty feed', async () => {
    const reply = await command.run.preview(
      call({ url: 'x' }),
      services({ discover: async () => found([]) }),
    );
    expect(said(reply)).toContain('Would have alerted: 0 of 0\nNone.');
  });
});
