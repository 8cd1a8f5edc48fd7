import type { Dated } from '../../schema/dataset.ts';
import type { DatasetIndex } from '../dataset-index.ts';
import { type Day, daysBetween } from '../dates.ts';
import type { Episode } from '../episodes.ts';
import type { State, Status } from '../status.ts';
import { givenDays, sayBehind, sayGivenDays } from './attribution.ts';
import {
  datedEndsOf,
  lastDayDates,
  plannedEndsOf,
  sayDates,
  sayEndingBy,
  sayFirstDay,
  sayLastDay,
  saySpan,
  startsOf,
} from './ceasefire.ts';
import { sayDay, sayRange } from './dates.ts';
import { quoted } from './documents.ts';

/** A few words for each state: a heading, a list, a timeline. */
export const stateNames: Record<State, string> = {
  in_effect: 'in effect',
  disputed: 'disputed',
  announced: 'announced, not yet in effect',
  ended: 'ended',
  planned_end_passed: 'planned end passed',
  unknown: 'not known',
  none_documented: 'no ceasefire documented',
};

/** The few words for a state; of a day that a vague date leaves open nobody disputes anything. */
export function sayState({ state, episode, on }: Pick<Status, 'state' | 'episode' | 'on'>): string {
  return state === 'disputed' && episode && openDates(episode, on).length < 2
    ? 'not certain'
    : stateNames[state];
}

/** How a sentence names a time. */
export interface SaidTime {
  /** For example: on 20 May 2022, in May 2022. */
  readonly at: string;
  /** For example: 20 May 2022. */
  readonly name: string;
}

/**
 * The state in one plain, attributed sentence that can stand alone.
 * @param time that is asked about, where it is another than the day of the status: a month that has it
 */
export function sayStatus(index: DatasetIndex, status: Status, time: SaidTime = saidDay(status.on)): string {
  const { episode, state } = status;
  if (episode && state !== 'unknown') return says[state](index, status, episode, time);
  return state === 'unknown' ? sayUnknown(index, status, time) : sayNone(index, status, time);
}

export function saidDay(day: Day): SaidTime {
  return { at: `on ${sayDay(day)}`, name: sayDay(day) };
}

type Say = (index: DatasetIndex, status: Status, episode: Episode, time: SaidTime) => string;

const says: Record<Exclude<State, 'unknown'>, Say> = {
  in_effect: (index, _, episode, { at }) =>
    `In effect ${at}: ${sayTerm(index, episode)}. This is ${named(episode)}${oneSided(episode)}.`,
  disputed: (index, { on }, episode, { name }) => {
    const isStart = isBeforeStart(episode, on);
    const dates = openDates(episode, on);
    const what = isStart ? 'began' : episode.endDocumented ? 'ended' : 'was planned to end';
    if (dates.length < 2) {
      const day = isStart ? `first day is ${sayFirstDay(episode)}` : `last day is ${sayLastDay(episode)}`;
      return `Not certain for ${name}: the documents give no exact day on which ${named(episode)} ${what}; its ${day}${according(sayBehind(index, dates))}.`;
    }
    const sides = sayDates(index, dates).map((each) => `on ${each}`);
    return `Disputed for ${name}: the documents differ on when ${named(episode)} ${what}: ${sides.join('; or ')}.`;
  },
  announced: (index, _, episode, { at }) => {
    const names = sayBehind(index, episode.ceasefire.declared);
    const declared = episode.declared ? `, declared on ${sayRange(episode.declared)}` : '';
    const start = episode.start ? `, was to begin on ${sayFirstDay(episode)}` : '';
    return `Announced but not yet in effect ${at}: ${named(episode)}${declared}${names && ` by ${names}`}${start}.`;
  },
  ended: (index, _, episode, { at }) =>
    `Not in effect ${at}: ${named(episode)} had ended: ${sayEnds(index, episode)}.`,
  planned_end_passed: (index, _, episode, { at }) => {
    const ending = sayKnownEnding(index, episode);
    const until = sayGivenDays(givenDays(index, plannedEndsOf(episode)));
    return `Not documented as in effect ${at}: ${named(episode)} was planned until ${until}; no document dates a timely extension or an end.${ending}`;
  },
  none_documented: (index, status, _episode, time) => sayNone(index, status, time),
};

