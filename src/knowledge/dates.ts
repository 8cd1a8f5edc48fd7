import { Temporal } from 'temporal-polyfill';
import type { DatedEnd, DocumentedDate } from '../schema/dataset.ts';

/** A day of the ISO calendar, YYYY-MM-DD. Days compare as strings: earlier is smaller. */
export type Day = string;

/** Every day that a date may mean; both ends included. */
export interface DayRange {
  readonly earliest: Day;
  readonly latest: Day;
}

/** Days are counted in UTC, where each has as many. */
const msPerDay = 86_400_000;

function dayOf(moment: Date): Day {
  return moment.toISOString().slice(0, 10);
}

/** @returns the day, or undefined if the calendar has no such day (2022-02-30) or it has no four-digit year. */
export function existingDay(text: string): Day | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return undefined;
  const midnight = new Date(text);
  // 30 February is no error to it, but another day.
  return Number.isNaN(midnight.getTime()) || dayOf(midnight) !== text ? undefined : text;
}

export function addDays(day: Day, days: number): Day {
  return dayOf(new Date(Date.parse(day) + days * msPerDay));
}

/** How many days `to` is after `from`; negative if it is before. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / msPerDay;
}

/** The local date at a moment (UTC milliseconds) in an IANA zone. */
export function dayIn(timeZone: string, now: number): Day {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** The moment (UTC milliseconds) at which a day begins in an IANA zone. */
export function startOfDay(timeZone: string, day: Day): number {
  return Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds;
}

/** The days that `2022`, `2022-05` or `2022-05-20` may mean. */
export function rangeOfPartial(text: string): DayRange {
  if (text.length === 10) return { earliest: text, latest: text };
  if (text.length === 7) {
    const month = Temporal.PlainYearMonth.from(text);
    return { earliest: `${text}-01`, latest: `${text}-${String(month.daysInMonth).padStart(2, '0')}` };
  }
  return { earliest: `${text}-01-01`, latest: `${text}-12-31` };
}

/**
 * The days on which something dated so may have been, from the form of the date and its stated bounds.
 * @returns undefined for an undated thing without bounds.
 */
export function rangeOf(date: DocumentedDate): DayRange | undefined {
  const form = date.on === null ? undefined : rangeOfPartial(date.on);
  const earliest = date.earliest ?? form?.earliest ?? date.latest;
  const latest = date.latest ?? form?.latest ?? date.earliest;
  if (earliest === undefined || latest === undefined) return undefined;
  return earliest <= latest ? { earliest, latest } : { earliest: latest, latest: earliest };
}

/** The last days on which a ceasefire with this documented end may have held. */
export function lastDaysBefore(end: DatedEnd): DayRange | undefined {
  const range = rangeOf(end);
  if (range === undefined || end.lastDay) return range;
  return { earliest: addDays(range.earliest, -1), latest: addDays(range.latest, -1) };
}

/** Last day of what is dated so: the end of a span, else the last day that the date may mean. */
export function lastDayOf(date: DocumentedDate): Day | undefined {
  const latest = rangeOf(date)?.latest;
  if (date.until === undefined) return latest;
  const until = rangeOfPartial(date.until).latest;
  return latest === undefined || until > latest ? until : latest;
}
