import { createHash } from 'node:crypto';
import type { Entry } from '../../entry.ts';

/** An entry before it has its id. */
export interface RawEntry extends Omit<Entry, 'id'> {
  readonly guid: string;
}

/**
 * Gives every entry its id: guid, else link, else title, decided per entry. A guid that a feed gives to
 * several different links identifies none of them alone, so there the link is added.
 */
export function withIds(entries: readonly RawEntry[]): Entry[] {
  const links = Map.groupBy(
    entries.filter(({ guid }) => guid !== ''),
    ({ guid }) => guid,
  );
  const shared = new Set(
    [...links].filter(([, same]) => new Set(same.map((e) => e.link)).size > 1).map(([guid]) => guid),
  );
  const seen = new Map<string, number>();
  return entries.map(({ guid, ...entry }) => {
    const own =
      (shared.has(guid) ? `${guid} ${entry.link}` : guid) || entry.link || entry.title || contentHash(entry);
    const times = (seen.get(own) ?? 0) + 1;
    seen.set(own, times);
    return { id: times === 1 ? own : `${own}#${times}`, ...entry };
  });
}

function contentHash(entry: Pick<Entry, 'summary' | 'published'>): string {
  return createHash('sha256').update(`${entry.published} ${entry.summary}`).digest('base64url').slice(0, 22);
}