/** The dates that leave it open whether a ceasefire held on a day: those of its start, else of its last day. */
function openDates(episode: Episode, on: Day): readonly Dated[] {
  return isBeforeStart(episode, on) ? startsOf(episode) : lastDayDates(episode);
}

function isBeforeStart({ start }: Episode, on: Day): boolean {
  return start !== undefined && on < start.latest;
}

/** First and last day with those who give them; they are named once where they give both. */
function sayTerm(index: DatasetIndex, episode: Episode): string {
  const { last, openEnded, endDocumented, ceasefire, extensions } = episode;
  const starts = givenDays(index, startsOf(episode));
  const since = `since ${starts.length > 0 ? sayGivenDays(starts) : 'a day that no document gives'}`;
  if (endDocumented) return `${since}; it ended ${sayEnds(index, episode)}`;
  if (openEnded || !last) return `${since}; ${ceasefire.openEnded ? 'without a term' : 'no end documented'}`;
  const ends = givenDays(index, lastDayDates(episode));
  const planned = extensions.length > 0 ? ' (planned end, as extended)' : ' (planned end)';
  const [start, end] = [starts[0], ends[0]];
  if (starts.length === 1 && ends.length === 1 && start && end && start.by === end.by) {
    return `since ${start.day}, until ${end.day}${planned}${end.by}`;
  }
  return `${since}; until ${sayGivenDays(ends, '', planned)}`;
}

/** When it ended, as each document has it. */
function sayEnds(index: DatasetIndex, episode: Episode): string {
  const ends = givenDays(index, datedEndsOf(episode));
  return sayGivenDays(ends, 'on ') + (ends.length > 1 ? ' (the documents differ)' : '');
}

function sayUnknown(
  index: DatasetIndex,
  { on, dyad, horizon, lastDocumented, episode }: Status,
  { name: day }: SaidTime,
): string {
  const first = index.dyads.get(dyad)?.first;
  if (horizon === undefined || first === undefined) {
    return `Not known for ${day}: the dataset has no dated document on this pair.`;
  }
  if (on < first) return `Not known for ${day}: the documents on this pair do not reach back that far.`;
  const last = episode
    ? ` The last documented ceasefire before it: ${quoted(episode.ceasefire.name)}, ${saySpan(episode)}.`
    : '';
  if (episode?.openEnded) {
    return `Not known for ${day}: no document dates the end of ${named(episode)}.${last}`;
  }
  const then = lastDocumented
    ? ` Last documented state: ${sayState(lastDocumented)} (${sayDay(lastDocumented.on)}).`
    : '';
  return `Not known for ${day}: the last documented day, planned ends included, is ${sayDay(horizon)}.${then}${last}`;
}

/** What became of it and who says so, where a document tells. */
function sayKnownEnding(index: DatasetIndex, episode: Episode): string {
  return episode.ceasefire.endedHow === 'no_record' ? '' : ` ${sayEndingBy(index, episode)}`;
}

function sayNone(index: DatasetIndex, status: Status, { name }: SaidTime): string {
  return [`No ceasefire is documented for ${name}.`, ...sayAround(index, status)].join(' ');
}

/** The ceasefires before and after, and how the one before ended. */
export function sayAround(index: DatasetIndex, { before, after }: Status): readonly string[] {
  const ending = before && !before.endDocumented ? sayKnownEnding(index, before) : '';
  return [
    ...(before ? [`The one before: ${quoted(before.ceasefire.name)}, ${saySpan(before)}.${ending}`] : []),
    ...(after ? [`The one after: ${quoted(after.ceasefire.name)}, ${saySpan(after)}.`] : []),
  ];
}

/** How far the documents reach, and what that means for the day asked about. */
export function sayHorizon({ on, horizon }: Status): string {
  if (horizon === undefined) return 'No document of the dataset is dated.';
  const days = daysBetween(horizon, on);
  const gap = days > 0 ? `, ${days} ${days === 1 ? 'day' : 'days'} before the day asked about` : '';
  return `The last documented day, planned ends included, is ${sayDay(horizon)}${gap}.`;
}

/** Said wherever a ceasefire is said to hold: the other side may not have agreed. */
function oneSided({ ceasefire }: Episode): string {
  return ceasefire.side === 'unilateral' ? ', declared by one side only' : '';
}

function according(names: string): string {
  return names && `, according to ${names}`;
}

function named({ ceasefire }: Episode): string {
  return `the ${quoted(ceasefire.name)}`;
}
