import { ceasefireTerm, distinctive } from '../rounds.ts';
import type { Context } from './context.ts';

/**
 * Whether a question names nothing beside the ceasefires of the dyad, its parties and the given terms: then the
 * dataset's own record answers it, without a search.
 */
export function isOnlyAbout(context: Context, allowed: readonly string[]): boolean {
  const { query, parties, index, dyad } = context;
  const episodes = index.dyads.get(dyad)?.episodes ?? [];
  const names = new Set(episodes.flatMap(distinctive));
  const isTerm = (term: string) => term === ceasefireTerm || allowed.includes(term) || names.has(term);
  return (
    query.terms.every(isTerm) && query.entities.every(({ ids }) => ids.some((id) => parties.includes(id)))
  );
}
