import { setImmediate } from 'node:timers/promises';
import type { Documents } from '../documents.ts';
import type { Entry } from '../entry.ts';
import type { Classification, Item, Story } from '../news/story.ts';
import type { Announce } from './announce.ts';
import type { Audience } from './audience.ts';
import type { Clusterers } from './clusterers.ts';
import type { Log } from './log.ts';
import { createPlace, type Placing } from './placing.ts';
import { createSeenNotes, itemId, markOf, noteListed, type SeenEntry, type SeenNotes } from './seen.ts';

/** The feed that a batch is from. */
interface FeedName {
  readonly id: string;
  /** The outlet's name. */
  readonly title: string;
  readonly lang?: string | undefined;
}

export interface Batch {
  readonly feed: FeedName;
  readonly entries: readonly Entry[];
  /** Nothing was ever received from this feed. */
  readonly first: boolean;
  /** UTC milliseconds. */
  readonly now: number;
}

export interface IntakeOptions {
  readonly classify: (item: Item) => Classification;
  readonly clusterers: Pick<Clusterers, 'place' | 'placeFor'>;
  readonly audience: Audience;
  readonly entries: Documents<SeenEntry>;
  readonly stories: Documents<Story>;
  readonly announce: Announce;
  readonly placing: Placing;
  /** Called when deliveries were queued. */
  readonly wake: () => void;
  readonly log: Log;
  /** Entries older than this (ms) are taken in but never posted: after an outage a feed lists many. */
  readonly maxAge?: number;
}

type Told = Awaited<ReturnType<Audience>>;

/**
 * Where entries come in. `receive` resolves when all of the batch is stored: for each entry first its story and
 * who is told, then the deliveries, then that the entry was seen. A batch may come again at any time.
 */
export function createIntake(options: IntakeOptions): { receive(batch: Batch): Promise<void> } {
  const { classify, clusterers, audience, entries, announce, wake, log } = options;
  const { maxAge = 48 * 3_600_000 } = options;
  const place = createPlace(options);

  async function takeIn(batch: Batch, told: Told, entry: Entry, notes: SeenNotes): Promise<void> {
    const { feed, first, now } = batch;
    const id = itemId(feed.id, entry);
    const mark = markOf(entry);
    const before = await notes.get(id);
    if (before?.mark === mark) return noteListed(notes, id, before, now);

    const firstSeen = before?.first ?? now;
    // Not later than when it was first seen: publishers date ahead, and move dates.
    const published = Math.min(entry.published ?? firstSeen, firstSeen);
    const old = before?.old ?? (first || now - published > maxAge);
    // A feed's own tag is often what its software came with.
    const language = feed.lang ?? entry.language;
    const item: Item = {
      id,
      title: entry.title,
      summary: entry.summary,
      source: feed.title,
      link: entry.link,
      published,
      ...(language !== undefined && { language }),
    };
    // A feed may bring hundreds at once: commands are answered in between.
    await setImmediate();
    const classification = attempt(item, () => classify(item));
    let placed = before ? (before.placed ?? true) : false;
    // What does not alert is in a story only if it was placed before, or speaks of one.
    if (classification && (classification.alert || classification.notice || placed)) {
      const fresh = !old && now - published <= maxAge;
      const grown = await place(() => storiesOf(item, classification, told));
      placed = grown.length > 0;
      // Others place meanwhile: it takes long where many servers are told.
      for (const story of grown) {
        if (await announce(story, fresh)) wake();
        const { id: name, version, topic } = story;
        log.info({ feed: feed.id, story: name, version, topic, fresh }, 'story');
      }
    }
    notes.note(id, { mark, first: firstSeen, listed: now, old, placed });
    // Most are in no story, and may wait for the rest of the batch: after a crash they are read anew.
    if (placed) await notes.keep();
  }

  function storiesOf(item: Item, classification: Classification, told: Told): readonly Story[] {
    const stories = attempt(item, () => {
      const placed =
        told === 'all'
          ? [clusterers.place(item, classification)]
          : told.map((guild) => clusterers.placeFor(guild, item, classification));
      return placed.filter((story) => story !== undefined);
    });
    return stories ?? [];
  }

  /** One entry that cannot be read must not hold up its feed: it is told to the operator and left out. */
  function attempt<T>(item: Item, read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      log.error(
        { item: item.id, link: item.link, err: error, mend: 'report this with the link' },
        'entry left out',
      );
      return undefined;
    }
  }

  async function takeInAll(batch: Batch): Promise<void> {
    const told = await audience(batch.feed.id);
    // Feeds list the newest first; stories should grow in the order of events.
    const notes = createSeenNotes(entries);
    for (const entry of batch.entries.toReversed()) await takeIn(batch, told, entry, notes);
    await notes.keep();
  }

  return { receive: takeInAll };
}
