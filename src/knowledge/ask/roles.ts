import type { DatasetIndex } from '../dataset-index.ts';
import type { Query } from './query.ts';
import { termsOf } from './terms.ts';

/** Terms of offices that relations name: `spokesman_of`, `leader_of`. */
export const roleTerms: ReadonlySet<string> = new Set(['lead', 'spokesman', 'minist', 'command']);

/** "The Emirate's spokesman" names whoever the relations say it is: the question is then about them. */
export function withRoleHolders(index: DatasetIndex, query: Query): Query {
  const role = query.terms.find((term) => roleTerms.has(term));
  if (role === undefined) return query;
  const entities = query.entities.map((mention) => {
    const holders = mention.ids
      .flatMap((id) => index.relationsByActor.get(id) ?? [])
      .filter(
        ({ relation, to }) =>
          relation.endsWith('_of') &&
          mention.ids.includes(to) &&
          termsOf(relation.replaceAll('_', ' ')).includes(role),
      )
      .map(({ from }) => from);
    return holders.length === 0 ? mention : { ...mention, ids: [...new Set(holders)] };
  });
  const isHeld = entities.some((mention, at) => mention !== query.entities[at]);
  return isHeld ? { ...query, entities, terms: query.terms.filter((term) => term !== role) } : query;
}
