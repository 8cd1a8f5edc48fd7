import { startBot } from './parts/bot.ts';
import { startChild } from './parts/child.ts';
import type { Driven, Opened as Load, Question } from './parts/http-load.ts';
import { mixOf, type Rooms } from './parts/interaction.ts';
import type { Opened } from './parts/lean-discord.ts';
import { median, report } from './parts/row.ts';

// Commands over HTTP, as many a second as are answered, beside a bare node:http server that checks the signature and
// replies a constant. In turns, so that noise of the machine meets both.
const rounds = 3;
const span = 2000;

const discord = await startChild<Opened>('lean-discord.ts');
const load = await startChild<Load>('http-load.ts');
const { publicKey } = load.opened;
const bare = await startChild<number>('bare-endpoint.ts', [publicKey]);
const bot = startBot(discord.opened.apiUrl, { TRANSPORT: 'http', DISCORD_PUBLIC_KEY: publicKey });
await bot.said('ready');
const port = await bot.port();

async function rateOf(port: number, rooms: Rooms): Promise<number> {
  const { rate, failed } = await load.ask<Driven>({ port, span, rooms } satisfies Question);
  if (failed > 0) throw new Error(`${failed} were not answered`);
  return rate;
}

console.log(`http: as many commands a second as are answered, median of ${rounds} × ${span / 1000} s`);
const rates: Record<'floor' | 'bot' | 'fixed' | 'questions', number[]> = {
  floor: [],
  bot: [],
  fixed: [],
  questions: [],
};
for (let round = 0; round <= rounds; round++) {
  const floor = await rateOf(bare.opened, 'constant');
  const own = await rateOf(port, 'commands');
  // The first is a warm-up.
  if (round === 0) continue;
  rates.floor.push(floor);
  rates.bot.push(own);
  rates.fixed.push(await rateOf(port, 'fixed'));
  rates.questions.push(await rateOf(port, 'questions'));
}
await bot.close();
await Promise.all([bare.close(), load.close(), discord.close()]);

const [floor, own, fixed, questions] = [
  median(rates.floor),
  median(rates.bot),
  median(rates.fixed),
  median(rates.questions),
];
console.log(
  `  where all is /ask and no question comes twice: ${Math.round(questions)}/s, ${(questions / floor).toFixed(2)} ×`,
);
// Questions have a goal of their own (see answers.ts).
for (const [what, answered, goal] of [
  ['command answer', fixed, 0.8],
  [`the same with questions (${mixOf(Math.round((own * span) / 1000))})`, own, undefined],
] as const) {
  const share = answered / floor;
  report({
    what: `${what} over HTTP, saturated`,
    floor: `${Math.round(floor)}/s`,
    measured: `${Math.round(answered)}/s`,
    result: `${share.toFixed(2)} ×`,
    ...(goal === undefined ? { goal: '–' } : { goal: `at least ${goal} ×`, met: share >= goal }),
  });
}
