import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { startBot } from './parts/bot.ts';
import { ended, startChild } from './parts/child.ts';
import type { Rooms } from './parts/interaction.ts';
import type { Driven, Opened, Question, State } from './parts/lean-discord.ts';
import { median, report } from './parts/row.ts';

// From the process spawned to the session open and the first command answered, beside a bare discord.js client.
const rounds = 7;
const first = { rate: 1, seconds: 1 };
const discord = await startChild<Opened>('lean-discord.ts');
const { apiUrl } = discord.opened;

/** Milliseconds until READY was sent; a command answered after it proves that it is no empty word. */
async function readyAfter(spawned: number, rooms: Rooms): Promise<number> {
  for (;;) {
    const { ready } = await discord.ask<State>('state' satisfies Question);
    if (ready !== undefined && ready >= spawned) {
      const { latencies } = await discord.ask<Driven>({ ...first, rooms } satisfies Question);
      if (latencies.length === 0) throw new Error('the first command was not answered');
      return ready + latencies[0]! - spawned;
    }
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

console.log(`start: from spawn to the first command answered, median of ${rounds}`);
const times: Record<'floor' | 'bot', number[]> = { floor: [], bot: [] };
for (let round = 0; round < rounds; round++) {
  let spawned = Date.now();
  const bare = spawn('node', [fileURLToPath(new URL('parts/bare-client.ts', import.meta.url)), apiUrl], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  times.floor.push(await readyAfter(spawned, 'constant'));
  await ended(bare);
  spawned = Date.now();
  const bot = startBot(apiUrl);
  times.bot.push(await readyAfter(spawned, 'commands'));
  await bot.close();
}
await discord.close();

const [floor, bot] = [median(times.floor), median(times.bot)];
report({
  what: 'start: process spawned → first command answered',
  floor: `${floor.toFixed(0)} ms`,
  measured: `${bot.toFixed(0)} ms`,
  result: `+ ${(bot - floor).toFixed(0)} ms`,
  goal: 'at most + 400 ms',
  met: bot - floor <= 400,
});
