import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { GuildDocument } from '../src/alerts/guild.ts';
import { systemClock as clock } from '../src/clock.ts';
import { createOwnFeeds, type GuildFeeds } from '../src/feeds/guild-feeds.ts';
import { openSqliteStorage } from '../src/storage/sqlite-storage.ts';
import { packWatching } from '../test/e2e/bot-process.ts';
import { startBot } from './parts/bot.ts';
import { ended, startChild } from './parts/child.ts';
import type { Opened, State } from './parts/lean-discord.ts';
import { memoryOf } from './parts/memory-of.ts';
import type { Load, Opened as Newsroom, Published } from './parts/newsroom.ts';
import { percentile, report } from './parts/row.ts';
import { subscribedTo } from './parts/subscribed.ts';
import { contenders } from './peers/about.ts';

/**
 * Beside what others use: two packages that watch feeds in-process, and a keyword bot as users write one. Each feed
 * belongs to one server with one subscribed channel; each story is an event of its own.
 */
const feeds = 200;
const stories = 100;
const interval = 3000;
/** How long stories are published (ms). */
const span = 8_000;
/** How the title of each story begins. */
const topic = 'TTP extends ceasefire';
const peersDir = path.join(import.meta.dirname, 'peers');

if (!existsSync(path.join(peersDir, 'node_modules')))
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--prefix', peersDir], { stdio: 'ignore' });

/** Where news arrive: by feed, when each came (UTC ms). */
type Arrivals = Map<number, number[]>;

interface Contest {
  readonly pid: number;
  arrivals(): Promise<Arrivals>;
  /** Killed and started again, with what it kept. */
  restart?(): Promise<Contest>;
  close(): Promise<void>;
}

const newsroom = await startChild<Newsroom>('newsroom.ts', [feeds]);
const { urls } = newsroom.opened;
const pack = packWatching([]);

const starts: Record<(typeof contenders)[number]['name'], () => Contest | Promise<Contest>> = {
  Trucewatch: bot,
  'keyword bot': keywordBot,
  'rss-feed-emitter': () => peer('rss-feed-emitter.js'),
  feedsub: () => peer('feedsub.js'),
};

/** Of each: seconds, µs a request, MB; less is better. */
const figures = new Map<string, { latency: number; processor: number; memory: number }>();

console.log(`peers: ${feeds} feeds every ${interval / 1000} s, ${stories} stories`);
for (const { name, does } of contenders) {
  const contest = await starts[name]();
  await settled();
  const [cpu, began] = [cpuSeconds(contest.pid), performance.now()];
  await newsroom.ask<Load>('load');
  const published = await publish(stories, span);
  await sleep(2.5 * interval);
  const { requests, notModified } = await newsroom.ask<Load>('load');
  const processor = ((cpuSeconds(contest.pid) - cpu) * 1e6) / requests;
  const rounds = (performance.now() - began) / interval;
  const arrivals = await contest.arrivals();
  // What came before is a story of an earlier contest, listed when this one began.
  const came = [...published].map(([feed, at]) =>
    (arrivals.get(feed) ?? []).filter((time) => time >= at).map((time) => time - at),
  );
  const waits = came.flatMap((times) => times.slice(0, 1));
  const missed = came.filter((times) => times.length === 0).length;
  const doubled = came.filter((times) => times.length > 1).length;
  const [half, most] = [percentile(waits, 0.5) / 1000, percentile(waits, 0.99) / 1000];
  const memory = memoryOf(contest.pid);
  figures.set(name, { latency: half, processor, memory });
  console.log(`  ${name}: ${does}`);
  report({
    what: `new item → ${name}, ${feeds} feeds`,
    floor: `interval ${interval / 1000} s`,
    measured: `median ${half.toFixed(2)} s, p99 ${most.toFixed(2)} s`,
    result: `${missed} missed, ${doubled} doubled`,
    goal: '–',
  });
  report({
    what: `polling by ${name}, ${feeds} feeds`,
    floor: `interval ${interval / 1000} s`,
    measured: `${processor.toFixed(0)} µs of processor a request, ${memory} MB`,
    result: `${(requests / rounds / feeds).toFixed(2)} requests a feed and interval, ${((100 * notModified) / requests).toFixed(0)} % × 304`,
    goal: '–',
  });
  await contest.close();
}
const least = (what: 'latency' | 'processor' | 'memory') =>
  [...figures].reduce((best, next) => (next[1][what] < best[1][what] ? next : best))[0];
report({
  what: 'ahead among these four',
  floor: '–',
  measured: `latency (median): ${least('latency')}; processor: ${least('processor')}; memory: ${least('memory')}`,
  result: '–',
  goal: '–',
});

