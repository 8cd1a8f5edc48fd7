import { hash } from 'node:crypto';
import type { Watch } from '../schema/watch.ts';
import { createClassifier } from './classifier.ts';
import { copiedFrom } from './outlets.ts';
import type { Compared } from './report-index.ts';
import { Summary } from './revision.ts';
import type { Traits } from './signature.ts';
import { likeness, type Profile, profileOf } from './similarity.ts';
import { changedStanding, saidStanding } from './standing.ts';
import type { Classification, Item, Report, Story, Topic } from './story.ts';
import { comparedReports, StoryIndex } from './story-index.ts';
import { plainSummary, plainTitle } from './text.ts';

/** Where an item went, and what that changed. */
export interface Placement {
  readonly story: Story;
  readonly change: 'new' | 'report_added' | 'report_changed' | 'none';
}

export interface Clusterer {
  /**
   * Puts an item into its story, or makes one. An item whose id is known updates its report, whatever it
   * says now. Undefined: an item that makes no story because it does not alert.
   */
  place(item: Item, classification: Classification): Placement | undefined;
  /** The story that `place` would put the item into, if it is there already; nothing is changed. */
  find(item: Item, classification: Classification): Story | undefined;
  /**
   * Takes over a story as it was stored elsewhere, such as by another process: in place of the version that
   * is known, if any, newer or not. Costs what the story's reports cost, not what all stories do.
   */
  replace(story: Story): void;
}

/** Days between two reports of one event. */
const reach = 4;
/** Days of stories that are kept. */
const keptDays = 400;
const day = 86_400_000;
/** Characters of the summary that a story shows. */
const shownSummary = 400;

/**
 * Groups alerting items into stories, one by one. `stories`: those of the last days, as stored. Making one is
 * cheap: a story is only noted under its days and items, and read when an item comes near it.
 */
