import type { Documents } from '../documents.ts';
import type { Entry } from '../entry.ts';
import { derivedId } from './ids.ts';

/** What is kept of an entry that was taken in. */
export interface SeenEntry {
  /** Changes when title, summary, date or link do. */
  readonly mark: string;
  /** UTC milliseconds. */
  readonly first: number;
  /** When its feed last listed it, to the day (UTC ms). */
  readonly listed: number;
  /** Old news when it came: it never makes a message. */
  readonly old: boolean;
  /** It is in a story; unknown of entries that an earlier version took in. */
  readonly placed?: boolean;
}

const day = 24 * 3_600_000;
/** 90 days after the feed last listed it. */
const lifetime = 90 * day;

/** Names an entry of a feed: ids of publishers are unique within one feed only. */
export function itemId(feed: string, entry: Entry): string {
  return `${feed}/${derivedId(feed, entry.id)}`;
}

export function markOf(entry: Entry): string {
  return derivedId(entry.title, entry.summary, entry.link, String(entry.published));
}

/** What is noted of the entries of a batch: in one write, since each costs one of the disk's. */
export interface SeenNotes {
  get(id: string): Promise<SeenEntry | undefined>;
  note(id: string, seen: SeenEntry): void;
  /** Keeps what was noted. */
  keep(): Promise<void>;
}

export function createSeenNotes(documents: Documents<SeenEntry>): SeenNotes {
  let noted = new Map<string, SeenEntry>();
  return {
    get: async (id) => noted.get(id) ?? documents.get(id),
    note: (id, seen) => void noted.set(id, seen),
    async keep() {
      if (noted.size === 0) return;
      const keeping = noted;
      noted = new Map();
      await documents.setAll(keeping, lifetime);
    },
  };
}

/** Renews the note of an entry that the feed still lists, once a day. */
export function noteListed(notes: SeenNotes, id: string, seen: SeenEntry, now: number): void {
  if (now - seen.listed >= day) notes.note(id, { ...seen, listed: now });
}
