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

export async function noteSeen(documents: Documents<SeenEntry>, id: string, seen: SeenEntry): Promise<void> {
  await documents.set(id, seen, lifetime);
}

/** Renews the note of an entry that the feed still lists, once a day. */
export async function noteListed(
  documents: Documents<SeenEntry>,
  id: string,
  seen: SeenEntry,
  now: number,
): Promise<void> {
  if (now - seen.listed >= day) await noteSeen(documents, id, { ...seen, listed: now });
}