export function createClusterer(watch: Watch, stories: Iterable<Story> = []): Clusterer {
  // Only for classifications that come without traits.
  let classify: ReturnType<typeof createClassifier> | undefined;
  const traitsOf = (item: Item, { traits }: Classification): Traits => {
    if (traits) return traits;
    classify ??= createClassifier(watch);
    return classify(item).traits ?? [];
  };
  const index = new StoryIndex(keptDays);
  /** Of the versions of stories that reports may be added to. */
  const summaries = new WeakMap<Story, Summary>();
  for (const story of stories) index.put(story);

  function place(item: Item, classification: Classification): Placement | undefined {
    const known = index.ofItem(item.id);
    if (known) return changed(known, item, classification);
    if (!classification.alert) return undefined;
    const report = reportOf(item, classification);
    const traits = traitsOf(item, classification);
    const profile = profileOf(traits);
    const story = nearestStory(report, profile);
    const placed = story
      ? joined(story, report, traits, profile)
      : begun(report, traits, classification.reasons, plainSummary(item.summary));
    index.put(placed, { traits, profile });
    return { story: placed, change: story ? 'report_added' : 'new' };
  }

  function find(item: Item, classification: Classification): Story | undefined {
    const known = index.ofItem(item.id);
    if (known || !classification.alert) return known;
    return nearestStory(reportOf(item, classification), profileOf(traitsOf(item, classification)));
  }

  function nearestStory(report: Report, profile: Profile): Story | undefined {
    let best: Story | undefined;
    let most = 0;
    for (const [story, alike] of index.alike(profile, report.published, reach)) {
      const like = closeness(report, profile, alike, story.first);
      if (like <= most) continue;
      const score = isOtherStep(story, report, profile) ? like - anotherStep : like;
      if (score <= most) continue;
      best = story;
      most = score;
    }
    return best;
  }

  /** Likeness to the report that is most like it. */
  function closeness(
    { published }: Report,
    profile: Profile,
    alike: readonly Compared[],
    first: number,
  ): number {
    let best = Number.NEGATIVE_INFINITY;
    for (const other of alike) {
      const days = Math.abs(published - other.report.published) / day;
      if (days > reach) continue;
      const chained = Math.max(0, (published - first) / day - days);
      best = Math.max(best, likeness(profile, other.profile, other, days) - perChainedDay * chained);
    }
    return best;
  }

  /** The outlet has told the story under another topic. */
  function isOtherStep(story: Story, { outlet }: Report, { topic }: Profile): boolean {
    for (const { report, profile } of index.comparedOf(story).values()) {
      if (report.outlet === outlet && profile.topic !== topic) return true;
    }
    return false;
  }

  function begun(report: Report, traits: Traits, reasons: readonly string[], summary: string): Story {
    return {
      id: storyId(report.item),
      version: 1,
      ...new Summary([report], watch.titleLanguages).told(),
      summary: summary.slice(0, shownSummary),
      reasons,
      reports: [report],
      standing: saidStanding(traits) ?? 'reported',
      signature: { [report.item]: traits },
    };
  }

  function joined(story: Story, report: Report, traits: Traits, profile: Profile): Story {
    const copyOf = copiedFrom(profile, story.reports, index.comparedOf(story).values());
    const added = copyOf === undefined ? report : { ...report, copyOf };
    const summary = summaries.get(story) ?? new Summary(story.reports, watch.titleLanguages);
    summary.add(added);
    summaries.delete(story);
    const said = saidStanding(traits);
    // Only the outlet itself can take back what it said.
    const isOwn = said !== undefined && story.reports.some(({ outlet }) => outlet === report.outlet);
    const newer = {
      ...revised(story, story.reports.concat([added]), summary, report.item, traits),
      standing: isOwn ? said : story.standing,
    };
    summaries.set(newer, summary);
    return newer;
  }

  function changed(story: Story, item: Item, classification: Classification): Placement {
    const at = story.reports.findIndex((report) => report.item === item.id);
    const before = story.reports[at]!;
    // What no longer alerts keeps the topic under which it was told.
    const now = { ...before, ...reportOf(item, classification.alert ? classification : before) };
    if (before.title === now.title && before.link === now.link && before.published === now.published) {
      return { story, change: 'none' };
    }
    const traits = traitsOf(item, classification);
    const kept = classification.alert ? traits : (story.signature[item.id] ?? []);
    const titles = { before: before.title, now: now.title };
    const reports = story.reports.with(at, now);
    const newer = {
      ...revised(story, reports, new Summary(reports, watch.titleLanguages), item.id, kept),
      standing: changedStanding(traits, titles, classification, story) ?? story.standing,
    };
    index.put(newer);
    return { story: newer, change: 'report_changed' };
  }

  function revised(
    story: Story,
    reports: readonly Report[],
    summary: Summary,
    item: string,
    traits: Traits,
  ): Story {
    const compared = index.comparedOf(story);
    const signature: Record<string, Traits> = Object.create(null);
    for (const report of comparedReports(reports)) {
      const known = report.item === item ? traits : compared.get(report.item)?.traits;
      if (known) signature[report.item] = known;
    }
    return { ...story, version: story.version + 1, ...summary.told(), reports, signature };
  }

  return { place, find, replace: (story) => index.put(story) };
}

/** A story is not strung from report to report: each day that it is older than the nearest one must be made up for. */
const perChainedDay = 0.12;

/** What one outlet tells by another item under another topic is another step of the affair, however alike. */
const anotherStep = 0.6;

function reportOf(
  item: Item,
  { language, topic }: Pick<Classification, 'language'> & { topic?: Topic },
): Report {
  const { id, source, link, published } = item;
  const report = { item: id, outlet: source, title: plainTitle(item.title), link, published, language };
  return topic === undefined || topic === 'related' || topic === 'none' ? report : { ...report, topic };
}

/** Derived from the identity of the first item, so that a repeated step makes no second story. */
const storyId = (item: string): string => hash('sha256', item).slice(0, 16);
