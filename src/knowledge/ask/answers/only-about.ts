import type { DatasetIndex } from '../../dataset-index.ts';
import type { EntityMention } from '../entities.ts';
import { ceasefireTerm, distinctive } from '../rounds.ts';
import { termsOf } from '../terms.ts';
import type { Context } from './context.ts';

/**
 * Whether a question names nothing beside the ceasefires of the dyad, its parties and the given terms: then the
 * dataset's own record answers it, without a search.
 */
export function isOnlyAbout(context: Context, allowed: readonly string[]): boolean {
  const { query, parties, index, dyad } = context;
  const episodes = index.dyads.get(dyad)?.episodes ?? [];
  const names = new Set(episodes.flatMap(distinctive));
  const partyTerms = new Set(parties.flatMap((id) => namesOf(index, id)).flatMap(termsOf));
  // "The 8th or the 9th of November"
  const namesDay = query.dates.mentions.some(({ precision }) => precision === 'day');
  const isTerm = (term: string) =>
    (namesDay && /^\d{1,2}(?:st|nd|rd|th)?$/.test(term)) ||
    term === ceasefireTerm ||
    allowed.includes(term) ||
    names.has(term) ||
    partyTerms.has(term);
  const isParty = ({ ids, text }: EntityMention) =>
    ids.some((id) => parties.includes(id)) || termsOf(text).every((term) => partyTerms.has(term));
  return query.terms.every(isTerm) && query.entities.every(isParty);
}

function namesOf(index: DatasetIndex, id: string): readonly string[] {
  const actor = index.actors.get(id);
  return actor ? [actor.name, ...actor.aliases] : [];
}
