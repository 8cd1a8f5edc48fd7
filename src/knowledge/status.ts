import type { Source } from '../schema/dataset.ts';
import type { DatasetIndex, DyadRecord } from './dataset-index.ts';
import type { Day, DayRange } from './dates.ts';
import { type Episode, recordsOf } from './episodes.ts';

export type State =
  | 'in_effect'
  | 'disputed'
  | 'announced'
  | 'ended'
  | 'planned_end_passed'
  | 'unknown'
  | 'none_documented';

/** What the documents allow to say about one dyad on one day. */
export interface Status {
  readonly on: Day;
  readonly dyad: string;
  readonly state: State;
  /** The ceasefire that the state is about; with `unknown`, the last documented one. */
  readonly episode: Episode | undefined;
  /** First day of `episode`; where that is disputed, the earliest. */
  readonly since: Day | undefined;
  /** Last day of `episode`, planned or documented; where that is disputed, the latest. Undefined: no end known. */
  readonly until: Day | undefined;
  /** Last documented day of the dyad; undefined if nothing is documented. */
  readonly horizon: Day | undefined;
  /** With `unknown`: the last state before it that the documents do give. */
  readonly lastDocumented:
    | { readonly state: State; readonly on: Day; readonly episode: Episode | undefined }
    | undefined;
  /** The nearest ceasefires before and after the day. */
  readonly before: Episode | undefined;
  readonly after: Episode | undefined;
  /** Local ceasefires that may have held on the day; they never set the state. */
  readonly local: readonly Episode[];
  /** Where no ceasefire holds on the day: those that documents tell of without a date. */
  readonly undated: readonly Episode[];
  /** Documents behind `episode`, or else behind the nearest ones. */
  readonly sources: readonly Source[];
}

const nothing: Omit<DyadRecord, 'dyad'> = {
  episodes: [],
  local: [],
  undated: [],
  events: [],
  first: undefined,
  horizon: undefined,
};

/** The status by the table in docs/architecture.md. Total: any existing day and any dyad have exactly one state. */
export function statusOn(index: DatasetIndex, dyad: string, on: Day): Status {
  const record = index.dyads.get(dyad) ?? { dyad, ...nothing };
  return statusBy(index, record, on, stateOn(record, on));
}

/** The same of one ceasefire, whatever else holds on that day; before its declaration `none_documented`. */
export function statusOfEpisode(index: DatasetIndex, episode: Episode, on: Day): Status {
  const record = index.dyads.get(episode.dyad) ?? { dyad: episode.dyad, ...nothing };
  return statusBy(index, record, on, { state: stateOfEpisode(episode, on), episode });
}

function statusBy(index: DatasetIndex, record: DyadRecord, on: Day, { state, episode }: Verdict): Status {
  const before = lastBefore(record.episodes, on);
  const after = firstAfter(record.episodes, on);
  const about = episode ?? (state === 'unknown' ? before : undefined);
  return {
    on,
    dyad: record.dyad,
    state,
    episode: about,
    since: state === 'disputed' ? about?.start?.earliest : about?.start?.latest,
    until: about && untilOf(about, state),
    horizon: record.horizon,
    lastDocumented: state === 'unknown' ? lastDocumented(record, on) : undefined,
    before,
    after,
    local: record.local.filter((each) => mayHold(each, { earliest: on, latest: on })),
    undated: state === 'none_documented' || state === 'unknown' ? record.undated : [],
    sources: sourcesOf(index, about ? [about] : [before, after]),
  };
}

function stateOfEpisode(episode: Episode, on: Day): State {
  const day = { earliest: on, latest: on };
  if (surelyHolds(episode, day)) return 'in_effect';
  if (mayHold(episode, day)) return 'disputed';
  if (isAnnounced(episode, on)) return 'announced';
  if (episode.last === undefined || on <= episode.last.latest) return 'none_documented';
  if (episode.openEnded) return 'unknown';
  return episode.endDocumented ? 'ended' : 'planned_end_passed';
}

type Verdict = Pick<Status, 'state' | 'episode'>;

function stateOn(record: DyadRecord, on: Day): Verdict {
  const { episodes } = record;
  const day = { earliest: on, latest: on };
  const certain = episodes.findLast((each) => surelyHolds(each, day));
  if (certain) return { state: 'in_effect', episode: certain };
  const possible = episodes.findLast((each) => mayHold(each, day));
  if (possible) return { state: 'disputed', episode: possible };
  const announced = episodes.find((each) => isAnnounced(each, on));
  if (announced) return { state: 'announced', episode: announced };
  const before = lastBefore(episodes, on);
  if (before?.openEnded) return { state: 'unknown', episode: before };
  if (before?.recentUntil !== undefined && on <= before.recentUntil) {
    return { state: before.endDocumented ? 'ended' : 'planned_end_passed', episode: before };
  }
  const { first, horizon } = record;
  const isCovered = first !== undefined && horizon !== undefined && first <= on && on <= horizon;
  return { state: isCovered ? 'none_documented' : 'unknown', episode: undefined };
}

