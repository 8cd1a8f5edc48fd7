import { createHash } from 'node:crypto';
import type { Watch } from '../schema/watch.ts';
import { createLexicon } from './lexicon.ts';
import { copiedFrom } from './outlets.ts';
import { type Passage, readPassage } from './passage.ts';
import { summed } from './revision.ts';
import { type Traits, traitsOf } from './signature.ts';
import { likeness } from './similarity.ts';
import { changedStanding, saidStanding } from './standing.ts';
import type { Classification, Item, Report, Story } from './story.ts';
import { StoryIndex } from './story-index.ts';
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
}

/** Days between two reports of one event. */
const reach = 4;
/** Days of stories that are kept. */
const keptDays = 400;
const day = 86_400_000;
/** Characters of the summary that a story shows. */
const shownSummary = 400;

/** Groups alerting items into stories, one by one. `stories`: those of the last days, as stored. */
export function createClusterer(watch: Watch, stories: Iterable<Story> = []): Clusterer {
  const lexicon = createLexicon(watch);
  const index = new StoryIndex(keptDays);
  for (const story of stories) index.put(story);

  const read = (item: Item): Passage => readPassage(item, lexicon);

  function place(item: Item, classification: Classification): Placement | undefined {
    const known = index.ofItem(item.id);
    if (known) return changed(known, item, classification);
    if (!classification.alert) return undefined;
    const passage = read(item);
    const traits = traitsOf(passage, classification, item);
    const story = nearestStory(item, traits);
    const placed = story
      ? joined(story, item, classification, passage, traits)
      : begun(item, classification, passage, traits);
    index.put(placed);
    return { story: placed, change: story ? 'report_added' : 'new' };
  }

  function nearestStory(item: Item, traits: Traits): Story | undefined {
    let best: Story | undefined;
    let most = 0;
    for (const story of index.around(item.published, reach)) {
      const score = closeness(story, item, traits);
      if (score > most) {
        best = story;
        most = score;
      }
    }
    return best;
  }

  function begun(item: Item, classification: Classification, passage: Passage, traits: Traits): Story {
    const report = reportOf(item, classification);
    const signature = { [item.id]: traits };
    return {
      id: storyId(item),
      version: 1,
      ...summed([report], signature, watch.titleLanguages),
      summary: plainSummary(item.summary).slice(0, shownSummary),
      reasons: classification.reasons,
      reports: [report],
      standing: saidStanding(passage) ?? 'reported',
      signature,
    };
  }

  function joined(
    story: Story,
    item: Item,
    classification: Classification,
    passage: Passage,
    traits: Traits,
  ): Story {
    const copyOf = copiedFrom(traits, story.reports, ({ item: id }) => story.signature[id]);
    const report = { ...reportOf(item, classification), ...(copyOf === undefined ? {} : { copyOf }) };
    const signature = { ...story.signature, [item.id]: traits };
    const reports = [...story.reports, report];
    const ofTheirs = story.reports.some(({ outlet }) => outlet === item.source);
    return {
      ...story,
      version: story.version + 1,
      ...summed(reports, signature, watch.titleLanguages),
      reports,
      standing: (ofTheirs ? saidStanding(passage) : undefined) ?? story.standing,
      signature,
    };
  }

  function changed(story: Story, item: Item, classification: Classification): Placement {
    const at = story.reports.findIndex((report) => report.item === item.id);
    const before = story.reports[at]!;
    const now = reportOf(item, {
      ...classification,
      language: classification.alert ? classification.language : before.language,
    });
    if (before.title === now.title && before.link === now.link && before.published === now.published) {
      return { story, change: 'none' };
    }
    const passage = read(item);
    const traits = classification.alert
      ? traitsOf(passage, classification, item)
      : (story.signature[item.id] ?? []);
    const reports = story.reports.with(at, { ...before, ...now });
    const signature = { ...story.signature, [item.id]: traits };
    const standing =
      changedStanding(passage, before.title, now.title, classification, story) ?? story.standing;
    const revised: Story = {
      ...story,
      version: story.version + 1,
      ...summed(reports, signature, watch.titleLanguages),
      reports,
      standing,
      signature,
    };
    index.put(revised);
    return { story: revised, change: 'report_changed' };
  }

  return { place };
}

/** Likeness to the report that is most like it. */
function closeness(story: Story, item: Item, traits: Traits): number {
  let best = Number.NEGATIVE_INFINITY;
  for (const report of story.reports) {
    const other = story.signature[report.item];
    if (!other) continue;
    best = Math.max(best, likeness(traits, other, Math.abs(item.published - report.published) / day));
  }
  return best;
}

function reportOf(item: Item, { language }: Classification): Report {
  const { id, source, link, published } = item;
  return { item: id, outlet: source, title: plainTitle(item.title), link, published, language };
}

/** Derived from the identity of the first item, so that a repeated step makes no second story. */
const storyId = ({ id }: Item): string => createHash('sha256').update(id).digest('hex').slice(0, 16);
