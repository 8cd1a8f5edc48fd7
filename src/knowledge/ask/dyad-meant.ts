import type { Dyad } from '../../schema/pack.ts';
import type { DatasetIndex } from '../dataset-index.ts';
import type { EntityMention } from './entities.ts';
import { isBetween, pairNamed } from './pair-named.ts';
import type { Query } from './query.ts';
import { distinctive, isAboutCeasefire } from './rounds.ts';
import { isNamedByTerms } from './sides.ts';
import { termsOf } from './terms.ts';

export type Pair = Pick<Dyad, 'id' | 'parties'>;

/**
 * Between whom: the usual pair, unless the question sets one of its parties against somebody who is a party of
 * another pair only ("a truce between Pakistan and Afghanistan", "the ceasefire with Kabul"), or names a place that
 * only ceasefires of the other are called by. Mediators are named in questions too, so naming somebody is not enough.
 */
export function dyadMeant(index: DatasetIndex, usual: Pair, others: readonly Pair[], query: Query): Pair {
  const sides = pairNamed(index, query);
  const between = sides && [usual, ...others].find(({ parties }) => isBetween(index, parties, sides));
  if (between) return between;
  return others.find((pair) => isMeant(index, usual, pair, query)) ?? usual;
}

/** "Between X and Y", "with Y", "did X attack Y during the truce". */
const sideBySide = /\b(?:between|with)\b|\b(?:during|despite|amid) (?:\w+ ){0,4}(?:ceasefire|truce|deal)\b/;

function isMeant(index: DatasetIndex, usual: Pair, pair: Pair, query: Query): boolean {
  const { entities, terms, text } = query;
  const shared = pair.parties.filter((id) => usual.parties.includes(id));
  const own = pair.parties.filter((id) => !usual.parties.includes(id));
  const missing = usual.parties.filter((id) => !pair.parties.includes(id));
  const isAny = (ids: readonly string[]) => (each: EntityMention) =>
    each.ids.some((id) => ids.includes(id)) || ids.some((id) => isNamedByTerms(index, id, each));
  if (entities.some(({ ids }) => ids.some((id) => missing.includes(id)))) return false;
  if (isAboutCeasefire(query) && entities.some((each) => isRoundOfOnly(index, usual, pair, each)))
    return true;
  if (terms.includes('mediation')) return false;
  const words = text.split(' ');
  const isWith = ({ at }: EntityMention) =>
    /^(?:ceasefire|truce|deal|agreement) with(?: the)?$/.test(
      words.slice(words[at - 1] === 'the' ? at - 3 : at - 2, at).join(' '),
    );
  if (entities.some((each) => isWith(each) && isAny(own)(each))) return true;
  const isShared = entities.some(({ ids }) => ids.some((id) => shared.includes(id)));
  return sideBySide.test(text) && isShared && entities.some(isAny(own));
}

/** "Doha" in "the Doha ceasefire": a place in the names of that pair's ceasefires, and of none of the usual one's. */
function isRoundOfOnly(index: DatasetIndex, usual: Pair, pair: Pair, { ids }: EntityMention): boolean {
  const places = ids.flatMap((id) => index.actors.get(id) ?? []).filter(({ type }) => type === 'place');
  const parties = [usual, pair].flatMap((each) => each.parties);
  const isNaming = (id: string, name: string) =>
    (index.dyads.get(id)?.episodes ?? []).some((episode) =>
      termsOf(name).every((term) => distinctive(episode).includes(term)),
    );
  return places.some(
    ({ name }) =>
      isNaming(pair.id, name) &&
      !isNaming(usual.id, name) &&
      !parties.some((id) => termsOf(index.actors.get(id)?.name ?? '').includes(termsOf(name)[0] ?? '')),
  );
}
