import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import cron from 'node-cron';
import { createCore } from '../src/app/core.ts';
import { createDeliverer } from '../src/app/deliverer.ts';
import { createFeedTools } from '../src/app/feed-tools.ts';
import { createLivePack } from '../src/app/live-pack.ts';
import { createMetrics } from '../src/app/metrics.ts';
import { openBackend } from '../src/app/open-backend.ts';
import { createPolling } from '../src/app/poller.ts';
import { systemClock as clock } from '../src/clock.ts';
import { createMessenger } from '../src/discord/messenger.ts';
import { createRest } from '../src/discord/rest.ts';
import { createLog } from '../src/log.ts';
import { loadPack } from '../src/pack.ts';
import { readSettings } from '../src/settings.ts';
import { startChild } from './parts/child.ts';
import type { Opened as Newsroom, Published, Question, Taken } from './parts/newsroom.ts';
import { percentile, report } from './parts/row.ts';
import type { Opened, Report } from './parts/stand-in.ts';
import { subscribedTo } from './parts/subscribed.ts';

/**
 * From feed server to message, through the app's own wiring: 1,000 feeds on 500 addresses, ten of them added by
 * each of 100 servers with ten subscribed channels; a story in one feed goes to its server's ten channels. Feeds
 * and Discord are processes of their own.
 */
const servers = 100;
const each = 10;
const intervalSeconds = 15;
/** How long stories are published, in ms. */
const span = 40_000;

const newsroom = await startChild<Newsroom>('newsroom.ts', [servers * each]);
const discord = await startChild<Opened>('stand-in.ts', [servers * each, each]);
const dataDir = mkdtempSync(path.join(tmpdir(), 'trucewatch-bench-'));
const pack = { ...(await loadPack('config/pakistan-ttp')), feeds: [] };
const settings = {
  ...readSettings({}),
  POLL_SECONDS: intervalSeconds,
  ALLOW_PRIVATE_FEEDS: true,
  DATA_DIR: dataDir,
};
const log = createLog('warn');
const backend = await openBackend(settings, { clock, log });
const core = createCore({
  settings,
  livePack: await createLivePack(async () => pack, log),
  backend,
  messenger: createMessenger(createRest(discord.opened.apiUrl, discord.opened.token)),
  clock,
  log,
  metrics: createMetrics(),
});
const feedTools = createFeedTools(settings, 'bench', clock);
const deliverer = createDeliverer(core);
const polling = await createPolling(core, feedTools, () => deliverer.wake());
for (const [server, { id, channels }] of discord.opened.guilds.entries()) {
  await core.documents.guilds.set(id, subscribedTo(channels));
  for (let n = 0; n < each; n++) {
    const feed = server * each + n;
    await core.ownFeeds.add(id, { url: newsroom.opened.urls[feed]!, title: `Outlet ${feed}`, added: 0 });
  }
}

deliverer.start();
const tick = cron.schedule('* * * * * *', () => polling.runDue(), { suppressMissedWarning: true });
let missedTicks = 0;
tick.on('execution:missed', () => {
  missedTicks += 1;
});
console.log(`latency: ${servers * each} feeds and channels; every feed is received once`);
while ((await core.feedHealth()).some(({ status }) => status === 'new')) await pause(500);

// What is published now meets feeds at all points of their interval.
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
const published = await publishAll();
const expected = published.size;
const giveUp = Date.now() + 2 * intervalSeconds * 1000;
let told = await discord.ask<Report>('report');
while (told.messages < expected && Date.now() < giveUp) {
  await pause(500);
  told = await discord.ask<Report>('report');
}
delay.disable();

const taken = await newsroom.ask<Taken>('taken' satisfies Question);
const waits = told.arrivals.map(({ at, channel }) => at - (published.get(channel)?.at ?? Number.NaN));
const ownWaits = told.arrivals.map(
  ({ at, channel }) => at - (taken[published.get(channel)?.feed ?? -1] ?? Number.NaN),
);
console.log(
  `  ${waits.length} of ${expected} messages, 429: ${told.rateLimited}, violations: ${told.violations}`,
);
console.log(
  `  event loop late by ${ms(delay.percentile(99))} at the 99th percentile, ${ms(delay.max)} at most; ticks missed since the start: ${missedTicks}`,
);
console.log(`  of this from the feed's answer on: ${spread(ownWaits)}`);
console.log(`  feed server to message: ${spread(waits)}`);
const worst = percentile(waits, 0.99) / 1000;
const over = worst - intervalSeconds;
report({
  what: `feed server → message, ${servers * each} feeds and channels, p99`,
  floor: `interval ${intervalSeconds} s`,
  measured: `${worst.toFixed(2)} s`,
  result: `${over < 0 ? '−' : '+'} ${Math.abs(over).toFixed(2)} s`,
  goal: 'at most + 1 s',
  met: waits.length === expected && over <= 1,
});
await tick.destroy();
await polling.stop();
await deliverer.stop();
await feedTools.close();
await backend.close();
await Promise.all([newsroom.close(), discord.close()]);
rmSync(dataDir, { recursive: true });

interface Origin extends Published {
  readonly feed: number;
}

/** One story for each server, at a random moment in a random one of its feeds. @returns when and where, by channel. */
async function publishAll(): Promise<Map<string, Origin>> {
  const moments = Array.from({ length: servers }, () => Math.random() * span).sort((a, b) => a - b);
  const order = discord.opened.guilds.map((guild, server) => ({ ...guild, server, key: Math.random() }));
  const start = Date.now();
  const times = new Map<string, Origin>();
  for (const [n, { server, channels }] of order.sort((a, b) => a.key - b.key).entries()) {
    await pause(Math.max(0, start + (moments[n] ?? 0) - Date.now()));
    const story = {
      feed: server * each + Math.floor(Math.random() * each),
      title: `TTP extends ceasefire with Pakistan until ${1 + (n % 28)} May`,
      summary: 'Both sides said that the talks would go on.',
    };
    const { at } = await newsroom.ask<Published>(story satisfies Question);
    for (const channel of channels) times.set(channel, { at, feed: story.feed });
  }
  return times;
}

function spread(times: readonly number[]): string {
  const [median, high, most] = [0.5, 0.99, 1].map((share) => (percentile(times, share) / 1000).toFixed(2));
  return `median ${median} s, 99th percentile ${high} s, most ${most} s`;
}

function ms(nanoseconds: number): string {
  return `${(nanoseconds / 1e6).toFixed(0)} ms`;
}
