import type { DocumentedDate } from '../../schema/dataset.ts';
import { addDays, type Day, type DayRange, rangeOf } from '../dates.ts';

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

/** For example: 20 May 2022; 8 or 9 December 2021; a day between 15 and 18 May 2022. */
export function sayRange(range: DayRange): string {
  const { earliest, latest } = range;
  if (earliest === latest) return sayDay(earliest);
  if (addDays(earliest, 1) === latest) return `${sayFirst(range)} or ${sayDay(latest)}`;
  return `a day between ${sayFirst(range)} and ${sayDay(latest)}`;
}

/** What several documents give, each day or span once: 3 September or 27 November 2022. */
export function sayEither(ranges: readonly DayRange[]): string {
  const apart = mergeTouching(ranges);
  const [first, last] = [apart[0], apart.at(-1)];
  const isTwoDays = apart.length === 2 && apart.every(({ earliest, latest }) => earliest === latest);
  if (!isTwoDays || !first || !last) return apart.map(sayRange).join(' or ');
  return `${sayFirst({ earliest: first.earliest, latest: last.latest })} or ${sayDay(last.latest)}`;
}

/** By start; spans that share a day, or follow one another, are one. */
function mergeTouching(ranges: readonly DayRange[]): readonly DayRange[] {
  const merged: DayRange[] = [];
  for (const range of ranges.toSorted((a, b) => (a.earliest < b.earliest ? -1 : 1))) {
    const before = merged.at(-1);
    if (!before || range.earliest > addDays(before.latest, 1)) merged.push(range);
    else if (range.latest > before.latest) merged[merged.length - 1] = { ...before, latest: range.latest };
  }
  return merged;
}

/** Without the month and year, or the year, that it shares with the last day. */
function sayFirst({ earliest, latest }: DayRange): string {
  if (earliest.slice(0, 7) === latest.slice(0, 7)) return String(Number(earliest.slice(8)));
  return earliest.slice(0, 4) === latest.slice(0, 4) ? sayDay(earliest).slice(0, -5) : sayDay(earliest);
}

/** For example: 10 to 30 May 2022; of one day that day. */
export function sayDays(range: DayRange): string {
  const { earliest, latest } = range;
  return earliest === latest ? sayDay(latest) : `${sayFirst(range)} to ${sayDay(latest)}`;
}

/** A documented date as precise as its form; 9 or 10 December 2021 where it may be either day. */
export function sayDate(date: DocumentedDate): string {
  const range = rangeOf(date);
  if (date.on === null) return range ? sayRange(range).replace(/^a day /, '') : 'undated';
  if (date.until === undefined) return isOfTwoDays(date) && range ? sayRange(range) : sayPartial(date.on);
  const isDays = date.on.length === 10 && date.until.length === 10 && date.on <= date.until;
  if (isDays) return sayDays({ earliest: date.on, latest: date.until });
  return `${sayPartial(date.on)} to ${sayPartial(date.until)}`;
}

function isOfTwoDays(date: DocumentedDate): boolean {
  const range = rangeOf(date);
  return date.on?.length === 10 && range !== undefined && addDays(range.earliest, 1) === range.latest;
}
