import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Agent } from 'undici';
import { systemClock } from '../src/clock.ts';
import { anyAddress } from '../src/feeds/fetch/address.ts';
import { createFetcher } from '../src/feeds/fetch/fetcher.ts';
import { createPoller } from '../src/feeds/poll/poller.ts';
import type { FeedState } from '../src/feeds/poll/state.ts';
import { openSqliteStorage } from '../src/storage/sqlite-storage.ts';
import { loopbackFeeds } from './parts/loopback-feeds.ts';
import { median, report } from './parts/row.ts';

/**
 * 5,000 feeds on 500 loopback addresses, all due at once, answering 304: the poller against a bare undici
 * loop with the same concurrency and the same limit for each host. The server is a process of its own. What the
 * poller learns of each feed is kept in SQLite, as in the bot.
 */
const feeds = 5_000;
const hosts = 500;
const concurrency = 128;
const perHost = 2;
const rounds = 9;

const role = process.argv[2];
if (role === 'server') runServer();
else if (role === 'poller' || role === 'floor') await runClient(role, Number(process.argv[3]));
else await compare();

function runServer(): void {
  const server = createServer((_, response) => response.writeHead(304).end());
  server.listen(0, '0.0.0.0', () => process.send?.((server.address() as AddressInfo).port));
}

interface Run {
  readonly seconds: number;
  /** Resident, at most, in MB. */
  readonly memory: number;
}

async function compare(): Promise<void> {
  const self = fileURLToPath(import.meta.url);
  const server = fork(self, ['server']);
  const port = await message<number>(server);
  const runs: Record<'floor' | 'poller', Run[]> = { floor: [], poller: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const kind of ['floor', 'poller'] as const) {
      // As `npm start` runs the bot.
      const client = fork(self, [kind, String(port)], { execArgv: ['--max-semi-space-size=8'] });
      runs[kind].push(await message<Run>(client));
      client.kill();
    }
  }
  server.kill();
  const floor = median(runs.floor.map(({ seconds }) => seconds));
  const poller = median(runs.poller.map(({ seconds }) => seconds));
  const memory = Math.max(...runs.poller.map((run) => run.memory));
  console.log(`feeds: ${feeds} on ${hosts} hosts, all 304, median of ${rounds}`);
  console.log(`  bare undici loop  ${floor.toFixed(2)} s`);
  console.log(`  poller            ${poller.toFixed(2)} s, ${Math.round(memory)} MB at most`);
  report({
    what: `poll round of ${feeds} feeds on ${hosts} addresses, all 304`,
    floor: `${floor.toFixed(2)} s`,
    measured: `${poller.toFixed(2)} s, ${Math.round(memory)} MB at most`,
    result: `${(poller / floor).toFixed(2)} ×`,
    goal: 'at most 1.5 ×, under 200 MB',
    met: poller / floor <= 1.5 && memory < 200,
  });
}

async function runClient(kind: 'floor' | 'poller', port: number): Promise<void> {
  const urls = loopbackFeeds(feeds, hosts, port);
  const seconds = kind === 'floor' ? await bareLoop(urls) : await poll(urls);
  process.send?.({ seconds, memory: process.resourceUsage().maxRSS / 1024 } satisfies Run);
}

async function bareLoop(urls: readonly string[]): Promise<number> {
  const agent = new Agent({ connections: perHost });
  const queue = urls[Symbol.iterator]();
  // As many as the poller sends.
  const headers = {
    'user-agent': 'bench',
    accept:
      'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5',
    'accept-encoding': 'gzip, deflate, br',
    'if-none-match': '"1"',
  };
  const start = performance.now();
  const work = async () => {
    for (const url of queue) {
      const { body } = await agent.request({
        origin: new URL(url).origin,
        path: new URL(url).pathname,
        method: 'GET',
        headers,
      });
      await body.dump();
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return (performance.now() - start) / 1000;
}

async function poll(urls: readonly string[]): Promise<number> {
  const sources = urls.map((url, i) => ({ id: String(i), title: String(i), url }));
  const dataDir = mkdtempSync(path.join(tmpdir(), 'trucewatch-bench-'));
  const storage = await openSqliteStorage(dataDir, { clock: systemClock });
  const states = storage.documents<FeedState>('feed');
  const known = { next: 0, etag: '"1"', failures: 0, lastReceived: Date.now() };
  await states.setAll(new Map(sources.map(({ id, url }) => [id, { source: url, url, ...known }])));
  const fetcher = createFetcher({ userAgent: 'bench', allow: anyAddress, perHost }, systemClock);
  const unexpected = async () => {
    throw new Error('every feed answers 304');
  };
  const poller = createPoller({
    sources: async () => sources,
    states,
    inbox: { receive: unexpected },
    trouble: { onTrouble: unexpected, onRecovery: unexpected },
    parser: { parse: unexpected },
    fetcher,
    clock: systemClock,
    log: { info() {}, warn: console.log, error: console.log },
    settings: { interval: 300_000, concurrency, perHost },
  });
  const start = performance.now();
  await poller.runDue();
  const seconds = (performance.now() - start) / 1000;
  let polled = 0;
  for await (const [, { lastSuccess }] of states.entries()) if (lastSuccess !== undefined) polled += 1;
  if (polled !== feeds) throw new Error(`only ${polled} of ${feeds} feeds were polled`);
  await storage.close();
  rmSync(dataDir, { recursive: true });
  return seconds;
}

function message<T>(child: ReturnType<typeof fork>): Promise<T> {
  return new Promise((resolve, reject) => {
    child.once('message', (value) => resolve(value as T));
    child.once('exit', (code) => reject(new Error(`the process ended with ${code}`)));
  });
}
