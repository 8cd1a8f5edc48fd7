import Parser from 'rss-parser';
import { itemOf, type LabelledItem, readLabelled, readWatch } from '../scripts/eval/labelled.ts';
import { createClassifier } from '../src/news/classifier.ts';
import { createClusterer } from '../src/news/clusterer.ts';
import type { Item } from '../src/news/story.ts';

/** Cost per item of classifying and clustering, against that of parsing the same items with rss-parser. */
export interface NewsBench {
  readonly items: number;
  /** Microseconds per item. */
  readonly parse: number;
  readonly classifyAndCluster: number;
  readonly ratio: number;
}

/** One item in this many is to alert, as in a busy feed. */
const oneIn = 20;
const day = 86_400_000;

/** A month of fixture items under new ids: of twenty one is to alert, one looks like it, the rest is ordinary. */
function mix(labelled: readonly LabelledItem[], count: number): Item[] {
  const relevant = labelled.filter(({ alert }) => alert);
  const ordinary = labelled.filter(({ story }) => /^o\d+$/.test(story));
  const lookalike = labelled.filter((item) => !item.alert && !ordinary.includes(item));
  const start = Date.parse('2026-01-01');
  return Array.from({ length: count }, (_, at) => {
    const from = [relevant, lookalike][at % oneIn] ?? ordinary;
    const model = from[(from === ordinary ? at : Math.floor(at / oneIn)) % from.length]!;
    return { ...itemOf(model), id: `${model.id}-${at}`, published: start + (at / count) * 30 * day };
  });
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const asFeed = (items: readonly Item[]): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Mix</title>${items
    .map(
      ({ id, title, summary, link, published }) =>
        `<item><guid>${id}</guid><title>${escaped(title)}</title><link>${link}</link>` +
        `<description>${escaped(summary)}</description><pubDate>${new Date(published).toUTCString()}</pubDate></item>`,
    )
    .join('')}</channel></rss>`;

/** Measures both in one run, after a warm-up, with the best of several rounds each. */
export async function benchNews(rounds = 25, count = 2000): Promise<NewsBench> {
  const items = mix(readLabelled('test/news/fixtures/items.jsonl'), count);
  const feed = asFeed(items);
  const watch = readWatch('config/pakistan-ttp');
  const classify = createClassifier(watch);
  let parse = Number.POSITIVE_INFINITY;
  let work = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const before = performance.now();
    await new Parser().parseString(feed);
    const between = performance.now();
    const { place } = createClusterer(watch);
    for (const item of items) {
      const classification = classify(item);
      if (classification.alert) place(item, classification);
    }
    parse = Math.min(parse, between - before);
    work = Math.min(work, performance.now() - between);
  }
  const perItem = (milliseconds: number): number => (milliseconds * 1000) / count;
  return {
    items: count,
    parse: perItem(parse),
    classifyAndCluster: perItem(work),
    ratio: work / parse,
  };
}

if (import.meta.main) console.table(await benchNews());
