import { setTimeout as sleep } from 'node:timers/promises';
import { startBot } from './parts/bot.ts';
import { startChild } from './parts/child.ts';
import type { Rooms } from './parts/interaction.ts';
import type { Driven, Opened, Question } from './parts/lean-discord.ts';
import { percentile, report } from './parts/row.ts';

// Commands over the gateway at a steady rate, from the interaction sent to the callback received, beside a bare
// discord.js client that replies a constant.
const rate = 200;
const seconds = 20;
/** Code that has run for some seconds is compiled; a bot lives for weeks. */
const warmUp = 5;

const discord = await startChild<Opened>('lean-discord.ts');
const { apiUrl } = discord.opened;

/** Latencies (ms), ascending. */
async function drive(rooms: Rooms): Promise<readonly number[]> {
  await discord.ask<Driven>({ rate, seconds: warmUp, rooms } satisfies Question);
  const driven = await discord.ask<Driven>({ rate, seconds, rooms } satisfies Question);
  if (driven.latencies.length < driven.sent)
    throw new Error(`${driven.sent - driven.latencies.length} of ${driven.sent} were not answered`);
  return driven.latencies;
}

console.log(`gateway: ${rate} commands a second for ${seconds} s`);
const bare = await startChild('bare-client.ts', [apiUrl]);
const floors = await drive('constant');
await bare.close();
const bot = startBot(apiUrl);
await bot.said('ready');
await sleep(500);
const answers = await drive('commands');
const fixed = await drive('fixed');
await bot.close();
await discord.close();

for (const [what, latencies, share, goal] of [
  ['command answer', answers, 0.5, undefined],
  ['command answer', answers, 0.99, 1.3],
  ['the same without /ask', fixed, 0.99, 1.3],
] as const) {
  const [floor, bot] = [percentile(floors, share), percentile(latencies, share)];
  report({
    what: `${what} over the gateway, ${rate}/s, p${100 * share}`,
    floor: `${floor.toFixed(2)} ms`,
    measured: `${bot.toFixed(2)} ms`,
    result: `${(bot / floor).toFixed(2)} ×`,
    ...(goal === undefined ? { goal: '–' } : { goal: `at most ${goal} ×`, met: bot / floor <= goal }),
  });
}
