import { hash } from 'node:crypto';
import type { Watch } from '../schema/watch.ts';
import { createClassifier } from './classifier.ts';
import { page } from './normalise.ts';
import { copiedFrom } from './outlets.ts';
import { accountsOf, Summary, toldAnew } from './revision.ts';
import type { Traits } from './signature.ts';
import { type Profile, profileOf } from './similarity.ts';
import { createNotices, isTakenBack } from './standing.ts';
import type { Account, Classification, Item, Notice, Report, Story, Topic } from './story.ts';
import { comparedReports, StoryIndex } from './story-index.ts';
import { storyFor } from './story-match.ts';
import { plainSummary, plainTitle } from './text.ts';

/** Where an item went, and what that changed. */
export interface Placement {
  readonly story: Story;
  readonly change: 'new' | 'report_added' | 'report_changed' | 'none';
}

export interface Clusterer {
  /**
   * Puts an item into its story, or makes one. An item whose id is known updates its report, whatever it
   * says now. Undefined: an item that makes no story because it does not alert, and is no notice on one either.
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

/** Days of stories that are kept. */
const keptDays = 400;
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
  // Only for items that are known: they may have lost all words by which they are classified.
  let noticeOf: ReturnType<typeof createNotices> | undefined;
  const index = new StoryIndex(keptDays);
  /** Of the versions of stories that reports may be added to. */
  const summaries = new WeakMap<Story, Summary>();
  for (const story of stories) index.put(story);

  function place(item: Item, classification: Classification): Placement | undefined {
    const known = index.ofItem(item.id);
    if (known) return changed(known, item, classification);
    if (!mayBelong(classification)) return undefined;
    const report = reportOf(item, classification);
    const traits = traitsOf(item, classification);
    const profile = profileOf(traits);
    const story = storyFor(index, report, profile, classification);
    if (!story && !classification.alert) return undefined;
    const arrival = arrived(item, report, traits, classification);
    const placed = story ? joined(story, arrival, profile) : begun(arrival);
    index.put(placed, { traits, profile });
    return { story: placed, change: story ? 'report_added' : 'new' };
  }

  function find(item: Item, classification: Classification): Story | undefined {
    const known = index.ofItem(item.id);
    if (known || !mayBelong(classification)) return known;
    const profile = profileOf(traitsOf(item, classification));
    return storyFor(index, reportOf(item, classification), profile, classification);
  }

  function begun(arrival: Arrival): Story {
    const { report, traits, account, notice } = arrival;
    const summary = new Summary([report], watch.titleLanguages);
    return {
      id: storyId(report.item),
      version: 1,
      ...summary.told(),
      ...toldAnew(summary, {}, account),
      reports: [report],
      standing: notice ?? 'reported',
      signature: { [report.item]: traits },
    };
  }

  function joined(story: Story, arrival: Arrival, profile: Profile): Story {
    const { report, notice } = arrival;
    // Only the outlet itself can take back what it said.
    const own = story.reports.some(({ outlet }) => outlet === report.outlet) ? notice : undefined;
    const copyOf = copiedFrom(profile, story.reports, index.comparedOf(story).values());
    const { topic: _, ...noticed } = report;
    // What speaks of a report gives the story no topic of its own.
    const added = { ...(own ? noticed : report), ...(copyOf !== undefined && { copyOf }) };
    const summary = summaries.get(story) ?? new Summary(story.reports, watch.titleLanguages);
    summary.add(added);
    summaries.delete(story);
    const newer = {
      ...revised(story, story.reports.concat([added]), summary, arrival),
      standing: own ?? story.standing,
    };
    summaries.set(newer, summary);
    return newer;
  }

  function changed(story: Story, item: Item, classification: Classification): Placement {
    const at = story.reports.findIndex((report) => report.item === item.id);
    const before = story.reports[at]!;
    // What no longer alerts keeps the topic under which it was told.
    const isToldAnew = classification.alert && before.topic !== undefined;
    const now = { ...before, ...reportOf(item, isToldAnew ? classification : before) };
    noticeOf ??= createNotices(watch);
    page.writeItem(now.title, plainSummary(item.summary));
    const notice = noticeOf(now.title);
    const isSame =
      before.title === now.title && before.link === now.link && before.published === now.published;
    if (isSame && (notice ?? story.standing) === story.standing) return { story, change: 'none' };
    const reports = story.reports.with(at, now);
    const summary = new Summary(reports, watch.titleLanguages);
    const arrival = classification.alert
      ? arrived(item, now, traitsOf(item, classification), classification)
      : { report: now, traits: story.signature[item.id] ?? [] };
    const newer = {
      ...revised(story, reports, summary, arrival),
      standing: notice ?? (isTakenBack(before, now, classification) ? 'corrected' : story.standing),
    };
    index.put(newer);
    return { story: newer, change: 'report_changed' };
  }

  function revised(
    story: Story,
    reports: readonly Report[],
    summary: Summary,
    { report: { item }, traits, account }: Arrival,
  ): Story {
    const compared = index.comparedOf(story);
    const signature: Record<string, Traits> = Object.create(null);
    for (const report of comparedReports(reports)) {
      const known = report.item === item ? traits : compared.get(report.item)?.traits;
      if (known) signature[report.item] = known;
    }
    const { accounts: _, ...rest } = story;
    const told = { ...summary.told(), ...toldAnew(summary, accountsOf(story), account) };
    return { ...rest, version: story.version + 1, ...told, reports, signature };
  }

  return { place, find, replace: (story) => index.put(story) };
}

/** What comes into a story. */
interface Arrival {
  readonly report: Report;
  readonly traits: Traits;
  /** Undefined if it does not alert. */
  readonly account?: Account;
  readonly notice?: Notice | undefined;
}

function arrived(
  item: Item,
  report: Report,
  traits: Traits,
  { alert, reasons, notice }: Classification,
): Arrival {
  if (!alert) return { report, traits, notice };
  const summary = plainSummary(item.summary).slice(0, shownSummary);
  return { report, traits, account: { item: item.id, summary, reasons }, notice };
}

const mayBelong = ({ alert, notice }: Classification): boolean => alert || notice !== undefined;

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