for (const { name } of contenders.slice(0, 2)) {
  let contest = await starts[name]();
  await settled();
  const publishing = publish(stories, span);
  for (const pause of [span * 0.3, span * 0.4]) {
    await sleep(pause);
    contest = (await contest.restart?.()) ?? contest;
  }
  const published = await publishing;
  await sleep(3.5 * interval);
  const arrivals = await contest.arrivals();
  const lost = [...published.keys()].filter((feed) => !arrivals.has(feed)).length;
  const doubled = [...arrivals.values()].filter((times) => times.length > 1).length;
  report({
    what: `killed twice while ${stories} stories came: ${name}`,
    floor: '–',
    measured: `${lost} lost, ${doubled} doubled`,
    result: '–',
    goal: name === 'Trucewatch' ? '0 lost, 0 doubled' : '–',
    ...(name === 'Trucewatch' && { met: lost + doubled === 0 }),
  });
  await contest.close();
}
await newsroom.close();
pack.remove();

/** What was listed before is known to whoever watches by now. */
async function settled(): Promise<void> {
  await newsroom.ask<Load>('load');
  for (let asked = 0; asked < 2 * feeds; ) {
    await sleep(interval / 2);
    asked += (await newsroom.ask<Load>('load')).requests;
  }
}

/** One story in each of so many feeds, evenly over a time. @returns when, by feed. */
async function publish(count: number, over: number): Promise<Map<number, number>> {
  const published = new Map<number, number>();
  const start = performance.now();
  for (let n = 0; n < count; n++) {
    await sleep(Math.max(0, start + (n * over) / count - performance.now()));
    const feed = (n * 7) % feeds;
    const title = `${topic} with Pakistan until ${1 + (n % 28)} May, round ${Date.now()}`;
    const { at } = await newsroom.ask<Published>({
      feed,
      title,
      summary: 'Both sides said that talks go on.',
    });
    published.set(feed, at);
  }
  return published;
}

async function bot(): Promise<Contest> {
  const discord = await startChild<Opened>('lean-discord.ts');
  const dataDir = mkdtempSync(path.join(tmpdir(), 'trucewatch-bench-'));
  const storage = await openSqliteStorage(dataDir, { clock });
  const ownFeeds = createOwnFeeds(storage.documents<GuildFeeds>('guild-feeds'), () => [], clock);
  const guilds = storage.documents<GuildDocument>('guild');
  for (const [n, url] of urls.entries()) {
    await guilds.set(String(n), subscribedTo([String(n)]));
    await ownFeeds.add(String(n), { url, title: `Outlet ${n}`, added: 0 });
  }
  await storage.close();
  const settings = { DATA_DIR: dataDir, PACK: pack.pack, POLL_SECONDS: String(interval / 1000) };
  let process = startBot(discord.opened.apiUrl, settings);
  await process.said('ready');
  const contest: Contest = {
    get pid() {
      return process.pid;
    },
    arrivals: () => messagesOf(discord),
    async restart() {
      await process.close('SIGKILL');
      process = startBot(discord.opened.apiUrl, settings);
      return contest;
    },
    async close() {
      await process.close();
      await discord.close();
      rmSync(dataDir, { recursive: true });
    },
  };
  return contest;
}

async function keywordBot(): Promise<Contest> {
  const discord = await startChild<Opened>('lean-discord.ts');
  let process = run('keyword-bot.ts', discord.opened.apiUrl);
  const contest: Contest = {
    get pid() {
      return process.pid!;
    },
    arrivals: () => messagesOf(discord),
    async restart() {
      await ended(process, 'SIGKILL');
      process = run('keyword-bot.ts', discord.opened.apiUrl);
      return contest;
    },
    async close() {
      await ended(process);
      await discord.close();
    },
  };
  return contest;
}

function peer(file: string): Contest {
  const arrivals: Arrivals = new Map();
  const child = run(file);
  child.on('message', ({ title, link, at }: { title: string; link: string; at: number }) => {
    if (title.startsWith(topic)) note(arrivals, Number(/outlet-(\d+)/.exec(link)?.[1]), at);
  });
  return { pid: child.pid!, arrivals: async () => arrivals, close: () => ended(child) };
}

function run(file: string, ...args: readonly string[]): ChildProcess {
  return fork(path.join(peersDir, file), [...args, String(interval), ...urls], { execArgv: [] });
}

async function messagesOf(discord: Awaited<ReturnType<typeof startChild<Opened>>>): Promise<Arrivals> {
  const arrivals: Arrivals = new Map();
  const { messages } = await discord.ask<State>('state');
  for (const { channel, at } of messages) note(arrivals, Number(channel), at);
  return arrivals;
}

function note(arrivals: Arrivals, feed: number, at: number): void {
  arrivals.set(feed, [...(arrivals.get(feed) ?? []), at]);
}

/** User and system time so far, in all threads. */
function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
