import type { Dyad } from '../../schema/pack.ts';
import type { DatasetIndex } from '../dataset-index.ts';
import type { Query } from './query.ts';
import { termsOf } from './terms.ts';

export type Pair = Pick<Dyad, 'id' | 'parties'>;

/**
 * Between whom: the usual pair, unless the question sets one of its parties against somebody who is a party of
 * another pair only ("a truce between Pakistan and Afghanistan"). Mediators are named in questions too, so
 * naming somebody is not enough.
 */
export function dyadMeant(index: DatasetIndex, usual: Pair, others: readonly Pair[], query: Query): Pair {
  if (!/\b(?:between|with)\b/.test(query.text) || query.terms.includes('mediation')) return usual;
  const shared = (pair: Pair) => pair.parties.filter((id) => usual.parties.includes(id));
  const meant = others.find((pair) => {
    const own = pair.parties.filter((id) => !usual.parties.includes(id));
    const missing = usual.parties.filter((id) => !pair.parties.includes(id));
    const named = (ids: readonly string[]) =>
      query.entities.some((each) => each.ids.some((id) => ids.includes(id)));
    return named(shared(pair)) && !named(missing) && (named(own) || namedByTerms(index, own, query));
  });
  return meant ?? usual;
}

/** "Afghanistan" for the Afghan Taliban's government: every term of what is named stands in a name of the party. */
function namedByTerms(index: DatasetIndex, ids: readonly string[], { entities }: Query): boolean {
  const terms = new Set(
    ids.flatMap((id) => {
      const actor = index.actors.get(id);
      return actor ? [actor.name, ...actor.aliases].flatMap(termsOf) : [];
    }),
  );
  return entities.some(({ text }) => termsOf(text).every((term) => terms.has(term)));
}
