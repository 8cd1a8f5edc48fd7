import type { Watch } from '../schema/watch.ts';
import { createClassifier } from './classifier.ts';
import { createClusterer } from './clusterer.ts';
import type { Classification, Item, Topic } from './story.ts';

/** One line of `classify`. */
export interface Judged {
  readonly id: string;
  readonly alert: boolean;
  readonly topic: Topic;
  readonly score: number;
  /** Items of one event share it; null for items that do not alert. */
  readonly story: string | null;
  readonly reasons: readonly string[];
}

/** Classifies and clusters items; answers come in the order of the items, which are placed by their date. */
export function* classifyAll(watch: Watch, items: Iterable<Item>): Iterable<Judged> {
  const classify = createClassifier(watch);
  const { place } = createClusterer(watch);
  const all = [...items].map((item): { item: Item; classification: Classification } => ({
    item,
    classification: classify(item),
  }));
  const story = new Map<string, string>();
  for (const { item, classification } of all.toSorted((a, b) => a.item.published - b.item.published)) {
    const placement = place(item, classification);
    if (placement) story.set(item.id, placement.story.id);
  }
  for (const { item, classification } of all) {
    const { alert, topic, score, reasons } = classification;
    yield { id: item.id, alert, topic, score, story: alert ? (story.get(item.id) ?? null) : null, reasons };
  }
}
