import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { createGate } from '../../src/news/gate.ts';
import { page } from '../../src/news/normalise.ts';
import type { Item } from '../../src/news/story.ts';
import { plainSummary, plainTitle } from '../../src/news/text.ts';
import { type Watch, watchSchema } from '../../src/schema/watch.ts';

const read = (file: string): Watch => watchSchema.parse(load(readFileSync(file, 'utf8')));

/** The vocabulary that the project ships. */
export const shippedWatch = read('config/pakistan-ttp/watch.yaml');

/** An invented conflict in two languages: the engine must work with it as well. */
export const inventedWatch = read('test/news/fixtures/river-front/watch.yaml');

let made = 0;

/** An item with a title, and what else the test is about. */
export function item(title: string, rest: Partial<Item> = {}): Item {
  made += 1;
  return {
    id: `item ${made}`,
    title,
    summary: '',
    source: 'Outlet A',
    link: `https://outlet-a.example/${made}`,
    published: Date.parse('2022-06-02T08:00:00Z'),
    ...rest,
  };
}

/** The gate of a watch, asked about texts as they come. */
export function gateOf(watch: Watch): (title: string, summary: string) => boolean {
  const mayConcern = createGate(watch);
  return (title, summary) => {
    page.writeItem(plainTitle(title), plainSummary(summary));
    return mayConcern(page);
  };
}
