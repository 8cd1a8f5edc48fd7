import type { Relation } from '../../../schema/dataset.ts';
import type { DatasetIndex } from '../../dataset-index.ts';
import { sayRelation } from '../../wording/actor.ts';
import { claimsOf } from '../../wording/attribution.ts';
import { nameOf } from '../../wording/names.ts';
import { anyOf } from '../any-of.ts';
import type { Draft } from '../compose.ts';
import { declined } from '../decline.ts';
import type { EntityMention } from '../entities.ts';
import { isRelation } from '../question-type.ts';
import { termsOf } from '../terms.ts';
import type { Context } from './context.ts';

const relationTerms = new Set(
  [
    'relation',
    'separate',
    'common',
    'connection',
    'identical',
    'affiliated',
    'distinguish',
    'entity',
    'movement',
    'militant',
    'branch',
    'wing',
    'arm',
    'offshoot',
    'faction',
    'chapter',
    'subsidiary',
    'proxy',
    'ally',
    'allied',
    'allegiance',
    'independent',
    'tied',
  ].flatMap(termsOf),
);

/** "Are A and B the same group?": what the documents say about the two, every framing of it. */
export function answerRelation(context: Context): Draft | undefined {
  const { query, index, library } = context;
  // "How does the A report describe …" is not about A.
  const isOutlet = (id: string) => index.actors.get(id)?.type === 'media';
  const [first, second, ...others] = query.entities.filter(({ ids }) => !ids.some(isOutlet));
  if (!first || others.length > 0 || !isRelation(query.text)) return undefined;
  // How it was at a time, the claims of that time tell.
  if (query.dates.mentions.length > 0) return undefined;
  if (query.terms.some((term) => !relationTerms.has(term))) return undefined;
  const alias = second && asksIdentity.test(query.text) ? answerAlias(context, first, second) : undefined;
  if (alias) return alias;
  const ofFirst = first.ids.flatMap((id) => index.relationsByActor.get(id) ?? []);
  const between = second
    ? directOrShared(index, ofFirst, first.ids, second.ids)
    : asksIdentity.test(query.text)
      ? ofFirst.filter(({ relation }) => isIdentity.test(relation))
      : [];
  const lasting = between.filter(({ relation }) => !/^(?:ceasefire|mediat|host)/.test(relation));
  const relations = lasting.length > 0 ? lasting : between;
  if (relations.length === 0) return undefined;
  const ids = [...new Set(relations.flatMap(({ claims }) => claims))];
  const claims = claimsOf(index, ids);
  const asked = query.terms.filter((term) => library.frequency.has(term));
  const fits = (id: string) => asked.filter((term) => library.evidence.get(id)?.terms.has(term)).length;
  return {
    kind: 'relation',
    lead: relations.length > 2 ? [] : relations.map((relation) => `${sayRelation(index, relation)}.`),
    claims: claims.toSorted((a, b) => fits(b.id) - fits(a.id)).slice(0, 5),
  };
}

const asksOwnName = anyOf(
  /\b(?:call(?:s|ed)?|nam(?:e|es|ed)|refer(?:s|red)? to|style[sd]?|known as)\b.*\b(?:their|its|it is) (?:own )?(?:state|government|country|regime|administration)\b/,
  /\b(?:their|its|it is) (?:own )?(?:state|government|country|regime|administration) (?:is |was |be )?(?:call|nam|known)/,
  /\b(?:what|which) name\b.*\b(?:call|use|give)\b.*\b(?:state|government|country|regime)\b/,
);
const ownNameTerms = new Set(
  ['run', 'ruler', 'government', 'state', 'country', 'official', 'self', 'master'].flatMap(termsOf),
);

/** "What do the rulers call their state?" */
export function answerOwnName(context: Context): Draft | undefined {
  const { query, index } = context;
  if (!asksOwnName.test(query.text) || query.terms.some((term) => !ownNameTerms.has(term))) return undefined;
  const relations = query.entities
    .flatMap(({ ids }) => ids)
    .flatMap((id) => (index.relationsByActor.get(id) ?? []).filter(({ to }) => to === id))
    .filter(({ relation }) => relation.startsWith('self_name_'));
  if (relations.length === 0) return declined(context, 'no document gives a name of its own');
  const found = [...new Set(relations)];
  return {
    kind: 'relation',
    lead: found.map((relation) => `${sayRelation(index, relation)}.`),
    claims: claimsOf(index, [...new Set(found.flatMap(({ claims }) => claims))]).slice(0, 2),
  };
}

/** "Are A and B the same?" where both are names of one. */
function answerAlias({ index }: Context, first: EntityMention, second: EntityMention): Draft | undefined {
  const [id] = first.ids;
  if (id === undefined || first.ids.length > 1 || second.ids.join() !== id) return undefined;
  const known = claimsOf(index, index.actors.get(id)?.claims ?? []).filter(({ summary }) =>
    /\bknown as\b/.test(summary),
  );
  return {
    kind: 'relation',
    lead: [`${first.text} and ${second.text} are names of one: ${nameOf(index, id)}.`],
    claims: known.slice(0, 2),
  };
}

/** "The two Taliban movements": whether one name stands for one body. */
const asksIdentity =
  /\b(?:same|one) (?:and the same|group|organi[sz]ation|entity|movement|body|thing)\b|\bthe same\b|\bidentical\b/;
const isIdentity = /^(?:separate|not_directly|pledges|shares)/;

/** Relations between two actors; where none is recorded, the posts that both hold in one body; of two men, their own. */
function directOrShared(
  index: DatasetIndex,
  ofFirst: readonly Relation[],
  first: readonly string[],
  second: readonly string[],
): readonly Relation[] {
  const direct = ofFirst.filter(({ from, to }) => {
    const [one, other] = first.includes(from) ? [from, to] : [to, from];
    return first.includes(one) && second.includes(other);
  });
  if (direct.length > 0) return direct;
  const ofSecond = second.flatMap((id) => index.relationsByActor.get(id) ?? []);
  const isHeldBy = (ids: readonly string[]) => (relation: Relation) =>
    ids.includes(relation.from) && relation.relation.endsWith('_of');
  const [held, alsoHeld] = [ofFirst.filter(isHeldBy(first)), ofSecond.filter(isHeldBy(second))];
  const shares = (others: readonly Relation[]) => (relation: Relation) =>
    others.some(({ to }) => to === relation.to);
  const shared = [...held.filter(shares(alsoHeld)), ...alsoHeld.filter(shares(held))];
  const areMen = [first, second].every((ids) => ids.some((id) => index.actors.get(id)?.type === 'person'));
  return shared.length > 0 || !areMen ? shared : [...held, ...alsoHeld];
}
