import type { Dated } from '../../schema/dataset.ts';
import type { DatasetIndex } from '../dataset-index.ts';
import { daysBetween } from '../dates.ts';
import type { Episode } from '../episodes.ts';
import type { State, Status } from '../status.ts';
import { quoted, sayBehind } from './attribution.ts';
import { datedEndsOf, plannedEndsOf, sayDates, sayEnding, saySpan, startsOf } from './ceasefire.ts';
import { sayDay, sayRange } from './dates.ts';

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

/** The state in one plain, attributed sentence that can stand alone. */
export function sayStatus(index: DatasetIndex, status: Status): string {
  const { episode, state } = status;
  if (episode && state !== 'unknown') return says[state](index, status, episode);
  return state === 'unknown' ? sayUnknown(index, status) : sayNone(status);
}

type Say = (index: DatasetIndex, status: Status, episode: Episode) => string;

const says: Record<Exclude<State, 'unknown'>, Say> = {
  in_effect: (index, { on }, episode) => {
    const since = episode.start ? `since ${sayRange(episode.start)}` : 'since a day that no document gives';
    const starters = sayBehind(index, startsOf(episode));
    const enders = sayBehind(index, lastDayDates(episode));
    const isOne = starters === enders || enders === '';
    const span = isOne
      ? `${since}, ${sayUntil(episode)}${according(starters)}`
      : `${since}${according(starters)}; ${sayUntil(episode)}${according(enders)}`;
    return `In effect on ${sayDay(on)}: ${span}. This is ${quoted(episode.ceasefire.name)}${oneSided(episode)}.`;
  },
  disputed: (index, { on }, episode) => {
    const { start, last } = episode;
    const isStart = start !== undefined && on < start.latest;
    const dates = isStart ? startsOf(episode) : lastDayDates(episode);
    const what = isStart ? 'began' : episode.endDocumented ? 'ended' : 'was planned to end';
    const range = isStart ? start : last;
    if (dates.length < 2) {
      const when = range ? sayRange(range) : 'a time that no document gives';
      const which = isStart ? 'its first day is' : 'its last day is';
      return `Not certain for ${sayDay(on)}: the documents give no exact day on which ${quoted(episode.ceasefire.name)} ${what}; ${which} ${when}${according(sayBehind(index, dates))}.`;
    }
    return `Disputed for ${sayDay(on)}: the documents differ on when ${quoted(episode.ceasefire.name)} ${what}. ${sayDates(index, dates).map(sentence).join(' ')}`;
  },
  announced: (index, { on }, episode) => {
    const names = sayBehind(index, episode.ceasefire.declared);
    const declared = episode.declared ? `, declared on ${sayRange(episode.declared)}` : '';
    const start = episode.start ? `, was to begin on ${sayRange(episode.start)}` : '';
    return `Announced but not yet in effect on ${sayDay(on)}: ${quoted(episode.ceasefire.name)}${declared}${names && ` by ${names}`}${start}.`;
  },
  ended: (index, { on }, episode) => {
    const last = episode.last ? sayRange(episode.last) : 'not documented';
    const differ = datedEndsOf(episode).length > 1 ? ' (more than one end is documented)' : '';
    return `Not in effect on ${sayDay(on)}: ${quoted(episode.ceasefire.name)} had ended; its last day was ${last}${differ}${according(sayBehind(index, datedEndsOf(episode)))}.`;
  },
  planned_end_passed: (index, { on }, episode) => {
    const end = episode.last ? sayRange(episode.last) : 'not documented';
    const ending = episode.ceasefire.endedHow === 'no_record' ? '' : ` ${sayEnding(episode)}`;
    return `Not documented as in effect on ${sayDay(on)}: ${quoted(episode.ceasefire.name)} was planned until ${end}${according(sayBehind(index, plannedEndsOf(episode)))}; no document dates a timely extension or an end.${ending}`;
  },
  none_documented: (_index, status) => sayNone(status),
};

/** The entries that the last day rests on. */
function lastDayDates(episode: Episode): readonly Dated[] {
  if (episode.endDocumented) return datedEndsOf(episode);
  return episode.openEnded ? [] : plannedEndsOf(episode);
}

function sayUntil(episode: Episode): string {
  const { last, openEnded, endDocumented, ceasefire } = episode;
  if (openEnded || !last) return ceasefire.openEnded ? 'without a term' : 'with no end documented';
  const doubt =
    lastDayDates(episode).length > 1 ? 'the documents differ on the end' : 'no document gives the exact end';
  if (last.earliest !== last.latest) return `at least until ${sayDay(last.earliest)} (${doubt})`;
  return endDocumented ? `until ${sayDay(last.latest)}` : `until ${sayDay(last.latest)} (planned end)`;
}

function sayUnknown(index: DatasetIndex, { on, dyad, horizon, lastDocumented, before }: Status): string {
  const day = sayDay(on);
  const first = index.dyads.get(dyad)?.first;
  if (horizon === undefined || first === undefined) {
    return `Not known for ${day}: the dataset has no dated document on this pair.`;
  }
  if (on < first) return `Not known for ${day}: the documents on this pair do not reach back that far.`;
  const last = before
    ? ` The last ceasefire documented before it: ${quoted(before.ceasefire.name)}, ${saySpan(before)}.`
    : '';
  if (before?.openEnded) {
    return `Not known for ${day}: no document dates the end of ${quoted(before.ceasefire.name)}.${last}`;
  }
  const then = lastDocumented
    ? ` Last documented state: ${stateNames[lastDocumented.state]} (${sayDay(lastDocumented.on)}).`
    : '';
  return `Not known for ${day}: the last documented day, planned ends included, is ${sayDay(horizon)}.${then}${last}`;
}

function sayNone({ on, before, after }: Status): string {
  const last = before ? ` The one before: ${quoted(before.ceasefire.name)}, ${saySpan(before)}.` : '';
  const next = after ? ` The one after: ${quoted(after.ceasefire.name)}, ${saySpan(after)}.` : '';
  return `No ceasefire is documented for ${sayDay(on)}.${last}${next}`;
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

function sentence(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}