/** Whether it holds on at least one of these days by every reading of its dates. */
export function surelyHolds({ start, last }: Episode, { earliest, latest }: DayRange): boolean {
  if (start === undefined || last === undefined || start.latest > last.earliest) return false;
  return start.latest <= latest && earliest <= last.earliest;
}

/** Whether it may hold on one of these days: by some reading of its dates. */
export function mayHold({ start, last }: Episode, { earliest, latest }: DayRange): boolean {
  return start !== undefined && last !== undefined && start.earliest <= latest && earliest <= last.latest;
}

function isAnnounced({ declared, start }: Episode, on: Day): boolean {
  return declared !== undefined && start !== undefined && declared.latest <= on && on < start.earliest;
}

/** Of those that end on the same day, one with an unknown end comes first, then one whose end is documented. */
function lastBefore(episodes: readonly Episode[], on: Day): Episode | undefined {
  let found: Episode | undefined;
  for (const each of episodes) {
    if (each.last === undefined || each.last.latest >= on) continue;
    const [day, best] = [each.last.latest, found?.last?.latest ?? ''];
    if (day > best || (found && day === best && rankOf(each) > rankOf(found))) found = each;
  }
  return found;
}

function rankOf({ openEnded, endDocumented }: Episode): number {
  return openEnded ? 2 : endDocumented ? 1 : 0;
}

function firstAfter(episodes: readonly Episode[], on: Day): Episode | undefined {
  return episodes.find(({ start }) => start !== undefined && start.earliest > on);
}

function untilOf(episode: Episode, state: State): Day | undefined {
  if (episode.openEnded) return undefined;
  return state === 'in_effect' ? episode.last?.earliest : episode.last?.latest;
}

/** The last day before `on` on which the documents give a state. */
function lastDocumented(record: DyadRecord, on: Day): Status['lastDocumented'] {
  const { horizon, episodes } = record;
  if (horizon === undefined || record.first === undefined || on < record.first) return undefined;
  const before = lastBefore(episodes, on);
  const held = before?.openEnded ? before.last?.latest : undefined;
  const day = held ?? horizon;
  if (day >= on) return undefined;
  const verdict = stateOn(record, day);
  return { ...verdict, on: day };
}

/** The documents behind the dates and the mediation of episodes, else behind what else is told of them; each once. */
export function sourcesOf(
  index: DatasetIndex,
  episodes: readonly (Episode | undefined)[],
): readonly Source[] {
  const found = new Set<Source>();
  const records = episodes.flatMap((episode) => (episode ? recordsOf(episode) : []));
  for (const { declared, effective, plannedEnd, actualEnd, held, mediation, claims } of records) {
    const dates = [...declared, ...effective, ...plannedEnd, ...actualEnd, ...held];
    const ids = [...dates.flatMap((dated) => dated.claims), ...mediation.claims, ...mediation.deniedIn];
    for (const id of ids.length > 0 ? ids : claims) {
      const source = index.sources.get(index.claims.get(id)?.source ?? '');
      if (source) found.add(source);
    }
  }
  return [...found];
}

/** The JSON form that the command line prints; part of the stable interface. */
export interface StatusJson {
  readonly on: Day;
  readonly dyad: string;
  readonly state: State;
  readonly ceasefire: string | null;
  readonly since: Day | null;
  readonly until: Day | null;
  readonly horizon: Day | null;
  readonly lastDocumented: {
    readonly state: State;
    readonly on: Day;
    readonly ceasefire: string | null;
  } | null;
  readonly sources: readonly { readonly id: string; readonly title: string; readonly url: string | null }[];
}

export function statusJson(status: Status): StatusJson {
  const { lastDocumented: last } = status;
  return {
    on: status.on,
    dyad: status.dyad,
    state: status.state,
    ceasefire: status.episode?.ceasefire.id ?? null,
    since: status.since ?? null,
    until: status.until ?? null,
    horizon: status.horizon ?? null,
    lastDocumented: last
      ? { state: last.state, on: last.on, ceasefire: last.episode?.ceasefire.id ?? null }
      : null,
    sources: status.sources.map(({ id, title, url }) => ({ id, title, url: url ?? null })),
  };
}
