import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readWatch } from '../scripts/eval/labelled.ts';
import type { SeenEntry } from '../src/alerts/seen.ts';
import { systemClock as clock } from '../src/clock.ts';
import { anyAddress } from '../src/feeds/fetch/address.ts';
import { createFetcher } from '../src/feeds/fetch/fetcher.ts';
import { createParser } from '../src/feeds/parse/parser.ts';
import { createPoller } from '../src/feeds/poll/poller.ts';
import type { FeedState } from '../src/feeds/poll/state.ts';
import { createClassifier } from '../src/news/classifier.ts';
import { openSqliteStorage } from '../src/storage/sqlite-storage.ts';
import { startChild } from './parts/child.ts';
import type { Opened } from './parts/feed-answers.ts';
import { reportGrowth, scales } from './parts/growth.ts';
import { loneIntake } from './parts/lone-intake.ts';
import { loopbackFeeds } from './parts/loopback-feeds.ts';

/**
 * What a feed costs in a round of polls when there are ten and a hundred times as many: processor time of all
 * threads, so that neither the server nor other processes count. As many feeds share a host at each scale.
 */
const feedsOfHost = 20;
/** Rounds at a scale, of which the cheapest counts: a small one is soon over, and measured with what is compiled meanwhile. */
const rounds = { 1: 10, 10: 3, 100: 2 } as const;

const classify = createClassifier(readWatch('config/pakistan-ttp'));
const parser = createParser();
const { opened, close } = await startChild<Opened>('feed-answers.ts');

/** Polls so many feeds once, which all have nothing new or one item each. @returns µs a feed */
async function pollAll(count: number, isNew: boolean): Promise<number> {
  const urls = loopbackFeeds(count, count / feedsOfHost, opened.port);
  const sources = urls.map((url, n) => ({ id: String(n), title: `Outlet ${n}`, url }));
  const dataDir = mkdtempSync(path.join(tmpdir(), 'trucewatch-bench-'));
  const storage = await openSqliteStorage(dataDir, { clock });
  const states = storage.documents<FeedState>('feed');
  const entries = storage.documents<SeenEntry>('entry');
  const known = { next: 0, failures: 0, lastReceived: clock.now(), ...(!isNew && { etag: opened.etag }) };
  await states.setAll(new Map(sources.map(({ id, url }) => [id, { source: url, url, ...known }])));
  const inbox = loneIntake(storage, { entries, classify });
  const unexpected = async () => {
    throw new Error('every feed answers');
  };
  const poller = createPoller({
    sources: async () => sources,
    states,
    inbox,
    trouble: { onTrouble: unexpected, onRecovery: unexpected },
    parser,
    fetcher: createFetcher({ userAgent: 'bench', allow: anyAddress }, clock),
    clock,
    log: { info() {}, warn: console.log, error: console.log },
    settings: { interval: 300_000 },
  });
  globalThis.gc?.();
  const before = process.cpuUsage();
  await poller.runDue();
  const { user, system } = process.cpuUsage(before);
  await poller.close();
  let taken = 0;
  for await (const _ of entries.entries()) taken += 1;
  if (taken !== (isNew ? count : 0)) throw new Error(`${taken} items came from ${count} feeds`);
  await storage.close();
  rmSync(dataDir, { recursive: true });
  return (user + system) / count;
}

/** Of so many feeds, ten and a hundred times as many. */
async function growthOf(fewest: number, isNew: boolean): Promise<number[]> {
  const times: number[] = [];
  for (const scale of scales) {
    const costs: number[] = [];
    for (let round = 0; round < rounds[scale]; round++) costs.push(await pollAll(fewest * scale, isNew));
    times.push(Math.min(...costs));
  }
  return times;
}

console.log(`growth of feeds: processor time of a round of polls, ${feedsOfHost} feeds on each host`);
reportGrowth('a feed polled: 100 to 10,000 feeds, all 304', 'a feed', await growthOf(100, false));
reportGrowth(
  'a feed polled: 20 to 2,000 feeds, each with a new item',
  'a feed and item',
  await growthOf(20, true),
);
await parser.close();
await close();
