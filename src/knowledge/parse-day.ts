import { strict } from 'chrono-node/en';
import { UserError } from '../command.ts';
import { addDays, type Day, existingDay } from './dates.ts';

/** No day takes longer to write. */
const LONGEST = 40;

/**
 * The day that somebody asks about: 2022-05-20, 20 May 2022, today, yesterday.
 * `today` is the local date; a day after it is taken up to `horizon`, the last day that a document speaks of.
 * @throws {UserError} in one sentence that never repeats the text.
 */
export function parseDay(text: string, today: Day, horizon: Day = today): Day {
  const day = read(text, today);
  if (day > today && day > horizon) {
    throw new UserError(
      'That day is still to come: no document speaks of it, and nothing is predicted here.',
    );
  }
  return day;
}

function read(text: string, today: Day): Day {
  const written = asTyped(text);
  if (written.length > LONGEST) throw unreadable();
  if (written === 'today' || written === 'now') return today;
  if (written === 'yesterday') return addDays(today, -1);
  if (written === 'tomorrow') return addDays(today, 1);
  const [, year, month = '', date = ''] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(written) ?? [];
  if (year !== undefined) return inCalendar(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
  if (/^\d{1,2}[-/.]\d{1,2}[-/.](?:\d{2}|\d{4})$/.test(written)) throw ambiguous();
  return inWords(written.replace(/^on /, '').replace(/^the /, ''));
}

/** Without what nobody sees, in ASCII digits and hyphens: phones write both in other scripts, too. */
function asTyped(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cc}]/gu, '')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/\p{Pd}/gu, '-')
    .trim()
    .toLowerCase();
}

/**
 * A day whose month is a word: with figures alone no one can tell day and month apart. chrono reads
 * "20 May 2022 and so on" as its first part, so all of the text must have been read.
 */
function inWords(written: string): Day {
  const [found] = strict.parse(written);
  const start = found?.start;
  const isWhole = found?.text.length === written.replace(/\.$/, '').length && !found.end;
  if (!start || !isWhole || !namesMonth(written) || !start.isCertain('day') || start.isCertain('hour')) {
    throw namesMonth(written) && /\b(?:29|30|31)\b/.test(written) ? impossible() : unreadable();
  }
  if (!start.isCertain('year')) throw new UserError('Please add the year, for example 20 May 2022.');
  const [year, month, date] = [start.get('year'), start.get('month'), start.get('day')].map(String);
  const day = inCalendar(`${year?.padStart(4, '0')}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`);
  const weekday = weekdays[new Date(day).getUTCDay()];
  if (start.isCertain('weekday') && start.get('weekday') !== new Date(day).getUTCDay()) {
    throw new UserError(`That day was a ${weekday}; please check the date.`);
  }
  return day;
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function namesMonth(written: string): boolean {
  return /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/.test(written);
}

function inCalendar(written: string): Day {
  const day = existingDay(written);
  if (day === undefined) throw impossible();
  return day;
}

function impossible(): UserError {
  return new UserError('The calendar has no such day; please give one like 2022-05-20 or 20 May 2022.');
}

function ambiguous(): UserError {
  return new UserError(
    'In figures day and month are easily confused; please write it like 2022-05-20 or 20 May 2022.',
  );
}

function unreadable(): UserError {
  return new UserError('Please give a full day, like 2022-05-20, 20 May 2022, today or yesterday.');
}
