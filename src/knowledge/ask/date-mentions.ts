import { GB } from 'chrono-node/en';
import { addDays, type Day, type DayRange, existingDay, rangeOfPartial } from '../dates.ts';
import { stopWords } from './stop-words.ts';

/** A time that a question names. */
export interface DateMention {
  /** As written. */
  readonly text: string;
  readonly precision: 'day' | 'month' | 'year';
  /** "before 2021": the time up to then, itself not meant. */
  readonly before: boolean;
  /** Several if the year is left open and the documents know more than one. */
  readonly ranges: readonly DayRange[];
}

export interface DatesFound {
  readonly mentions: readonly DateMention[];
  /** Words that the dates took up, in small letters. */
  readonly words: ReadonlySet<string>;
  /** A time that could be several, such as "last November". */
  readonly vague?: string;
  /** A day that the calendar does not have. */
  readonly impossible?: string;
  /** It is after today: only a prediction could answer. */
  readonly future?: string;
}

export const monthName =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const vagueTime = new RegExp(
  `\\b(?:(?:last|this|past|previous|next) (?:${monthName}|spring|summer|autumn|fall|winter|eid)|the other day|a while (?:ago|back))\\b(?!\\.? ?,? ?\\d{4})`,
  'i',
);
/** "The May truce", "the truce of May"; not "10th of May" or "May 2022". */
const bareMay = /(?<!\d(?:st|nd|rd|th)? )\b(?:the|of) (?=may\b(?!,? ?\d))/gi;
/** "The day after" is after something else. */
const namesTime = new RegExp(
  `\\d|\\b(?:${monthName}|now|today|tonight|yesterday|tomorrow|weeks?|months?|years?)\\b`,
  'i',
);
/** "In the week of the talks" is no week from today. */
const looseSpan =
  /^(?:in|after|before|within|for)? ?(?:a|an|the|that|one)? ?(?:days?|weeks?|months?|years?)$/i;
const writtenDay = /\b\d{4}-\d{1,2}-\d{1,2}\b/g;
const dayAndMonth = new RegExp(
  `\\b(?:(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(?:${monthName})|(?:${monthName})\\.? (\\d{1,2}))\\b`,
  'gi',
);

/**
 * The dates in a question. `today` is the local date in the conflict's time zone, `on` the day that "now" means.
 * What is documented settles a year that is left open: `documentedMonths` ("2022-05") that of a month, `yearsOfDay`
 * that of a day ("05-20"), where only one fits. A day that may be of several is vague.
 */
export function findDates(
  text: string,
  { today, on }: { readonly today: Day; readonly on: Day },
  documentedMonths: ReadonlySet<string>,
  yearsOfDay: (monthAndDay: string) => readonly string[] = () => [],
): DatesFound {
  const mentions: DateMention[] = [];
  const taken: string[] = [];
  let vague = vagueTime.exec(text)?.[0];
  const impossible = impossibleDay(text);
  const reference = new Date(`${on}T12:00:00Z`);
  // "from 1 May to 10 May" would be read as a time of day, and "the May truce" as the verb.
  const apart = text
    .replace(/ to (?=\d)/g, ' and ')
    .replace(/\bfrom (?=\d)/gi, ' ')
    .replace(bareMay, 'in ');
  let rest = apart;
  // Most questions name no time, and looking for one costs as much as all else that is read in them.
  const parsed = namesTime.test(apart) ? GB.parse(apart, reference) : [];
  for (const { text: found, start } of parsed) {
    const hasMonth = start.isCertain('month');
    if (
      !hasMonth ||
      !namesTime.test(found) ||
      looseSpan.test(found) ||
      (/^(?:march|may)$/i.test(found) && !isMonth(apart, found))
    )
      continue;
    taken.push(found);
    rest = rest.replace(found, ' ');
    const month = String(start.get('month')).padStart(2, '0');
    // "May 30" is a day; "May 22" is a year if that month of it is documented, and "in May 22" is one.
    const short = start.isCertain('day') ? undefined : /^\p{L}+\.? (\d{2})$/u.exec(found)?.[1];
    const isDay =
      start.isCertain('day') ||
      (short !== undefined &&
        (apart.includes(`on ${found}`) ||
          (!documentedMonths.has(`20${short}-${month}`) && !apart.includes(`in ${found}`))));
    const day = short ?? String(start.get('day')).padStart(2, '0');
    const precision = isDay ? 'day' : 'month';
    const isYearless = !start.isCertain('year') || (isDay && short !== undefined);
    const ofMonth = isYearless ? yearsWith(month, documentedMonths) : [];
    const ofDay = isYearless && isDay ? yearsOfDay(`${month}-${day}`) : [];
    const years = namedAmong(ofDay.length > 0 ? ofDay : ofMonth, text);
    const chosen = years.length > 0 ? years : [isYearless ? today.slice(0, 4) : String(start.get('year'))];
    if (isDay && chosen.length > 1) vague ??= found.replace(/^on /i, '');
    const partials = chosen
      .map((year) => (isDay ? `${year}-${month}-${day}` : `${year}-${month}`))
      .filter((partial) => partial.length < 10 || existingDay(partial) !== undefined);
    if (partials.length === 0) continue;
    mentions.push(mentionOf(apart, found, precision, partials));
  }
  for (const [year] of rest.matchAll(/\b(?:19|20)\d\d\b/g)) {
    taken.push(year);
    mentions.push(mentionOf(apart, year, 'year', [year]));
  }
  const future = mentions.find(({ ranges }) => ranges.every(({ earliest }) => earliest > today))?.text;
  return {
    mentions,
    words: new Set(taken.flatMap((each) => each.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])),
    ...(vague !== undefined && { vague }),
    ...(impossible !== undefined && { impossible }),
    ...(future !== undefined && { future }),
  };
}

