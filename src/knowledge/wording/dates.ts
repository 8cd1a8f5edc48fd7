import type { DocumentedDate } from '../../schema/dataset.ts';
import { type Day, type DayRange, rangeOf } from '../dates.ts';

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** For example: 20 May 2022. */
export function sayDay(day: Day): string {
  return dayFormat.format(Date.parse(day));
}

/** A day, a month or a year as written in the dataset: 20 May 2022, May 2022, 2022. */
export function sayPartial(text: string): string {
  if (text.length === 4) return text;
  return text.length === 7 ? monthFormat.format(Date.parse(text)) : sayDay(text);
}

/** For example: 20 May 2022; between 15 and 16 May 2022. */
export function sayRange({ earliest, latest }: DayRange): string {
  if (earliest === latest) return sayDay(earliest);
  const sameMonth = earliest.slice(0, 7) === latest.slice(0, 7);
  const from = sameMonth ? String(Number(earliest.slice(8))) : sayDay(earliest);
  return `between ${from} and ${sayDay(latest)}`;
}

/** A documented date with what is not certain about it. */
export function sayDate(date: DocumentedDate): string {
  const range = rangeOf(date);
  if (date.on === null) return range ? sayRange(range) : 'undated';
  const on = sayPartial(date.on);
  if (date.until !== undefined) return `${on} to ${sayPartial(date.until)}`;
  const isWider = date.on.length === 10 && range !== undefined && range.earliest !== range.latest;
  return isWider ? `${on} (the document's own words leave ${sayRange(range)})` : on;
}
