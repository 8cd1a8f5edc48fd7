import Parser from 'rss-parser';
import { readLabelled, readWatch } from '../scripts/eval/labelled.ts';
import { createClassifier } from '../src/news/classifier.ts';
import { createClusterer } from '../src/news/clusterer.ts';
import { createGate } from '../src/news/gate.ts';
import { page } from '../src/news/normalise.ts';
import type { Item } from '../src/news/story.ts';
import { plainSummary, plainTitle } from '../src/news/text.ts';
import { type MixedFeed, mixedFeeds, mixSays, type Telling } from './news/mix.ts';
import { median, report } from './parts/row.ts';

/** Cost per item of classifying and clustering, against that of parsing the same items with rss-parser. */
const rounds = 41;
const warmUp = 20;
const labelled = readLabelled('test/news/fixtures/items.jsonl');
const watch = readWatch('config/pakistan-ttp');
const classify = createClassifier(watch);
const mayConcern = createGate(watch);
const parser = new Parser();

async function parse(feeds: readonly MixedFeed[]): Promise<void> {
  for (const { xml } of feeds) await parser.parseString(xml);
}

function classifyAndCluster(items: readonly Item[]): void {
  const { place } = createClusterer(watch);
  for (const item of items) {
    const classification = classify(item);
    if (classification.alert) place(item, classification);
  }
}

/** Microseconds. */
async function timed(work: () => void | Promise<void>): Promise<number> {
  const before = performance.now();
  await work();
  return (performance.now() - before) * 1000;
}

function passes({ title, summary }: Item): boolean {
  page.writeItem(plainTitle(title), plainSummary(summary));
  return mayConcern(page);
}

async function measure(telling: Telling): Promise<{ parsed: number; worked: number }> {
  const feeds = mixedFeeds(labelled, 50, 40, telling);
  const items = feeds.flatMap((feed) => feed.items);
  const parsing: number[] = [];
  const working: number[] = [];
  for (let round = 0; round < warmUp + rounds; round += 1) {
    const [parsed, worked] = [await timed(() => parse(feeds)), await timed(() => classifyAndCluster(items))];
    if (round < warmUp) continue;
    parsing.push(parsed / items.length);
    working.push(worked / items.length);
  }
  const [parsed, worked] = [median(parsing), median(working)];
  const alerts = items.filter((item) => classify(item).alert).length;
  console.log(
    `news told ${telling}: ${items.length} items in ${feeds.length} feeds, ${items.filter(passes).length} pass the gate, ${alerts} alert, median of ${rounds}`,
  );
  console.log(`  mix                 ${mixSays[telling]}`);
  console.log(`  rss-parser          ${parsed.toFixed(1)} µs an item`);
  console.log(`  classify + cluster  ${worked.toFixed(2)} µs an item`);
  return { parsed, worked };
}

const asLabelled = await measure('briefly');
report({
  what: 'classify + cluster an item, 1 in 20 relevant',
  floor: `rss-parser ${asLabelled.parsed.toFixed(1)} µs`,
  measured: `${asLabelled.worked.toFixed(1)} µs`,
  result: `${(asLabelled.worked / asLabelled.parsed).toFixed(2)} ×`,
  goal: 'at most 0.25 ×',
  met: asLabelled.worked / asLabelled.parsed <= 0.25,
});
const atLength = await measure('at length');
report({
  what: 'the same with descriptions of 200 to 600 characters',
  floor: `rss-parser ${atLength.parsed.toFixed(1)} µs`,
  measured: `${atLength.worked.toFixed(1)} µs`,
  result: `${(atLength.worked / atLength.parsed).toFixed(2)} ×`,
  goal: '–',
});
