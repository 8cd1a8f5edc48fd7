import type { DocumentedDate } from '../../schema/dataset.ts';
import { type Day, type DayRange, rangeOf } from '../dates.ts';

const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });
/** Formatting a whole date by Intl takes five times as long, and a card says many. */
const months = Array.from({ length: 12 }, (_, month) => monthFormat.format(Date.UTC(2000, month)));

/** For example: 20 May 2022. */
export function sayDay(day: Day): string {
  return `${Number(day.slice(8))} ${sayMonth(day)}`;
}

function sayMonth(text: string): string {
  return `${months[Number(text.slice(5, 7)) - 1]} ${text.slice(0, 4)}`;
}

/** A day, a month or a year as written in the dataset: 20 May 2022, May 2022, 2022. */
export function sayPartial(text: string): string {
  if (text.length === 4) return text;
  return text.length === 7 ? sayMonth(text) : sayDay(text);
}

/** For example: 20 May 2022; a day between 15 and 18 May 2022. */
export function sayRange(range: DayRange): string {
  if (range.earliest === range.latest) return sayDay(range.earliest);
  return `a day between ${sayFirst(range)} and ${sayDay(range.latest)}`;
}

/** Without the month and year that it shares with the last day. */
function sayFirst({ earliest, latest }: DayRange): string {
  return earliest.slice(0, 7) === latest.slice(0, 7) ? String(Number(earliest.slice(8))) : sayDay(earliest);
}

/** For example: 10 to 30 May 2022. */
export function sayDays(range: DayRange): string {
  return `${sayFirst(range)} to ${sayDay(range.latest)}`;
}

/** A documented date as precise as its form. */
export function sayDate(date: DocumentedDate): string {
  const range = rangeOf(date);
  if (date.on === null) return range ? sayRange(range) : 'undated';
  const on = sayPartial(date.on);
  return date.until === undefined ? on : `${on} to ${sayPartial(date.until)}`;
}
