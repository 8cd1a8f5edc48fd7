import type { Claim } from '../../schema/dataset.ts';
import type { DatasetIndex } from '../dataset-index.ts';
import type { Draft } from './compose.ts';
import type { EntityMention } from './entities.ts';
import type { Query } from './query.ts';
import { placeKindOf } from './question-type.ts';
import { claimIdsOf } from './rounds.ts';

/**
 * What "it" or "he" of a later part stands for: the place or the person that answers the first one ("which province
 * has X, and what country is next to it?"). Undefined if the answer names none, or several.
 */
export function referentOf(
  index: DatasetIndex,
  first: Query,
  later: Query,
  { answered, claims }: Draft,
): EntityMention | undefined {
  const [claim] = claims;
  if (!claim || answered === false || later.entities.length > 0) return undefined;
  const [id, ...others] = candidates(index, first, later, claim);
  const name = index.actors.get(id ?? '')?.name;
  if (id === undefined || name === undefined || others.length > 0) return undefined;
  return { text: name, ids: [id], at: 0, length: 0 };
}

function candidates(index: DatasetIndex, first: Query, later: Query, claim: Claim): readonly string[] {
  const told = [...new Set([...claim.assertedBy, ...claim.actors, ...claim.places])];
  const kind = placeKindOf(first.text);
  if (kind !== undefined && /\b(?:it|there)\b/.test(later.text)) {
    return told.filter((id) => index.actors.get(id)?.description.toLowerCase().startsWith(kind));
  }
  if (first.asks !== 'who' || !/\b(?:he|him|his|she|her|hers)\b/.test(later.text)) return [];
  const named = new Set(first.entities.flatMap(({ ids }) => ids));
  return told.filter((id) => index.actors.get(id)?.type === 'person' && !named.has(id));
}

const outlasts =
  /\b(?:last|hold|survive|continue|endure|persist|go on|work|end|(?:extended|prolonged|renewed)$)\b/;

/**
 * Ids of the ceasefires that "it" of a later part stands for, where the first one is on something else and its answer
 * tells of one: "what did the talks lead to, and did it last?"
 */
export function roundsTold(
  index: DatasetIndex,
  dyad: string,
  later: Query,
  { claims }: Draft,
): ReadonlySet<string> {
  const isAsked = later.asks === 'yesno' && /\bit\b/.test(later.text) && outlasts.test(later.text);
  const [claim] = claims;
  if (!isAsked || !claim || later.entities.length > 0) return new Set();
  const told = (index.dyads.get(dyad)?.episodes ?? []).filter((each) => claimIdsOf(each).has(claim.id));
  return new Set(told.map(({ ceasefire }) => ceasefire.id));
}
