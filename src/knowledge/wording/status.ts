import type { Dated } from '../../schema/dataset.ts';
import type { DatasetIndex } from '../dataset-index.ts';
import { type Day, daysBetween } from '../dates.ts';
import type { Episode } from '../episodes.ts';
import type { State, Status } from '../status.ts';
import { sayBehind } from './attribution.ts';
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
  in_effect: (index, _, episode, { at }) => {
    const since = `since ${episode.start ? sayFirstDay(episode) : 'a day that no document gives'}`;
    const starters = sayBehind(index, startsOf(episode));
    const enders = sayBehind(index, lastDayDates(episode));
    const isOne = starters === enders || enders === '';
    const span = isOne
      ? `${since}, ${sayUntil(episode)}${according(starters)}`
      : `${since}${according(starters)}; ${sayUntil(episode)}${according(enders)}`;
    return `In effect ${at}: ${span}. This is ${named(episode)}${oneSided(episode)}.`;
  },
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
  ended: (index, _, episode, { at }) => {
    const ends = datedEndsOf(episode);
    const differ = ends.length > 1 ? ' (the documents differ)' : '';
    return `Not in effect ${at}: ${named(episode)} had ended; its last day was ${sayLastDay(episode)}${differ}${according(sayBehind(index, ends))}.`;
  },
  planned_end_passed: (index, _, episode, { at }) => {
    const ending = sayKnownEnding(index, episode);
    return `Not documented as in effect ${at}: ${named(episode)} was planned until ${sayLastDay(episode)}${according(sayBehind(index, plannedEndsOf(episode)))}; no document dates a timely extension or an end.${ending}`;
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

function sayUntil(episode: Episode): string {
  const { last, openEnded, endDocumented, ceasefire, extensions } = episode;
  if (openEnded || !last) return ceasefire.openEnded ? 'without a term' : 'with no end documented';
  const doubt =
    lastDayDates(episode).length > 1 ? 'the documents differ on the end' : 'no document gives the exact end';
  if (last.earliest !== last.latest) return `at least until ${sayDay(last.earliest)} (${doubt})`;
  if (endDocumented) return `until ${sayDay(last.latest)}`;
  const planned = extensions.length > 0 ? 'planned end, as extended' : 'planned end';
  return `until ${sayDay(last.latest)} (${planned})`;
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
