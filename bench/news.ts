import Parser from 'rss-parser';
import { readLabelled, readWatch } from '../scripts/eval/labelled.ts';
import { createClassifier } from '../src/news/classifier.ts';
import { createClusterer } from '../src/news/clusterer.ts';
import { createGate } from '../src/news/gate.ts';
import { page } from '../src/news/normalise.ts';
import { plainSummary, plainTitle } from '../src/news/text.ts';
import { mixedFeeds, mixSays } from './news/mix.ts';
import { median, report } from './parts/row.ts';

/** Cost per item of classifying and clustering, against that of parsing the same items with rss-parser. */
const rounds = 41;
const warmUp = 8;
const feeds = mixedFeeds(readLabelled('test/news/fixtures/items.jsonl'), 50, 40);
const items = feeds.flatMap((feed) => feed.items);
const watch = readWatch('config/pakistan-ttp');
const classify = createClassifier(watch);
const mayConcern = createGate(watch);
const parser = new Parser();

async function parse(): Promise<void> {
  for (const { xml } of feeds) await parser.parseString(xml);
}

function classifyAndCluster(): void {
  const { place } = createClusterer(watch);
  for (const item of items) {
    const classification = classify(item);
    if (classification.alert) place(item, classification);
  }
}

/** Microseconds per item. */
async function timed(work: () => void | Promise<void>): Promise<number> {
  const before = performance.now();
  await work();
  return ((performance.now() - before) * 1000) / items.length;
}

const parsing: number[] = [];
const working: number[] = [];
for (let round = 0; round < warmUp + rounds; round += 1) {
  const [parsed, worked] = [await timed(parse), await timed(classifyAndCluster)];
  if (round < warmUp) continue;
  parsing.push(parsed);
  working.push(worked);
}
const [parsed, worked] = [median(parsing), median(working)];
const passing = items.filter(({ title, summary }) => {
  page.writeItem(plainTitle(title), plainSummary(summary));
  return mayConcern(page);
}).length;
const alerts = items.filter((item) => classify(item).alert).length;
console.log(
  `news: ${items.length} items in ${feeds.length} feeds, ${passing} pass the gate, ${alerts} alert, median of ${rounds}`,
);
console.log(`  mix                 ${mixSays}`);
console.log(`  rss-parser          ${parsed.toFixed(1)} µs an item`);
console.log(`  classify + cluster  ${worked.toFixed(2)} µs an item`);
report({
  what: 'classify + cluster an item, 1 in 20 relevant',
  floor: `rss-parser ${parsed.toFixed(1)} µs`,
  measured: `${worked.toFixed(1)} µs`,
  result: `${(worked / parsed).toFixed(2)} ×`,
  goal: 'at most 0.25 ×',
  met: worked / parsed <= 0.25,
});
