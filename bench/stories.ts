import Parser from 'rss-parser';
import { readLabelled, readWatch } from '../scripts/eval/labelled.ts';
import { createParser } from '../src/feeds/parse/parser.ts';
import { createClassifier } from '../src/news/classifier.ts';
import { createClusterer } from '../src/news/clusterer.ts';
import { mixedFeeds } from './news/mix.ts';
import { median, report } from './parts/row.ts';

// From feed bodies to stories as the bot takes them in, parsing in its threads, beside rss-parser alone.
const rounds = 15;
const warmUp = 4;
const feeds = mixedFeeds(readLabelled('test/news/fixtures/items.jsonl'), 50, 40, 'at length');
const count = feeds.flatMap(({ items }) => items).length;
const bodies = feeds.map(({ xml }) => Buffer.from(xml));
const watch = readWatch('config/pakistan-ttp');
const classify = createClassifier(watch);
const parser = createParser();
const rssParser = new Parser();
const now = Date.parse('2026-02-01');

async function floor(): Promise<void> {
  for (const body of bodies) await rssParser.parseString(body.toString());
}

async function stories(): Promise<void> {
  const { place } = createClusterer(watch);
  const parsed = bodies.map((body) => parser.parse(body, { url: 'https://outlet.example/', now }));
  for (const [feed, { entries }] of (await Promise.all(parsed)).entries()) {
    for (const { id, title, summary, link, published, language } of entries) {
      const item = {
        id: `${feed}/${id}`,
        title,
        summary,
        link,
        source: 'Mix',
        published: published ?? now,
        ...(language && { language }),
      };
      const classification = classify(item);
      if (classification.alert) place(item, classification);
    }
  }
}

/** Items a second. */
async function rateOf(work: () => Promise<void>): Promise<number> {
  const before = performance.now();
  await work();
  return (count * 1000) / (performance.now() - before);
}

console.log(`stories: ${count} items in ${feeds.length} feeds, 1 in 20 relevant, median of ${rounds}`);
const rates: Record<'floor' | 'bot', number[]> = { floor: [], bot: [] };
for (let round = 0; round < warmUp + rounds; round++) {
  const [alone, whole] = [await rateOf(floor), await rateOf(stories)];
  if (round < warmUp) continue;
  rates.floor.push(alone);
  rates.bot.push(whole);
}
await parser.close();
const [alone, whole] = [median(rates.floor), median(rates.bot)];
report({
  what: 'feed body → stories',
  floor: `${Math.round(alone)} items/s`,
  measured: `${Math.round(whole)} items/s`,
  result: `${(whole / alone).toFixed(2)} ×`,
  goal: 'at least 0.6 ×',
  met: whole / alone >= 0.6,
});
