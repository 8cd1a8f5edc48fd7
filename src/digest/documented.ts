import type { DatasetIndex } from '../knowledge/dataset-index.ts';
import { addDays, type Day, daysBetween } from '../knowledge/dates.ts';
import { type State, statusOn } from '../knowledge/status.ts';
import { sayDay } from '../knowledge/wording/dates.ts';
import { sayStatus } from '../knowledge/wording/status.ts';
import type { StripDay } from '../story-strip.ts';
import type { PlannedDate } from './content.ts';

/** What the dataset gives to a digest. */
export interface Documented {
  /** The status of a day in one sentence. */
  status(day: Day): string;
  /** Dates that documents name, from `day` on for a month. */
  planned(day: Day): readonly PlannedDate[];
  /** For the strip; undefined where nothing is documented. */
  state(day: Day): StripDay['state'] | undefined;
}

const reach = 30;

const bands: Record<State, StripDay['state'] | undefined> = {
  in_effect: 'in_effect',
  disputed: 'unclear',
  announced: undefined,
  ended: 'ended',
  planned_end_passed: 'ended',
  unknown: undefined,
  none_documented: undefined,
};

export function documentedBy(index: DatasetIndex, dyad: string): Documented {
  return {
    status: (day) => sayStatus(index, statusOn(index, dyad, day)),
    planned: (day) =>
      (index.dyads.get(dyad)?.episodes ?? []).flatMap(({ ceasefire, plannedEnd, last }) => {
        const planned = plannedEnd?.latest;
        if (planned === undefined || planned < day || planned > addDays(day, reach)) return [];
        // It ended before its time.
        if (last && last.latest < day) return [];
        return [
          { what: `${ceasefire.name} planned until ${sayDay(planned)}`, inDays: daysBetween(day, planned) },
        ];
      }),
    state: (day) => bands[statusOn(index, dyad, day).state],
  };
}
