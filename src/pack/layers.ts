import type { Actor, Dataset } from '../schema/dataset.ts';
import { type Layer, layers } from '../schema/layers.ts';
import { withoutAbsent } from './absent.ts';
import { joinActors, joinCeasefires, joinDisputes, joinEvents } from './join.ts';
import { actorsNamedIn } from './references.ts';

/**
 * The dataset of the chosen layers. An actor, a ceasefire, an event or a dispute that stands in several of
 * them becomes one record. Nothing refers to a layer left out, but an actor whom a chosen record names is
 * kept without its claims: a name is no evidence.
 *
 * @param all the records as they stand in the files, each with its layer
 */
export function chooseLayers(all: Dataset, chosen: readonly Layer[]): Dataset {
  const has = ({ layer }: { readonly layer: Layer }) => chosen.includes(layer);
  const records: Dataset = {
    sources: all.sources.filter(has),
    actors: joinAll(all.actors.filter(has), joinActors),
    relations: all.relations.filter(has),
    ceasefires: joinAll(all.ceasefires.filter(has), joinCeasefires),
    events: joinAll(all.events.filter(has), joinEvents),
    claims: all.claims.filter(has),
    disputes: joinAll(all.disputes.filter(has), joinDisputes),
  };
  if (layers.every((layer) => chosen.includes(layer))) return records;
  const own = withoutAbsent(records);
  return { ...own, actors: [...own.actors, ...namedOnly(all.actors, own)] };
}

function namedOnly(all: readonly Actor[], chosen: Dataset): readonly Actor[] {
  const present = new Set(chosen.actors.map(({ id }) => id));
  const named = actorsNamedIn(chosen);
  return all
    .filter(({ id }) => named.has(id) && !present.has(id))
    .map((actor) => ({ ...actor, claims: [], roles: [], notToBeConfusedWith: [] }));
}

/** Joins records of one id, in the order of the first. */
function joinAll<T extends { readonly id: string }>(
  records: readonly T[],
  join: (first: T, later: T) => T,
): T[] {
  const joined = new Map<string, T>();
  for (const record of records) {
    const first = joined.get(record.id);
    joined.set(record.id, first ? join(first, record) : record);
  }
  return [...joined.values()];
}
