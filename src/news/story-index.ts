import { type Compared, ReportIndex } from './report-index.ts';
import type { Traits } from './signature.ts';
import type { Profile } from './similarity.ts';
import type { Report, Story } from './story.ts';

const day = 86_400_000;
/** Reports of a story that an item is compared with: its latest, and as many of its first. */
const latest = 4;
const mostCompared = 2 * latest;
/** Days on which reports are compared at a time: some more than are looked around, since items come in any order. */
const openDays = 16;
/** Reports no longer compared that the index of reports may have beside as many that are, before it is made anew. */
const gonePast = 100;

/** What is known of the report that a version of a story is new by. */
interface Fresh {
  readonly traits: Traits;
  readonly profile: Profile;
}

/**
 * Stories by the days they were reported on and, for the days that items come on, by what their reports say: a look-up
 * costs what is like the item, not what all history holds. Only the latest days are kept.
 */
export class StoryIndex {
  readonly #stories = new Map<string, Story>();
  readonly #days = new Map<number, Set<string>>();
  readonly #items = new Map<string, string>();
  readonly #keptDays: number;
  /** Days whose stories are compared, and their reports by item. */
  readonly #open = new Set<number>();
  readonly #compared = new Map<string, Map<string, Compared>>();
  #reports = new ReportIndex();
  #live = 0;
  #gone = 0;

  constructor(keptDays: number) {
    this.#keptDays = keptDays;
  }

  /** The story that holds an item. */
  ofItem(item: string): Story | undefined {
    const id = this.#items.get(item);
    return id === undefined ? undefined : this.#stories.get(id);
  }

  /**
   * Stories that were being reported within `reach` days of a moment (UTC ms) and have something in common with a
   * profile, each with the reports that do.
   */
  alike(profile: Profile, moment: number, reach: number): Map<Story, Compared[]> {
    const today = Math.floor(moment / day);
    this.#openAround(today, reach);
    const found = new Map<Story, Compared[]>();
    for (const report of this.#reports.alike(profile)) {
      const story = this.#stories.get(report.story)!;
      if (!isNear(story.first, today, reach) && !isNear(story.last, today, reach)) continue;
      const reports = found.get(story);
      if (reports) reports.push(report);
      else found.set(story, [report]);
    }
    return found;
  }

  /** The reports of a story that are compared, by item. */
  comparedOf(story: Story): ReadonlyMap<string, Compared> {
    if (!this.#compared.has(story.id)) this.#compare(story);
    return this.#compared.get(story.id)!;
  }

  /** Takes in a story, or another version of one; `fresh` is its last report, if nothing else is new. */
  put(story: Story, fresh?: Fresh): void {
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
    const compared = this.#compared.get(story.id);
    if (fresh && before && compared) this.#join(story, fresh, compared);
    else if (compared || daysOf(story).some((at) => this.#open.has(at))) this.#compare(story, fresh);
    while (this.#days.size > this.#keptDays) this.#dropOldest();
  }

  #openAround(today: number, reach: number): void {
    for (let at = today - reach; at <= today + reach; at += 1) {
      if (this.#open.has(at)) continue;
      this.#open.add(at);
      for (const id of this.#days.get(at) ?? []) this.#compare(this.#stories.get(id)!);
    }
    if (this.#open.size > openDays) this.#closeBeyond(today, reach);
    if (this.#gone <= this.#live + gonePast) return;
    const ids = [...this.#compared.keys()];
    this.#compared.clear();
    this.#reports = new ReportIndex();
    this.#live = 0;
    this.#gone = 0;
    for (const id of ids) this.#compare(this.#stories.get(id)!);
  }

  /** Closes the days that are not looked around, and the stories that were on none but them. */
  #closeBeyond(today: number, reach: number): void {
    const closed = [...this.#open].filter((at) => Math.abs(at - today) > reach);
    for (const at of closed) this.#open.delete(at);
    for (const id of closed.flatMap((at) => [...(this.#days.get(at) ?? [])])) {
      if (!daysOf(this.#stories.get(id)!).some((at) => this.#open.has(at))) this.#endStory(id);
    }
  }

  /** Notes the reports of a story, as it is now, that items are compared with. */
  #compare(story: Story, fresh?: Fresh): void {
    const before = this.#compared.get(story.id);
    const now = new Map<string, Compared>();
    this.#compared.set(story.id, now);
    for (const report of comparedReports(story.reports)) {
      const traits = story.signature[report.item];
      if (!traits) continue;
      const known = before?.get(report.item);
      if (known?.traits === traits) {
        known.report = report;
        now.set(report.item, known);
      } else {
        const isFresh = report === story.reports.at(-1);
        now.set(report.item, this.#add(report, story.id, traits, isFresh ? fresh?.profile : undefined));
      }
    }
    for (const [item, one] of before ?? []) if (now.get(item) !== one) this.#end(one);
  }

  /** The same where one report has come to those that are noted. */
  #join({ id, reports }: Story, { traits, profile }: Fresh, compared: Map<string, Compared>): void {
    // It takes the place of the one that is no longer among the latest.
    const gone = reports.length > mostCompared ? reports.at(-1 - latest)!.item : undefined;
    const end = gone === undefined ? undefined : compared.get(gone);
    if (end) {
      this.#end(end);
      compared.delete(gone!);
    }
    const report = reports.at(-1)!;
    compared.set(report.item, this.#add(report, id, traits, profile));
  }

  #add(report: Report, story: string, traits: Traits, profile: Profile | undefined): Compared {
    this.#live += 1;
    return this.#reports.add(report, story, traits, profile);
  }

  #endStory(id: string): void {
    for (const report of this.#compared.get(id)?.values() ?? []) this.#end(report);
    this.#compared.delete(id);
  }

  #end(report: Compared): void {
    report.live = false;
    this.#live -= 1;
    this.#gone += 1;
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
      this.#endStory(id);
    }
  }

  #forget(reports: readonly Report[]): void {
    for (const { item } of reports) this.#items.delete(item);
  }

  /** Takes a version of a story from the days that the next one no longer has. */
  #leave(story: Story, kept: readonly number[]): void {
    for (const at of daysOf(story)) if (!kept.includes(at)) this.#days.get(at)?.delete(story.id);
  }
}

/** The reports that stand for a story: its first and its latest, so that a big story costs no more. */
export const comparedReports = (reports: readonly Report[]): readonly Report[] =>
  reports.length <= mostCompared ? reports : [...reports.slice(0, latest), ...reports.slice(-latest)];

const isNear = (moment: number, today: number, reach: number): boolean =>
  Math.abs(Math.floor(moment / day) - today) <= reach;

/** Days of a story's first and last reports; what lies between is found from either, or is too long ago. */
function daysOf({ first, last }: Story): number[] {
  const [from, to] = [Math.floor(first / day), Math.floor(last / day)];
  return from === to ? [from] : [from, to];
}
