import type { DatasetIndex } from '../../dataset-index.ts';
import type { Day } from '../../dates.ts';
import type { Episode } from '../../episodes.ts';
import { mayHold, type State, statusOfEpisode, surelyHolds } from '../../status.ts';
import { sayEnding, saySpan } from '../../wording/ceasefire.ts';
import { quoted } from '../../wording/documents.ts';
import { sayStatus } from '../../wording/status.ts';
import type { AskedTime } from '../asked-times.ts';
import type { Draft } from '../compose.ts';
import type { Context } from './context.ts';
import { datesBehind, endingClaims } from './episode-claims.ts';

/** Of more ceasefires that one name fits, the last ones. */
const told = 2;
const most = 3;

/**
 * "Was the truce of 2021 still on in May 2022?": the state of the ceasefire that is named at the time that is asked
 * about, whatever other one holds then. Without a time: from when until when, and what became of it.
 * @param isEnd asked is whether it had ended
 */
export function answerNamed(
  context: Context,
  named: readonly Episode[],
  times: readonly AskedTime[],
  isEnd: boolean,
): Draft {
  const { index } = context;
  const meant = times.map((time) => ({ time, episodes: meantAt(named, time) }));
  const lead =
    times.length === 0
      ? named.slice(-told).map((each) => `${sayWhole(each)} ${sayEnding(each)}`)
      : meant.flatMap(({ time, episodes }) => sayAt(context, named, episodes, time, isEnd));
  const over =
    times.length === 0
      ? named.slice(-told)
      : meant.flatMap(({ time, episodes }) => episodes.filter((each) => isOver(each, time)));
  return {
    kind: 'status',
    lead,
    claims: [...new Set(over.flatMap((each) => endingClaims(index, each)))].slice(0, most),
    behind: named.slice(-told).flatMap((each) => datesBehind(index, each)),
  };
}

function isOver({ last }: Episode, { day }: AskedTime): boolean {
  return last !== undefined && last.latest < day;
}

/** Of those that one name fits, the ones that hold at that time, else the last. */
function meantAt(named: readonly Episode[], time: AskedTime): readonly Episode[] {
  const holding = named.filter((each) => surelyHolds(each, time));
  const possible = named.filter((each) => mayHold(each, time));
  return holding.length > 0 ? holding : possible.length > 0 ? possible : named.slice(-told);
}

function sayAt(
  { index, dyad }: Context,
  named: readonly Episode[],
  meant: readonly Episode[],
  time: AskedTime,
  isEnd: boolean,
): readonly string[] {
  const others = (index.dyads.get(dyad)?.episodes ?? []).filter(
    (each) => !named.includes(each) && surelyHolds(each, time),
  );
  return [
    ...meant.map((each) => sayOne(index, each, time, isEnd)),
    ...others.map((each) => `Another ceasefire is documented for ${time.said.name}. ${sayWhole(each)}`),
  ];
}

function sayOne(index: DatasetIndex, episode: Episode, time: AskedTime, isEnd: boolean): string {
  const { at } = time.said;
  const isSpan = time.earliest !== time.latest;
  if (isSpan && surelyHolds(episode, time)) {
    return `${sayHeld([episode], time, isEnd)} ${sayWhole(episode)}`;
  }
  const status = statusOfEpisode(index, episode, dayWithin(episode, time));
  const verdict = (isEnd ? ended : holds)[status.state];
  if (status.state === 'none_documented') {
    return `${verdict}Not in effect ${at}: the ${quoted(episode.ceasefire.name)} is documented ${saySpan(episode)}.`;
  }
  return `${verdict}${sayStatus(index, status, time.said)}`;
}

/** For how much of a span one of these holds; no plain yes where a part is asked about that has no dates. */
export function sayHeld(episodes: readonly Episode[], time: AskedTime, isEnd = false): string {
  const { name } = time.said;
  const isWhole = episodes.some(
    ({ start, last }) => start && last && start.latest <= time.earliest && time.latest <= last.earliest,
  );
  const isYes = !isEnd && (isWhole || !time.isFiner);
  return `${isYes ? 'Yes' : 'In effect'}, by the documents, for ${isWhole ? 'all' : 'at least a part'} of ${name}.`;
}

/** The day that stands for that time, or the nearest to it on which the ceasefire may hold. */
function dayWithin(episode: Episode, time: AskedTime): Day {
  const { start, last } = episode;
  if (!start || !last || !mayHold(episode, time)) return time.day;
  if (time.day < start.earliest) return start.earliest;
  return time.day > last.latest ? last.latest : time.day;
}

function sayWhole(episode: Episode): string {
  return `${episode.ceasefire.name}: ${saySpan(episode)}.`;
}

/** Whether it was in effect. */
export const holds: Record<State, string> = {
  in_effect: 'Yes, by the documents. ',
  disputed: '',
  announced: 'No, not yet. ',
  ended: 'No. ',
  planned_end_passed: '',
  unknown: '',
  none_documented: 'No, not yet. ',
};

/** Whether it had ended. */
const ended: Record<State, string> = {
  in_effect: 'No, by the documents. ',
  disputed: '',
  announced: '',
  ended: 'Yes. ',
  planned_end_passed: '',
  unknown: '',
  none_documented: '',
};
