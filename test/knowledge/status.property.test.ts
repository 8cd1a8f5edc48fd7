import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexDataset } from '../../src/knowledge/dataset-index.ts';
import { addDays, type Day, rangeOf } from '../../src/knowledge/dates.ts';
import { type State, statusOn } from '../../src/knowledge/status.ts';
import type { Ceasefire, Dated, DatedEnd } from '../../src/schema/dataset.ts';
import { ceasefireFrom, day, dayAt, ids, LAST, records } from './any-records.ts';
import { ceasefire, claim, dataset, on } from './build.ts';

const states = [
  'in_effect',
  'disputed',
  'announced',
  'ended',
  'planned_end_passed',
  'unknown',
  'none_documented',
];
describe('status on a day', () => {
  it('has exactly one state, for any dataset and day', () => {
    fc.assert(
      fc.property(records, day, (some, on) => {
        expect(states).toContain(statusOn(indexDataset(dataset(some)), 'd1', on).state);
      }),
    );
  });

  it('is the first line of the table that holds', () => {
    const plain = records.map(({ ceasefires: all, claims: some }) => ({
      ceasefires: all.map(({ extends: _, ...each }) => ceasefire(each)),
      claims: some,
    }));
    fc.assert(
      fc.property(plain, day, (some, on) => {
        const built = dataset(some);
        expect(statusOn(indexDataset(built), 'd1', on).state).toBe(stateByTable(built, on));
      }),
      { numRuns: 1500 },
    );
  });

  it('does not change with evidence of another dyad', () => {
    fc.assert(
      fc.property(records, day, (some, on) => {
        const alone = {
          ceasefires: some.ceasefires.filter(({ dyad }) => dyad === 'd1'),
          claims: some.claims.filter(({ dyad }) => dyad === 'd1'),
        };
        const [both, one] = [some, alone].map((each) => statusOn(indexDataset(dataset(each)), 'd1', on));
        expect(both?.state).toBe(one?.state);
        expect(both?.episode?.ceasefire.id).toBe(one?.episode?.ceasefire.id);
        expect([both?.since, both?.until, both?.horizon]).toEqual([one?.since, one?.until, one?.horizon]);
      }),
    );
  });

  it('changes with a later record only if it was unknown, or the record dates a ceasefire that covers the day', () => {
    const cases = fc.integer({ min: 0, max: LAST - 1 }).chain((offset) =>
      fc.record({
        on: fc.constant(dayAt(offset)),
        some: records,
        later: ceasefireFrom(offset + 1, 'later', ids),
        laterClaim: fc
          .integer({ min: offset + 1, max: LAST })
          .map((at) => claim({ id: 'later-claim', date: on(dayAt(at)) })),
      }),
    );
    fc.assert(
      fc.property(cases, ({ on: asked, some, later, laterClaim }) => {
        const before = statusOn(indexDataset(dataset(some)), 'd1', asked);
        const index = indexDataset(
          dataset({ ceasefires: [...some.ceasefires, later], claims: [...some.claims, laterClaim] }),
        );
        const after = statusOn(index, 'd1', asked);
        const dating = index.dyads
          .get('d1')
          ?.episodes.find(({ ceasefire: base, extensions }) =>
            [base, ...extensions].some(({ id }) => id === 'later'),
          );
        const covers =
          dating?.start && dating.last && dating.start.earliest <= asked && asked <= dating.last.latest;
        if (before.state !== 'unknown' && !covers) expect(after.state).toBe(before.state);
      }),
      { numRuns: 1000 },
    );
  });
});

/** The table of docs/architecture.md line by line, for ceasefires without extensions: slow, and written apart from the code. */
function stateByTable({ ceasefires: all, claims: documented }: ReturnType<typeof dataset>, on: Day): State {
  const bounds = (list: readonly Dated[]) => {
    const ranges = list.flatMap((each) => rangeOf(each) ?? []);
    if (ranges.length === 0) return undefined;
    return {
      earliest: ranges.map(({ earliest }) => earliest).sort()[0] ?? '',
      latest:
        ranges
          .map(({ latest }) => latest)
          .sort()
          .at(-1) ?? '',
    };
  };
  const dayBefore = (end: DatedEnd): Dated => {
    const range = rangeOf(end);
    if (range === undefined || end.lastDay) return end;
    return { ...end, earliest: addDays(range.earliest, -1), latest: addDays(range.latest, -1) };
  };
  const read = (each: Ceasefire) => {
    const start = bounds(each.effective) ?? bounds(each.declared);
    const ends = each.endedHow === 'replaced' ? undefined : bounds(each.actualEnd.map(dayBefore));
    const term = bounds(each.plannedEnd);
    const certain = [
      ...each.held.flatMap((held) => rangeOf(held)?.earliest ?? []),
      ...(start ? [start.latest] : []),
    ]
      .sort()
      .at(-1);
    const held = certain === undefined ? undefined : { earliest: certain, latest: certain };
    return {
      start,
      declared: bounds(each.declared),
      term,
      last: ends ?? term ?? held,
      ended: ends !== undefined,
      open: !ends && !term,
    };
  };
  const mine = all.filter(({ dyad }) => dyad === 'd1');
  const known = mine
    .filter(({ scope }) => scope === 'national')
    .map(read)
    .filter(({ last }) => last !== undefined);
  const dates = [
    ...documented.filter(({ dyad }) => dyad === 'd1').flatMap(({ date }) => rangeOf(date) ?? []),
    ...mine
      .map(read)
      .flatMap(({ declared, start, last, term }) =>
        [declared, start, last, term].filter((range) => range !== undefined),
      ),
  ];
  if (known.some(({ start, last }) => start && last && start.latest <= on && on <= last.earliest))
    return 'in_effect';
  if (known.some(({ start, last }) => start && last && start.earliest <= on && on <= last.latest))
    return 'disputed';
  if (known.some(({ declared, start }) => declared && start && declared.latest <= on && on < start.earliest))
    return 'announced';
  const past = known.filter(({ last }) => last && last.latest < on);
  const newest = past
    .map(({ last }) => last?.latest ?? '')
    .sort()
    .at(-1);
  const latest = past.filter(({ last }) => last?.latest === newest);
  if (latest.some(({ open }) => open)) return 'unknown';
  if (newest !== undefined && on <= addDays(newest, 30)) {
    return latest.some(({ ended }) => ended) ? 'ended' : 'planned_end_passed';
  }
  const first = dates.map((range) => range.latest).sort()[0];
  const horizon = dates
    .map((range) => range.earliest)
    .sort()
    .at(-1);
  if (first === undefined || horizon === undefined || on < first || on > horizon) return 'unknown';
  return 'none_documented';
}
