import type { Story } from './story.ts';

const day = 86_400_000;

/**
 * Stories by the days they were reported on, so that a look-up costs what those days hold and not what
 * all history does. Only the latest days are kept.
 */
export class StoryIndex {
  readonly #stories = new Map<string, Story>();
  readonly #days = new Map<number, Set<string>>();
  readonly #items = new Map<string, string>();
  readonly #keptDays: number;

  constructor(keptDays: number) {
    this.#keptDays = keptDays;
  }

  /** The story that holds an item. */
  ofItem(item: string): Story | undefined {
    const id = this.#items.get(item);
    return id === undefined ? undefined : this.#stories.get(id);
  }

  /** Stories with a report within `reach` days of a moment (UTC ms). */
  around(moment: number, reach: number): Story[] {
    const found = new Set<string>();
    const today = Math.floor(moment / day);
    for (let at = today - reach; at <= today + reach; at += 1) {
      for (const id of this.#days.get(at) ?? []) found.add(id);
    }
    return [...found].map((id) => this.#stories.get(id)!);
  }

  put(story: Story): void {
    const before = this.#stories.get(story.id);
    if (before) this.#unlink(before);
    this.#stories.set(story.id, story);
    for (const { item, published } of story.reports) {
      this.#items.set(item, story.id);
      const at = Math.floor(published / day);
      const ids = this.#days.get(at);
      if (ids) ids.add(story.id);
      else this.#days.set(at, new Set([story.id]));
    }
    while (this.#days.size > this.#keptDays) this.#dropOldest();
  }

  #unlink(story: Story): void {
    for (const { published } of story.reports) {
      const at = Math.floor(published / day);
      const ids = this.#days.get(at);
      ids?.delete(story.id);
      if (ids?.size === 0) this.#days.delete(at);
    }
  }

  #dropOldest(): void {
    const oldest = Math.min(...this.#days.keys());
    for (const id of this.#days.get(oldest) ?? []) {
      const story = this.#stories.get(id);
      if (!story) continue;
      this.#unlink(story);
      this.#stories.delete(id);
      for (const { item } of story.reports) this.#items.delete(item);
    }
    this.#days.delete(oldest);
  }
}
