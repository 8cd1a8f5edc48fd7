import fc from 'fast-check';
import { addDays, type Day } from '../../src/knowledge/dates.ts';
import { ceasefire, claim, dated, on } from './build.ts';

/** Few days, so that dates meet: ties and neighbours are where rules differ. */
export const LAST = 60;
export const dayAt = (offset: number): Day => addDays('2020-01-01', offset);

/** Dates from the given day of the year on: exact, vague by bounds, undated, of one document or of two that differ. */
function dates(from: number) {
  const exact = fc.integer({ min: from, max: LAST }).map((offset) => dated(dayAt(offset)));
  const vague = fc
    .tuple(fc.integer({ min: from, max: LAST }), fc.integer({ min: 0, max: 12 }))
    .map(([offset, width]) =>
      dated(dayAt(offset), { earliest: dayAt(offset), latest: dayAt(offset + width) }),
    );
  const undated = fc.constant({ ...dated(dayAt(from)), on: null, precision: 'undated' as const });
  return fc.array(fc.oneof({ weight: 4, arbitrary: exact }, vague, undated), { maxLength: 2 });
}

/** Ends as a document may give them: the last day, or the first without it. */
function ends(from: number) {
  return fc
    .tuple(dates(from), fc.array(fc.boolean(), { minLength: 2, maxLength: 2 }))
    .map(([all, lastDays]) => all.map((date, at) => ({ ...date, ...(lastDays[at] && { lastDay: true }) })));
}

export function ceasefireFrom(from: number, id: string, bases: readonly string[]) {
  return fc
    .record({
      declared: dates(from),
      effective: dates(from),
      plannedEnd: dates(from),
      actualEnd: ends(from),
      held: dates(from),
      openEnded: fc.boolean(),
      scope: fc.constantFrom('national' as const, 'national' as const, 'local' as const),
      dyad: fc.constantFrom('d1', 'd2'),
      endedHow: fc.constantFrom('no_record' as const, 'replaced' as const),
      base: fc.option(fc.constantFrom('none', ...bases), { nil: undefined }),
    })
    .map(({ base, ...record }) =>
      ceasefire({ ...record, id, ...(base !== undefined && bases.includes(base) && { extends: base }) }),
    );
}

export const ids = ['c0', 'c1', 'c2', 'c3'];
const ceasefires = fc
  .tuple(
    ...ids.map((id) =>
      ceasefireFrom(
        0,
        id,
        ids.filter((other) => other !== id),
      ),
    ),
  )
  .chain((all) => fc.subarray(all));
const claims = fc
  .array(fc.tuple(fc.integer({ min: 0, max: LAST }), fc.constantFrom(0, 0, 9), fc.constantFrom('d1', 'd2')), {
    maxLength: 3,
  })
  .map((all) =>
    all.map(([offset, width, dyad], at) =>
      claim({
        id: `k${at}`,
        dyad,
        date: on(dayAt(offset), { earliest: dayAt(offset), latest: dayAt(offset + width) }),
      }),
    ),
  );
export const records = fc.record({ ceasefires, claims });
export const day = fc.integer({ min: -40, max: LAST + 80 }).map(dayAt);
