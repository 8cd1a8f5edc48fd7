import type { Actor, Ceasefire, Claim, Dataset, HistoricEvent, Relation, Source } from '../schema/dataset.ts';
import { type ActorNames, indexActorNames } from './actor-names.ts';
import { type Day, lastDayOf, rangeOf } from './dates.ts';
import { type Episode, episodesOf } from './episodes.ts';
import { citationsOf } from './wording/documents.ts';

/** A dataset made quick to ask; nothing in it is changed. */
export interface DatasetIndex {
  readonly dataset: Dataset;
  readonly sources: ReadonlyMap<string, Source>;
  /** How a sentence cites a document, by its id. */
  readonly citations: ReadonlyMap<string, string>;
  readonly actors: ReadonlyMap<string, Actor>;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly ceasefires: ReadonlyMap<string, Ceasefire>;
  /** Claims that an actor asserts, denies or is named in, oldest first, undated last. */
  readonly claimsByActor: ReadonlyMap<string, readonly Claim[]>;
  readonly actorNames: ActorNames;
  /** Relations from or to an actor, in file order. */
  readonly relationsByActor: ReadonlyMap<string, readonly Relation[]>;
  readonly dyads: ReadonlyMap<string, DyadRecord>;
}

/** What the documents hold on one dyad. */
export interface DyadRecord {
  readonly dyad: string;
  /** National ceasefires with a date, by start. */
  readonly episodes: readonly Episode[];
  /** Local ceasefires with a date, by start. */
  readonly local: readonly Episode[];
  /** Ceasefires, local ones too, of which no document gives a date: told, not counted. */
  readonly undated: readonly Episode[];
  readonly events: readonly HistoricEvent[];
  /** First and last documented day; a vague date counts with the part that is certain. */
  readonly first: Day | undefined;
  readonly horizon: Day | undefined;
}

export function indexDataset(dataset: Dataset): DatasetIndex {
  const byDyad = groupBy(dataset.ceasefires, ({ dyad }) => [dyad]);
  const dyads = new Set(
    [...dataset.ceasefires, ...dataset.claims, ...dataset.events].map(({ dyad }) => dyad),
  );
  dyads.delete(null);
  const claimsByActor = groupBy(byDate(dataset.claims), (claim) => [
    ...claim.assertedBy,
    ...claim.deniedBy,
    ...claim.actors,
    ...claim.places,
  ]);
  return {
    dataset,
    sources: byId(dataset.sources),
    citations: citationsOf(dataset.sources),
    actors: byId(dataset.actors),
    claims: byId(dataset.claims),
    ceasefires: byId(dataset.ceasefires),
    claimsByActor,
    actorNames: indexActorNames(dataset.actors, claimsByActor),
    relationsByActor: groupBy(dataset.relations, ({ from, to }) => [from, to]),
    dyads: new Map(
      [...dyads].flatMap((dyad) =>
        dyad === null ? [] : [[dyad, recordOf(dyad, byDyad.get(dyad) ?? [], dataset)] as const],
      ),
    ),
  };
}

function recordOf(dyad: string, ceasefires: readonly Ceasefire[], dataset: Dataset): DyadRecord {
  const national = episodesOf(ceasefires.filter(({ scope }) => scope === 'national'));
  const local = episodesOf(ceasefires.filter(({ scope }) => scope === 'local'));
  const claims = dataset.claims.filter((claim) => claim.dyad === dyad);
  const events = dataset.events.filter((event) => event.dyad === dyad);
  const ranges = [...claims, ...events].flatMap(({ date }) => rangeOf(date) ?? []);
  const firsts = ranges.map(({ latest }) => latest);
  const lasts = ranges.map(({ earliest }) => earliest);
  for (const { declared, start, last, plannedEnd } of [...national, ...local]) {
    for (const range of [declared, start, last, plannedEnd]) {
      if (range) firsts.push(range.latest);
      if (range) lasts.push(range.earliest);
    }
  }
  const isDated = ({ last }: Episode) => last !== undefined;
  return {
    dyad,
    episodes: national.filter(isDated),
    local: local.filter(isDated),
    undated: [...national, ...local].filter((episode) => !isDated(episode)),
    events: byDate(events),
    first: firsts.sort()[0],
    horizon: lasts.sort().at(-1),
  };
}

function byId<T extends { readonly id: string }>(records: readonly T[]): Map<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}

function groupBy<T>(records: readonly T[], keys: (record: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const record of records) {
    for (const key of new Set(keys(record))) {
      const group = groups.get(key);
      if (group) group.push(record);
      else groups.set(key, [record]);
    }
  }
  return groups;
}

/** Oldest first, undated last. */
function byDate<T extends Claim | HistoricEvent>(records: readonly T[]): readonly T[] {
  const keyed = records.map((record) => ({ record, key: lastDayOf(record.date) ?? '9999' }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return keyed.map(({ record }) => record);
}
