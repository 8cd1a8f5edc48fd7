import type { DatasetIndex } from '../dataset-index.ts';
import type { Day } from '../dates.ts';
import { type Episode, recordsOf } from '../episodes.ts';
import { overlaps } from './date-mentions.ts';
import type { Query } from './query.ts';
import { termsOf } from './terms.ts';

export const ceasefireTerm = 'ceasefire';

export function isAboutCeasefire({ terms }: Query): boolean {
  return terms.includes(ceasefireTerm);
}

/** The ceasefires of a dyad that a question means: by its dates, by a word of their names, by "first" or "last". */
export function roundsMeant(
  index: DatasetIndex,
  dyad: string,
  query: Query,
  on: Day | undefined,
): readonly Episode[] {
  const all = index.dyads.get(dyad)?.episodes ?? [];
  const { mentions } = query.dates;
  if (mentions.length > 0) {
    return all.filter((episode) =>
      mentions.some((mention) => {
        const span = spanOf(episode);
        return span !== undefined && overlaps(mention, span);
      }),
    );
  }
  const named = all.filter((episode) => distinctive(episode).some((term) => query.terms.includes(term)));
  if (named.length > 0) return named;
  if (/\b(?:first|earliest|oldest)\b/.test(query.text)) return all.slice(0, 1);
  if (
    /\b(?:latest|newest|most recent|current)\b|\blast (?:\w+ )?(?:ceasefire|truce|deal|agreement)\b/.test(
      query.text,
    )
  ) {
    return all.slice(-1);
  }
  if (on !== undefined) {
    const then = all.findLast((episode) => {
      const span = spanOf(episode);
      return span !== undefined && span.earliest <= on;
    });
    if (then) return [then];
  }
  return all;
}

/** From its declaration to its last day. */
function spanOf({ declared, start, last }: Episode) {
  const earliest = [declared?.earliest, start?.earliest].filter((day) => day !== undefined).sort()[0];
  const latest = last?.latest ?? start?.latest ?? declared?.latest;
  return earliest === undefined || latest === undefined ? undefined : { earliest, latest };
}

const common = new Set([ceasefireTerm, 'extend']);

/** "Eid" in "Eid truce of 2022"; months and years are left to the dates. */
export function distinctive(episode: Episode): readonly string[] {
  return recordsOf(episode).flatMap(distinctiveOf);
}

/** The same of one record. */
export function distinctiveOf({ name }: { readonly name: string }): readonly string[] {
  return termsOf(name).filter((term) => !common.has(term) && !/^\d+$/.test(term));
}

export function claimIdsOf(episode: Episode): ReadonlySet<string> {
  return new Set(
    recordsOf(episode).flatMap((each) => [
      ...each.claims,
      ...[each.declared, each.effective, each.plannedEnd, each.actualEnd, each.held].flatMap((dates) =>
        dates.flatMap(({ claims }) => claims),
      ),
    ]),
  );
}
