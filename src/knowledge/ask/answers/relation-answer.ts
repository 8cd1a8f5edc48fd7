import type { Relation } from '../../../schema/dataset.ts';
import type { DatasetIndex } from '../../dataset-index.ts';
import { claimsOf } from '../../wording/attribution.ts';
import { nameOf } from '../../wording/names.ts';
import type { Draft } from '../compose.ts';
import { isRelation } from '../question-type.ts';
import { isPost, roleTerms } from '../roles.ts';
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
    lead: relations.length > 2 ? [] : relations.map((relation) => sayRelation(index, relation)),
    claims: claims.toSorted((a, b) => fits(b.id) - fits(a.id)).slice(0, 5),
  };
}

/** "The two Taliban movements": whether one name stands for one body. */
const asksIdentity =
  /\b(?:same|one) (?:and the same|group|organi[sz]ation|entity|movement|body|thing)\b|\bthe same\b|\bidentical\b/;
const isIdentity = /^(?:separate|not_directly|pledges|shares)/;

/** Relations between two actors; where none is recorded, the posts that both hold in one body. */
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
  return [...held.filter(shares(alsoHeld)), ...alsoHeld.filter(shares(held))];
}

/** "Who speaks for X", "who leads X": only a relation that says so settles it. */
export function answerRole(context: Context): Draft | 'none' | undefined {
  const { query, index } = context;
  const own = query.terms.filter((term) => !query.asides.has(term) && term !== 'government');
  const role = own.find((term) => roleTerms.has(term));
  const [entity] = query.entities;
  if (own.length > 1 || !role || !entity) return undefined;
  if (query.asks === 'yesno' && query.entities.length === 2) return rolesOfBoth(context, role);
  if (query.entities.length > 1 || query.asks !== 'who') return undefined;
  const relations = [...new Set(entity.ids.flatMap((id) => index.relationsByActor.get(id) ?? []))].filter(
    ({ relation }) => isPost(relation, role),
  );
  if (relations.length === 0) return 'none';
  return {
    kind: 'relation',
    lead: relations.map((relation) => sayRelation(index, relation)),
    claims: claimsOf(index, [...new Set(relations.flatMap(({ claims }) => claims.slice(0, 1)))]).slice(0, 4),
  };
}

/** "Is A the spokesman of B?": that post of either of them. */
function rolesOfBoth({ query, index }: Context, role: string): Draft | undefined {
  const relations = new Set(
    query.entities
      .flatMap(({ ids }) => ids)
      .flatMap((id) => index.relationsByActor.get(id) ?? [])
      .filter(({ relation }) => isPost(relation, role)),
  );
  if (relations.size === 0) return undefined;
  return {
    kind: 'relation',
    lead: [...relations].map((relation) => sayRelation(index, relation)),
    claims: claimsOf(index, [...new Set([...relations].flatMap(({ claims }) => claims.slice(0, 1)))]).slice(
      0,
      4,
    ),
  };
}

/** For example: Mohammad Khurasani: spokesman of Tehreek-e-Taliban Pakistan (TTP), 2021-11 to 2022-05. */
export function sayRelation(index: DatasetIndex, { from, relation, to, status, period }: Relation): string {
  const how =
    status === 'disputed' ? ' (disputed)' : status === 'general_knowledge' ? ' (general knowledge)' : '';
  const when = period === undefined ? '' : `, ${period.replace('..', ' to ')}`;
  return `${nameOf(index, from)}: ${relation.replaceAll('_', ' ')} ${nameOf(index, to)}${when}${how}.`;
}
