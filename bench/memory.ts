import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { GuildDocument } from '../src/alerts/guild.ts';
import { systemClock as clock } from '../src/clock.ts';
import { openSqliteStorage } from '../src/storage/sqlite-storage.ts';
import { packWatching } from '../test/e2e/bot-process.ts';
import { startBot } from './parts/bot.ts';
import { startChild } from './parts/child.ts';
import type { Opened } from './parts/lean-discord.ts';
import { memoryOf } from './parts/memory-of.ts';
import type { Opened as Newsroom, Question } from './parts/newsroom.ts';
import { report } from './parts/row.ts';
import { subscribedTo } from './parts/subscribed.ts';

// What a bot that has nothing to do holds in memory (resident), beside a bare discord.js client.
// Garbage is collected when the process has been at rest for a while, and its room given back some seconds later.
const settle = 30_000;
const channelsPerServer = 20;
const cases = [
  { feeds: 0, channels: 0, allowed: 40 },
  { feeds: 1000, channels: 1000, allowed: 60 },
  { feeds: 10_000, channels: 100_000, allowed: 200 },
];

async function subscribe(dataDir: string, channels: number): Promise<void> {
  const storage = await openSqliteStorage(dataDir, { clock });
  const guilds = storage.documents<GuildDocument>('guild');
  const documents = new Map<string, GuildDocument>();
  for (let n = 0; n < channels; n += channelsPerServer) {
    const own = Array.from({ length: channelsPerServer }, (_, at) => String(n + at));
    documents.set(String(n), subscribedTo(own));
  }
  await guilds.setAll(documents);
  await storage.close();
}

const discord = await startChild<Opened>('lean-discord.ts');
const newsroom = await startChild<Newsroom>('newsroom.ts', [cases.at(-1)!.feeds]);
const { apiUrl } = discord.opened;

console.log('memory: at rest, after all feeds were polled once');
/** Beside the first case, which is as idle. */
async function floorOf(): Promise<number> {
  const bare = await startChild('bare-client.ts', [apiUrl]);
  await sleep(settle);
  const memory = memoryOf(bare.pid);
  await bare.close();
  return memory;
}
const bare = floorOf();

for (const { feeds, channels, allowed } of cases) {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'trucewatch-bench-'));
  const urls = newsroom.opened.urls.slice(0, feeds);
  const pack = packWatching(urls.map((url, n) => ({ id: `feed-${n}`, title: `Outlet ${n}`, url })));
  await subscribe(dataDir, channels);
  const bot = startBot(apiUrl, {
    DATA_DIR: dataDir,
    PACK: pack.pack,
    LOG_LEVEL: 'info',
    POLL_SECONDS: '3600',
  });
  await bot.said('ready');
  await newsroom.ask({ until: feeds } satisfies Question);
  await sleep(settle);
  const memory = memoryOf(bot.pid);
  const floor = await bare;
  report({
    what: `memory at rest, ${feeds} feeds, ${channels} channels`,
    floor: `${floor} MB`,
    measured: `${memory} MB`,
    result: `+ ${memory - floor} MB`,
    goal: `at most + ${allowed} MB`,
    met: memory - floor <= allowed,
  });
  await bot.close();
  pack.remove();
  rmSync(dataDir, { recursive: true });
}
await newsroom.close();
await discord.close();
