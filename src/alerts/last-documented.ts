import type { DatasetIndex } from '../knowledge/dataset-index.ts';
import { dayIn } from '../knowledge/dates.ts';
import { statusOn } from '../knowledge/status.ts';
import { saySpan } from '../knowledge/wording/ceasefire.ts';
import { sayDay } from '../knowledge/wording/dates.ts';
import { stateNames } from '../knowledge/wording/status.ts';

/** What the dataset last documented of a dyad, in one line to stand beside news; undefined if it has nothing. */
export function lastDocumented(
  index: DatasetIndex,
  dyad: string,
  timeZone: string,
  now: number,
): string | undefined {
  const { state, episode, before, horizon } = statusOn(index, dyad, dayIn(timeZone, now));
  const last = episode ?? before;
  if (!last) return undefined;
  const mark = state === 'unknown' || !episode ? '' : ` (${stateNames[state]})`;
  const reach = horizon ? ` The documents reach to ${sayDay(horizon)}.` : '';
  return `${last.ceasefire.name}, ${saySpan(last)}${mark}.${reach}`;
}