const leadsUpTo = /\b(?:before|prior to|earlier than) (?:the )?$/i;

/** Whether what follows a date goes on with the thing that it names. */
function isNoun(after: string): boolean {
  const [, word] = /^ ?(\p{L}+)/u.exec(after) ?? [];
  return word !== undefined && !stopWords.has(word.toLowerCase());
}

/** "before 2021", but not "before the 2021 truce". */
function mentionOf(
  text: string,
  found: string,
  precision: DateMention['precision'],
  partials: readonly string[],
): DateMention {
  const before = text
    .split(found)
    .some((lead, at, leads) => leadsUpTo.test(lead) && !isNoun(leads[at + 1] ?? ''));
  const ranges = partials.map(rangeOfPartial);
  return {
    text: found,
    precision,
    before,
    ranges: before
      ? ranges.map(({ earliest }) => ({ earliest: '0001-01-01', latest: addDays(earliest, -1) }))
      : ranges,
  };
}

const leadsToMonth = /\b(?:in|of|since|until|during|before|after|by|late|early|mid) $/i;

/** "may" and "march" alone are verbs as often as months. */
function isMonth(text: string, found: string): boolean {
  return text
    .split(found)
    .slice(0, -1)
    .some((lead) => leadsToMonth.test(lead));
}

/** The years that a question names elsewhere, if any is among these. */
function namedAmong(years: readonly string[], text: string): readonly string[] {
  const named = years.filter((year) => text.includes(year));
  return named.length > 0 ? named : years;
}

function yearsWith(month: string, documentedMonths: ReadonlySet<string>): readonly string[] {
  return [...documentedMonths].filter((each) => each.endsWith(`-${month}`)).map((each) => each.slice(0, 4));
}

function impossibleDay(text: string): string | undefined {
  for (const [written] of text.matchAll(writtenDay)) {
    const [year = '', month = '', day = ''] = written.split('-');
    if (!existingDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)) return written;
  }
  for (const [written, before, after] of text.matchAll(dayAndMonth)) {
    const day = Number(before ?? after);
    if (day === 0 || day > longestMonth(written)) {
      // "May 22" may be a year, "May 45" is nothing.
      if (before !== undefined || day === 0) return written;
    }
  }
  return undefined;
}

function longestMonth(written: string): number {
  if (/feb/i.test(written)) return 29;
  return /apr|jun|sep|nov/i.test(written) ? 30 : 31;
}

/** Whether something dated so may have been at the time that is asked about. */
export function overlaps(mention: DateMention, range: DayRange): boolean {
  return mention.ranges.some(({ earliest, latest }) => earliest <= range.latest && range.earliest <= latest);
}
