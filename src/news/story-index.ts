import type { Traits } from './signature.ts';
import { type Profile, profileOf } from './similarity.ts';
import type { Report, Story } from './story.ts';

const day = 86_400_000;

/**
 * Stories by the days they were reported on, so that a look-up costs what those days hold and not what
 * all history does. Only the latest days are kept.
 */
export class StoryIndex {
  readonly #stories = new Map<string, Story>();
  readonly #days = new Map<number, Set<string>>();
  readonly #items = new Map<string, string>();
  readonly #profiles = new Map<string, { readonly traits: Traits; readonly profile: Profile }>();
  readonly #keptDays: number;

  constructor(keptDays: number) {
    this.#keptDays = keptDays;
  }

  /** The story that holds an item. */
  ofItem(item: string): Story | undefined {
    const id = this.#items.get(item);
    return id === undefined ? undefined : this.#stories.get(id);
  }

  /** Stories that were being reported within `reach` days of a moment (UTC ms). */
  around(moment: number, reach: number): Story[] {
    const found = new Set<string>();
    const today = Math.floor(moment / day);
    for (let at = today - reach; at <= today + reach; at += 1) {
      for (const id of this.#days.get(at) ?? []) found.add(id);
    }
    return [...found].map((id) => this.#stories.get(id)!);
  }

  /** The profile of a report in a story, made once. */
  profileOf(item: string, traits: Traits): Profile {
    const known = this.#profiles.get(item);
    if (known?.traits === traits) return known.profile;
    const profile = profileOf(traits);
    this.#profiles.set(item, { traits, profile });
    return profile;
  }

  /** Takes in a story, or another version of one. */
  put(story: Story): void {
    const before = this.#stories.get(story.id);
    this.#stories.set(story.id, story);
    // The item that was last among the old reports tells whether the others are the old ones too.
    const known = before?.reports.length ?? 0;
    const isGrown = before && story.reports[known - 1]?.item === before.reports[known - 1]?.item;
    if (before && !isGrown) this.#forget(before.reports);
    for (const { item } of isGrown ? story.reports.slice(known) : story.reports)
      this.#items.set(item, story.id);
    if (before) this.#leave(before, daysOf(story));
    for (const at of daysOf(story)) {
      const ids = this.#days.get(at) ?? new Set();
      this.#days.set(at, ids.add(story.id));
    }
    while (this.#days.size > this.#keptDays) this.#dropOldest();
  }

  #dropOldest(): void {
    const oldest = Math.min(...this.#days.keys());
    const ids = this.#days.get(oldest) ?? [];
    this.#days.delete(oldest);
    for (const id of ids) {
      const story = this.#stories.get(id);
      if (!story || daysOf(story).some((at) => this.#days.has(at))) continue;
      this.#stories.delete(id);
      this.#forget(story.reports);
    }
  }

  #forget(reports: readonly Report[]): void {
    for (const { item } of reports) {
      this.#items.delete(item);
      this.#profiles.delete(item);
    }
  }

  /** Takes a version of a story from the days that the next one no longer has. */
  #leave(story: Story, kept: readonly number[]): void {
    for (const at of daysOf(story)) if (!kept.includes(at)) this.#days.get(at)?.delete(story.id);
  }
}

/** Days of a story's first and last reports; what lies between is found from either, or is too long ago. */
function daysOf({ first, last }: Story): number[] {
  const [from, to] = [Math.floor(first / day), Math.floor(last / day)];
  return from === to ? [from] : [from, to];
}
