import type { DatasetIndex } from '../dataset-index.ts';
import { type Day, rangeOf } from '../dates.ts';
import type { Episode } from '../episodes.ts';
import { sayClaim } from '../wording/attribution.ts';
import { sayDate } from '../wording/dates.ts';

/** What claims call violations of a ceasefire, from its start up to a day; oldest first. */
export function violationsOn(
  index: DatasetIndex,
  { dyad, start, last }: Episode,
  on: Day,
): readonly string[] {
  if (!start || !last) return [];
  const until = last.latest < on ? last.latest : on;
  return index.dataset.claims.flatMap((claim) => {
    if (claim.kind !== 'ceasefire_violation' || claim.dyad !== dyad) return [];
    const range = rangeOf(claim.date);
    if (!range || range.earliest < start.earliest || range.latest > until) return [];
    return [`${sayDate(claim.date)}: ${sayClaim(index, claim)}`];
  });
}
