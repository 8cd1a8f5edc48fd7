import type { DatasetIndex } from '../dataset-index.ts';
import type { Query } from './query.ts';
import { termsOf } from './terms.ts';

/** Terms of offices that relations name: `spokesman_of`, `leader_of`. */
const roleTerms: ReadonlySet<string> = new Set(['lead', 'spokesman', 'minist', 'command']);

/** The office that a term names, in other words too; undefined if it names none. */
export function roleMeant(term: string): string | undefined {
  if (term === 'boss') return 'lead';
  return roleTerms.has(term) ? term : undefined;
}

/** Whether a relation is that post: `head_of_government_of` is a leader's. */
export function isPost(relation: string, role: string): boolean {
  if (!relation.endsWith('_of')) return false;
  const terms = termsOf(relation.replaceAll('_', ' '));
  return terms.includes(role) || (role === 'lead' && terms.includes('head'));
}

/** "The Emirate's spokesman" names whoever the relations say it is: the question is then about them. */
export function withRoleHolders(index: DatasetIndex, query: Query): Query {
  const role = query.terms.find((term) => roleTerms.has(term));
  if (role === undefined) return query;
  const entities = query.entities.map((mention) => {
    const holders = mention.ids
      .flatMap((id) => index.relationsByActor.get(id) ?? [])
      .filter(({ relation, to }) => mention.ids.includes(to) && isPost(relation, role))
      .map(({ from }) => from);
    return holders.length === 0 ? mention : { ...mention, ids: [...new Set(holders)] };
  });
  const isHeld = entities.some((mention, at) => mention !== query.entities[at]);
  return isHeld ? { ...query, entities, terms: query.terms.filter((term) => term !== role) } : query;
}

const vocabularies = new WeakMap<DatasetIndex, ReadonlySet<string>>();

/** Terms of all posts that the actors of a dataset hold: "prime", "minist", "inform". */
export function postTerms(index: DatasetIndex): ReadonlySet<string> {
  const known = vocabularies.get(index);
  if (known) return known;
  const terms = new Set(
    index.dataset.actors.flatMap(({ roles }) => roles.flatMap(({ role }) => termsOf(role))),
  );
  vocabularies.set(index, terms);
  return terms;
}
