import { addDays, type Day, type DayRange } from '../dates.ts';
import { sayPartial } from '../wording/dates.ts';
import { type SaidTime, saidDay } from '../wording/status.ts';
import type { DateMention } from './date-mentions.ts';
import type { Query } from './query.ts';

/** A day or a span of days that a question asks about, and how a sentence names it. */
export interface AskedTime extends DayRange {
  /** One of its days that stands for it: the first, or the last of those before a date. */
  readonly day: Day;
  /** Asked is a part of it, or the whole, that only words name: "late in May", "throughout May". */
  readonly isFiner: boolean;
  readonly said: SaidTime;
}

const finer =
  /\b(?:christmas|xmas|winter|spring|summer|autumn|early|late|mid|beginning|throughout|whole|entire|all (?:of|through|over)|every day|half|quarter|(?:start|end|middle|(?:first|last) (?:days?|weeks?)) of)\b/;
/** More would be a table. */
const most = 3;

/** The times that a question asks about; a month whose year it leaves open stands for one of each year. */
export function askedTimes({ dates, naming, text }: Query): readonly AskedTime[] {
  const asked = dates.mentions.filter((mention) => !naming.has(mention));
  const times = asked.flatMap((mention) => timesOf(mention, text));
  const [first, last] = times.toSorted((a, b) => (a.earliest < b.earliest ? -1 : 1));
  const isSpan = times.length === 2 && asked.length === 2 && /\b(?:between|from)\b/.test(text);
  if (!isSpan || !first || !last) return times.slice(0, most);
  const at = `between ${first.said.name} and ${last.said.name}`;
  return [span(first.earliest, last.latest, first.earliest, at)];
}

/** The times by which a question names a ceasefire. */
export function namingTimes({ naming, text }: Query): readonly AskedTime[] {
  return [...naming].flatMap((mention) => timesOf(mention, text)).slice(0, most);
}

export function timeOfDay(day: Day): AskedTime {
  return { earliest: day, latest: day, day, isFiner: false, said: saidDay(day) };
}

function timesOf({ ranges, precision, before, text: written }: DateMention, text: string): AskedTime[] {
  const bare = written.toLowerCase().replace(/^(?:on|in) (?:the )?/, '');
  const isAfter = ['after', 'beyond', 'past'].some((word) => text.includes(`${word} ${bare}`));
  return ranges.map(({ earliest, latest }) => {
    const name = saidAs(earliest, precision);
    if (before) return span('0001-01-01', latest, latest, `before ${saidAs(addDays(latest, 1), precision)}`);
    const next = addDays(latest, 1);
    if (isAfter) return span(next, next, next, `after ${name}`);
    return precision === 'day'
      ? timeOfDay(earliest)
      : { earliest, latest, day: earliest, isFiner: finer.test(text), said: { at: `in ${name}`, name } };
  });
}

function span(earliest: Day, latest: Day, day: Day, at: string): AskedTime {
  return { earliest, latest, day, isFiner: false, said: { at, name: `the time ${at}` } };
}

function saidAs(day: Day, precision: DateMention['precision']): string {
  return sayPartial(precision === 'day' ? day : day.slice(0, precision === 'year' ? 4 : 7));
}
