import { rangeOfPartial } from '../knowledge/dates.ts';
import type { Dated, DocumentedDate } from '../schema/dataset.ts';
import { type LocatedLists, problemAt } from './dataset-file.ts';
import type { Problem } from './problem.ts';
import type { NodePath } from './yaml-position.ts';

const precisionByLength = { 4: 'year', 7: 'month', 10: 'day' } as Record<number, string>;
export const ceasefireDates = ['declared', 'effective', 'plannedEnd', 'actualEnd', 'held'] as const;

/** Dates agree with their precision, their bounds and their span. */
export function checkDates(records: LocatedLists): readonly Problem[] {
  const problems: Problem[] = [];
  const check = (file: Parameters<typeof problemAt>[0], path: NodePath, date: DocumentedDate) => {
    for (const [key, message] of mistakesOf(date)) problems.push(problemAt(file, [...path, key], message));
  };
  for (const { record, file, path } of records.sources) check(file, [...path, 'published'], record.published);
  for (const { record, file, path } of [...records.claims, ...records.events]) {
    check(file, [...path, 'date'], record.date);
  }
  for (const { record, file, path } of records.ceasefires) {
    for (const key of ceasefireDates) {
      for (const [index, dated] of record[key].entries()) check(file, [...path, key, index], dated);
    }
  }
  return problems;
}

function* mistakesOf(date: DocumentedDate | Dated): Generator<[key: string, message: string]> {
  const { on, precision, earliest, latest, until } = date;
  const form = on === null ? 'undated' : precisionByLength[on.length];
  if (form !== precision) {
    yield [
      'precision',
      on === null
        ? `without a date the precision is undated, not ${precision}`
        : `"${on}" is a ${form}, not a ${precision}`,
    ];
  }
  if (earliest !== undefined && latest !== undefined && earliest > latest) {
    yield ['earliest', `the earliest day ${earliest} is after the latest, ${latest}`];
  }
  if (on === null) return;
  const range = rangeOfPartial(on);
  if (earliest !== undefined && earliest > range.latest)
    yield ['earliest', `the date ${on} is before its earliest day`];
  if (latest !== undefined && latest < range.earliest)
    yield ['latest', `the date ${on} is after its latest day`];
  if (until !== undefined && rangeOfPartial(until).latest < range.earliest) {
    yield ['until', `the end ${until} is before the start ${on}`];
  }
}
