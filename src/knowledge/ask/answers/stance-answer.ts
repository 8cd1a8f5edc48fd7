import type { Relation } from '../../../schema/dataset.ts';
import type { DatasetIndex } from '../../dataset-index.ts';
import { sayRelation } from '../../wording/actor.ts';
import { claimsOf } from '../../wording/attribution.ts';
import { anyOf } from '../any-of.ts';
import type { Draft } from '../compose.ts';
import { termOf } from '../terms.ts';
import type { Context } from './context.ts';

/** Forms that ask on whose side somebody stands. */
const asksStance = anyOf(
  /\b(?:with|for|behind|pro|backing|supporting)\b.*\bor (?:\w+ )?(?:against|anti|opposed)\b/,
  /\b(?:against|opposed to)\b.*\bor (?:\w+ )?(?:with|for|behind|pro|supporting)\b/,
  /\bgovernment\b.*\bor\b.*\bopposition\b/,
  /\bopposition\b.*\bor\b.*\bgovernment\b/,
  /\b(?:friend|ally|supporter) or (?:an? )?(?:foe|enemy|opponent|rival|critic)\b/,
);
/** Relations of standing for or against. */
const stance = /^(?:critici|oppos|support|back|allied|fights)/;
const stanceWords = new Set(
  'government opposition oppose opponent support ally friend foe enemy rival critic politician party side'
    .split(' ')
    .map(termOf),
);

/** "Was X with Y's government or against it?": how X, and the bodies that X speaks for, stand to Y and Y's. */
export function answerStance({ query, index, parties }: Context): Draft | undefined {
  if (!asksStance.test(query.text) || query.dates.mentions.length > 0) return undefined;
  if (query.terms.some((term) => !stanceWords.has(term))) return undefined;
  const [first, second] = query.entities;
  if (!first) return undefined;
  const whose = new Set(first.ids.flatMap((id) => [id, ...bodiesOf(index, id)]));
  // "The government", of nobody who is named, is that of a party of the conflict.
  const named = second?.ids ?? parties.filter((id) => index.actors.get(id)?.type === 'government');
  const towards = new Set(named.flatMap((id) => [id, ...bodiesOf(index, id)]));
  const relations = [...whose].flatMap((id) =>
    (index.relationsByActor.get(id) ?? []).filter(
      ({ from, relation, to }) => from === id && stance.test(relation) && towards.has(to),
    ),
  );
  if (relations.length === 0) return undefined;
  const held = [...whose]
    .flatMap((id) => index.relationsByActor.get(id) ?? [])
    .filter(isBetween(first.ids, relations));
  return {
    kind: 'relation',
    lead: [...new Set([...held, ...relations])].map((relation) => `${sayRelation(index, relation)}.`),
    claims: claimsOf(index, [...new Set(relations.flatMap(({ claims }) => claims))]).slice(0, 3),
  };
}

/** Bodies in which somebody holds a post. */
function bodiesOf(index: DatasetIndex, id: string): readonly string[] {
  return index.actors.get(id)?.roles.flatMap(({ of }) => of ?? []) ?? [];
}

/** What ties somebody to a body whose stance is told. */
function isBetween(ids: readonly string[], relations: readonly Relation[]): (relation: Relation) => boolean {
  const bodies = new Set(relations.map(({ from }) => from));
  return ({ from, relation, to }) => ids.includes(from) && relation.endsWith('_of') && bodies.has(to);
}
