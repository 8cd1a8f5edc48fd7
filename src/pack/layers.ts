import type { Actor, Dataset, Layer } from '../schema/dataset.ts';
import { joinActors, joinCeasefires, joinDisputes } from './join.ts';
import { actorsNamedIn } from './references.ts';

/**
 * The dataset of the chosen layers. A ceasefire, an actor or a dispute that stands in several of them
 * becomes one record. Nothing refers to a layer left out, but an actor whom a chosen record names is kept
 * without its claims: a name is no evidence.
 *
 * @param all the records as they stand in the files, each with its layer
 */
export function chooseLayers(all: Dataset, chosen: readonly Layer[]): Dataset {
  const has = ({ layer }: { readonly layer: Layer }) => chosen.includes(layer);
  const own = all.actors.filter(has);
  const records = { ...all, actors: own };
  for (const list of ['sources', 'relations', 'ceasefires', 'events', 'claims', 'disputes'] as const) {
    Object.assign(records, { [list]: all[list].filter(has) });
  }
  const ceasefires = joinAll(records.ceasefires, joinCeasefires);
  const episodes = new Set(ceasefires.map(({ id }) => id));
  return {
    ...records,
    actors: [...joinAll(own, joinActors), ...namedOnly(all.actors, records)],
    ceasefires: ceasefires.map((ceasefire) => {
      const { extends: base, ...alone } = ceasefire;
      return base === undefined || episodes.has(base) ? ceasefire : alone;
    }),
    disputes: joinAll(records.disputes, joinDisputes),
  };
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
