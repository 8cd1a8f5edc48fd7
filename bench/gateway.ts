import { setTimeout as sleep } from 'node:timers/promises';
import { startBot } from './parts/bot.ts';
import { startChild } from './parts/child.ts';
import type { Rooms } from './parts/interaction.ts';
import type { Driven, Opened, Question } from './parts/lean-discord.ts';
import { percentile, report } from './parts/row.ts';

// Commands over the gateway at a steady rate, from the interaction sent to the callback received, beside a bare
// discord.js client that replies a constant. In turns, so that noise of the machine meets both.
const rate = 200;
const seconds = 10;
const rounds = 2;
const warmUp = 3;

const discord = await startChild<Opened>('lean-discord.ts');
const { apiUrl } = discord.opened;
const latencies: Record<'floor' | 'bot', number[]> = { floor: [], bot: [] };

async function drive(into: number[], rooms: Rooms): Promise<void> {
  await discord.ask<Driven>({ rate, seconds: warmUp, rooms } satisfies Question);
  const driven = await discord.ask<Driven>({ rate, seconds, rooms } satisfies Question);
  if (driven.latencies.length < driven.sent)
    throw new Error(`${driven.sent - driven.latencies.length} of ${driven.sent} were not answered`);
  into.push(...driven.latencies);
}

console.log(`gateway: ${rate} commands a second for ${rounds} × ${seconds} s`);
for (let round = 0; round < rounds; round++) {
  const bare = await startChild('bare-client.ts', [apiUrl]);
  await drive(latencies.floor, 'constant');
  await bare.close();
  const bot = startBot(apiUrl);
  await bot.said('ready');
  await sleep(500);
  await drive(latencies.bot, 'commands');
  await bot.close();
}
await discord.close();

for (const [name, share, goal] of [
  ['p50', 0.5, undefined],
  ['p99', 0.99, 1.3],
] as const) {
  const [floor, bot] = [percentile(latencies.floor, share), percentile(latencies.bot, share)];
  report({
    what: `command answer over the gateway, ${rate}/s, ${name}`,
    floor: `${floor.toFixed(2)} ms`,
    measured: `${bot.toFixed(2)} ms`,
    result: `${(bot / floor).toFixed(2)} ×`,
    ...(goal === undefined ? { goal: '–' } : { goal: `at most ${goal} ×`, met: bot / floor <= goal }),
  });
}
