import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { itemOf, readLabelled, readWatch } from '../scripts/eval/labelled.ts';
import type { SeenEntry } from '../src/alerts/seen.ts';
import { systemClock as clock } from '../src/clock.ts';
import { createClassifier } from '../src/news/classifier.ts';
import { createClusterer } from '../src/news/clusterer.ts';
import type { Item } from '../src/news/story.ts';
import { openSqliteStorage } from '../src/storage/sqlite-storage.ts';
import { openBench } from './parts/alerting.ts';
import { reportGrowth, scales } from './parts/growth.ts';
import { loneIntake } from './parts/lone-intake.ts';
import { median } from './parts/row.ts';

// What an item and an alert cost when there are ten and a hundred times as many stories, feeds and channels.
const day = 86_400_000;
const rounds = 5;
const watch = readWatch('config/pakistan-ttp');
const classify = createClassifier(watch);
const labelled = readLabelled('test/news/fixtures/items.jsonl');

/** The best of some rounds (µs a unit): what is measured is the work, not the noise. */
async function best(count: number, prepare: () => () => unknown): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const work = prepare();
    const before = performance.now();
    await work();
    times.push(((performance.now() - before) * 1000) / count);
  }
  return Math.min(...times);
}

/** Alerts on so many events in the days before `end` (UTC ms), evenly. */
function events(count: number, days: number, end: number): Item[] {
  const places = [
    'Swat',
    'Bajaur',
    'Tank',
    'Bannu',
    'Khost',
    'Kabul',
    'Peshawar',
    'Quetta',
    'Karachi',
    'Dir',
  ];
  const deeds = [
    'hold talks with a jirga on a truce',
    'announce a ceasefire',
    'end the ceasefire',
    'extend the ceasefire',
    'reject an offer of talks',
  ];
  return Array.from({ length: count }, (_, n) => ({
    id: `event-${n}`,
    title: `TTP fighters in ${places[n % places.length]} ${deeds[n % deeds.length]}, official ${10_000 + n} says`,
    summary: `Report ${n} names ${(n * 7) % 97} elders and ${(n * 13) % 89} villages.`,
    source: `Outlet ${n % 40}`,
    link: `https://outlet-${n % 40}.example/${n}`,
    published: end - days * day + (n * days * day) / count,
  }));
}

console.log('growth: at 1 ×, 10 × and 100 × as much');

const now = Date.parse('2026-02-01');
const alerting = labelled.filter(({ alert }) => alert).map(itemOf);
const probes = alerting.slice(0, 200).map((item, n) => {
  const probe = { ...item, published: now - n * 60_000 };
  return [probe, classify(probe)] as const;
});

const opening = [{ ...probes[0]![0], id: 'first' }, probes[0]![1]] as const;
/** Reports that are added to a story. */
const joined = 40;

/** With so many stories of the last days on record. */
async function placing(count: number, days: number): Promise<number> {
  // Each in a story of its own: placed beside each other most would be joined, since they are alike.
  const stories = events(count, days, now).map((item) => {
    const placed = createClusterer(watch).place(item, classify(item));
    if (!placed) throw new Error(`No alert: ${item.title}`);
    return placed.story;
  });
  return best(probes.length, () => {
    const clusterer = createClusterer(watch, stories);
    // The first item has the stories of the days around read, once.
    clusterer.find(...opening);
    return () => {
      for (const [item, classification] of probes) clusterer.place(item, classification);
    };
  });
}

/** With so many reports in the story that it belongs to. */
async function joining(count: number): Promise<number> {
  const [event] = events(1, 1, now) as [Item];
  const reports = Array.from({ length: count + joined }, (_, n): Item => {
    return { ...event, id: `report-${n}`, source: `Outlet ${n % 200}`, published: now + n };
  });
  const { place } = createClusterer(watch);
  for (const item of reports.slice(0, count)) place(item, classify(item));
  const story = place(reports[0]!, classify(reports[0]!))?.story;
  if (story?.reports.length !== count) throw new Error('The reports are in several stories.');
  const added = reports.slice(count).map((item) => [item, classify(item)] as const);
  return best(joined, () => {
    const clusterer = createClusterer(watch, [story]);
    clusterer.find(...opening);
    return () => {
      for (const [item, classification] of added) clusterer.place(item, classification);
    };
  });
}

const history: number[] = [];
// So many days that all around the probes have their stories, at each scale.
for (const scale of scales) history.push(await placing(80 * scale, 8 * scale));
reportGrowth('an item placed: 80 to 8,000 stories on record, 10 a day', 'an item', history);
const week: number[] = [];
for (const scale of scales) week.push(await placing(40 * scale, 4));
reportGrowth('an item placed: 40 to 4,000 stories of the last four days', 'an item', week);
const story: number[] = [];
for (const scale of scales) story.push(await joining(10 * scale));
reportGrowth('an item placed: 10 to 1,000 reports in its story', 'an item', story);

const entriesOf = 40;
const intakes: number[] = [];
for (const scale of scales) {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'trucewatch-bench-'));
  const storage = await openSqliteStorage(dataDir, { clock });
  const entries = storage.documents<SeenEntry>('entry');
  const noted = { mark: '1', first: 0, listed: 0, old: true };
  const many = Array.from({ length: 1000 * scale }, (_, n) => [`feed-${n % 997}/${n}`, noted] as const);
  await entries.setAll(new Map(many));
  const intake = loneIntake(storage, { entries, classify });
  let batch = 0;
  intakes.push(
    await best(entriesOf, () => {
      const feed = { id: `new-${batch++}`, title: 'New' };
      const entriesNow = Array.from({ length: entriesOf }, (_, n) => ({
        id: `${feed.id}-${n}`,
        title: `Road ${n} reopens after repairs`,
        summary: 'The works took a week.',
        link: `https://outlet.example/${n}`,
        published: clock.now(),
        language: 'en',
      }));
      return () => intake.receive({ feed, entries: entriesNow, first: false, now: clock.now() });
    }),
  );
  await storage.close();
  rmSync(dataDir, { recursive: true });
}
reportGrowth('an item taken in: entries on record, 1,000 to 100,000', 'an item', intakes);

const telling: number[] = [];
for (const scale of scales) {
  const channels = 100 * scale;
  const bench = await openBench(channels);
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = performance.now();
    await bench.tell(`Truce extended, round ${round}`);
    times.push(((performance.now() - before) * 1000) / channels);
  }
  telling.push(median(times));
  await bench.close();
}
reportGrowth('an alert decided and queued: subscribed channels, 100 to 10,000', 'a channel', telling);
