import type { Actor } from '../../../schema/dataset.ts';
import { sayRelation } from '../../wording/actor.ts';
import { claimsOf } from '../../wording/attribution.ts';
import type { Draft } from '../compose.ts';
import { isPost, roleMeant } from '../roles.ts';
import type { Context } from './context.ts';
import { answerPosts, answerSide, answerSuccession, answerTenure } from './posts-answer.ts';

/** What holds of somebody's post: who holds it, which one somebody holds, at what time, and who came after. */
export function answerRole(context: Context): Draft | 'none' | undefined {
  return (
    answerSuccession(context) ??
    answerPosts(context) ??
    answerSide(context) ??
    answerTenure(context) ??
    answerHolder(context)
  );
}

/** "Who speaks for X", "who leads X": only a relation that says so settles it. */
function answerHolder(context: Context): Draft | 'none' | undefined {
  const { query, index } = context;
  const own = query.terms.filter((term) => !query.asides.has(term) && term !== 'government');
  const role = own.map(roleMeant).find((each) => each !== undefined);
  const [entity] = query.entities;
  if (own.length > 1 || !role || !entity) return undefined;
  if (query.asks === 'yesno' && query.entities.length === 2) return rolesOfBoth(context, role);
  if (query.entities.length > 1 || query.asks !== 'who') return undefined;
  const relations = [...new Set(entity.ids.flatMap((id) => index.relationsByActor.get(id) ?? []))].filter(
    ({ relation, to }) => isPost(relation, role) && isOfKind(context, to),
  );
  if (relations.length === 0) return 'none';
  return {
    kind: 'relation',
    lead: relations.map((relation) => `${sayRelation(index, relation)}.`),
    claims: claimsOf(index, [...new Set(relations.flatMap(({ claims }) => claims.slice(0, 1)))]).slice(0, 4),
  };
}

const kinds: Readonly<Record<string, readonly Actor['type'][]>> = {
  party: ['party'],
  government: ['government', 'armed_group_government'],
  group: ['armed_group', 'armed_group_government'],
  movement: ['armed_group', 'armed_group_government'],
};

/** "Which party does X lead?": a government is none. */
function isOfKind({ query, index }: Context, body: string): boolean {
  const [, kind = ''] =
    /\b(?:which|what) (?:\w+ )?(party|government|group|movement)\b/.exec(query.text) ?? [];
  const type = index.actors.get(body)?.type;
  return type === undefined || (kinds[kind]?.includes(type) ?? true);
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
    lead: [...relations].map((relation) => `${sayRelation(index, relation)}.`),
    claims: claimsOf(index, [...new Set([...relations].flatMap(({ claims }) => claims.slice(0, 1)))]).slice(
      0,
      4,
    ),
  };
}
