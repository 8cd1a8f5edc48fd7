import { describe, expect, it } from 'vitest';
import { segmentsOf } from '../../src/pictures/bar-segments.ts';
import { DayScale, dayNumber } from '../../src/pictures/day-scale.ts';
import type { TimelineBar } from '../../src/timeline.ts';

/** Ten pixels a day, from 1 to 31 May 2022 at 0 to 310. */
const scale = new DayScale(dayNumber('2022-05-01'), dayNumber('2022-05-31'), 0, 310);
const bar: TimelineBar = {
  label: '',
  start: '2022-05-03',
  held: '2022-05-05',
  openEnded: false,
  local: false,
  disputed: false,
};
const drawn = (more: Partial<TimelineBar>) =>
  segmentsOf({ ...bar, ...more }, scale).map(({ certainty, from, to }) => [certainty, from, to]);

describe('a bar', () => {
  it('is full up to the last day on which it held, lighter up to its planned end', () => {
    expect(drawn({ plannedEnd: '2022-05-10' })).toEqual([
      ['full', 20, 50],
      ['planned', 50, 100],
    ]);
  });

  it('fades out where no end is documented', () => {
    expect(drawn({ openEnded: true })).toEqual([
      ['full', 20, 50],
      ['faded', 50, 140],
    ]);
  });

  it('ends where an end is documented, and shows what of its term it did not reach', () => {
    expect(drawn({ end: '2022-05-08', openEnded: true })).toEqual([['full', 20, 80]]);
    expect(drawn({ end: '2022-05-05', plannedEnd: '2022-05-20' })).toEqual([
      ['full', 20, 50],
      ['unkept', 50, 200],
    ]);
  });

  it('is hatched where its dates are disputed', () => {
    expect(
      drawn({ earliestStart: '2022-05-01', end: '2022-05-08', latestEnd: '2022-05-12', disputed: true }),
    ).toEqual([
      ['uncertain', 0, 20],
      ['full', 20, 80],
      ['uncertain', 80, 120],
    ]);
    expect(drawn({ end: '2022-05-05', disputed: true })).toEqual([['uncertain', 20, 50]]);
  });

  it('is cut off at the edges, and not drawn at all beyond them', () => {
    expect(drawn({ start: '2022-04-01', plannedEnd: '2022-08-01' })).toEqual([
      ['full', 0, 50],
      ['planned', 50, 310],
    ]);
    expect(drawn({ start: '2022-04-01', held: '2022-04-20', openEnded: true })).toEqual([]);
    expect(drawn({ start: '2022-06-01', held: '2022-06-20', openEnded: true })).toEqual([]);
  });

  it('stays visible when it is short', () => {
    const years = new DayScale(dayNumber('2004-01-01'), dayNumber('2026-12-31'), 0, 1128);
    const [segment] = segmentsOf({ ...bar, end: '2022-05-05' }, years);
    expect(segment!.to - segment!.from).toBe(6);
  });
});
