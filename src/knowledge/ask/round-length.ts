import { daysBetween } from '../dates.ts';
import type { Episode } from '../episodes.ts';

/** How many days a ceasefire lasted, the first and the last one counted. */
export interface RoundLength {
  readonly least: number;
  readonly most: number;
}

/** From the documented end, else the planned one; undefined where no document gives the first or the last day. */
export function lengthOf({ start, last, openEnded }: Episode): RoundLength | undefined {
  if (!start || !last || openEnded) return undefined;
  return {
    least: daysBetween(start.latest, last.earliest) + 1,
    most: daysBetween(start.earliest, last.latest) + 1,
  };
}

/** "The longest": those of a length that none exceeds by the middle of its dates; ties are all told. */
export function extremesOf(rounds: readonly Episode[], which: string): readonly Episode[] {
  const measured = rounds.flatMap((episode) => {
    const length = lengthOf(episode);
    return length ? [{ episode, middle: length.least + length.most }] : [];
  });
  const middles = measured.map(({ middle }) => middle);
  const best = which === 'longest' ? Math.max(...middles) : Math.min(...middles);
  return measured.flatMap(({ episode, middle }) => (middle === best ? [episode] : []));
}

export function sayLength({ least, most }: RoundLength): string {
  return least === most ? `${most} ${most === 1 ? 'day' : 'days'}` : `${least} to ${most} days`;
}
