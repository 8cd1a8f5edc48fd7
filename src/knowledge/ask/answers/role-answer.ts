import type { Relation } from '../../../schema/dataset.ts';
import { sayRelation } from '../../wording/actor.ts';
import { claimsOf } from '../../wording/attribution.ts';
import { sayList } from '../../wording/names.ts';
import { askedTimes } from '../asked-times.ts';
import type { Draft } from '../compose.ts';
import { declined } from '../decline.ts';
import { isPost, roleMeant } from '../roles.ts';
import { termsOf } from '../terms.ts';
import type { Context } from './context.ts';
import { answerOffice } from './office-answer.ts';
import {
  answerPosts,
  answerSide,
  answerSuccession,
  answerTenure,
  isOfKind,
  mayHold,
} from './posts-answer.ts';

/** What holds of somebody's post: who holds it, which one somebody holds, at what time, and who came after. */
export function answerRole(context: Context): Draft | 'none' | undefined {
  return (
    answerSuccession(context) ??
    answerPosts(context) ??
    answerSide(context) ??
    answerTenure(context) ??
    answerOffice(context) ??
    answerHolder(context) ??
    answerUnheld(context)
  );
}

/** "Who speaks for X", "who leads X": only a relation that says so settles it. */
function answerHolder(context: Context): Draft | 'none' | undefined {
  const { query, index, on } = context;
  const own = query.terms.filter((term) => !query.asides.has(term) && term !== 'government');
  const role = own.map(roleMeant).find((each) => each !== undefined);
  const [entity] = query.entities;
  if (own.length > 1 || !role || !entity) return undefined;
  if (query.asks === 'yesno' && query.entities.length >= 2) return rolesOfBoth(context, role);
  if (query.entities.length > 1 || query.asks !== 'who') return undefined;
  const relations = [...new Set(entity.ids.flatMap((id) => index.relationsByActor.get(id) ?? []))]
    .filter(({ relation, to }) => isPost(relation, role) && isOfKind(context, to))
    .toSorted((a, b) => lastOf(b).localeCompare(lastOf(a)));
  const [newest] = relations;
  if (!newest) return 'none';
  if (on === undefined && asksNow.test(query.text)) {
    return {
      kind: 'relation',
      lead: [
        `${sayRelation(index, newest)}.`,
        'It is the latest that the dataset names; who holds the post today it does not say.',
      ],
      claims: claimsOf(index, newest.claims.slice(0, 1)),
    };
  }
  const times = askedTimes(query);
  const then = relations.filter(
    (each) => times.length === 0 || times.some((time) => mayHold(termAmong(relations, each), time)),
  );
  if (then.length === 0) {
    const closest = claimsOf(
      index,
      relations.flatMap(({ claims }) => claims.slice(0, 1)),
    ).slice(0, 2);
    return declined(
      context,
      `no document names one for ${sayList(times.map(({ said }) => said.name))}`,
      closest,
    );
  }
  return {
    kind: 'relation',
    lead: then.map((relation) => `${sayRelation(index, relation)}.`),
    claims: claimsOf(index, [...new Set(then.flatMap(({ claims }) => claims.slice(0, 1)))]).slice(0, 4),
  };
}

const asksNow = /\b(?:now|nowadays|current|currently|today|at present|these days)\b/;

/** The last date that a relation is documented for; empty if it has none. */
function lastOf({ period }: Relation): string {
  const { from = '', to = from } = termOfPeriod(period);
  return to;
}

const asksHolder = /^who (?:is|was) (?:the |their |its )?(?:\w+ ){0,4}\w+$/;

/** "Who is the army chief": a post that neither a record nor a claim names has no holder here. */
function answerUnheld({ query, index, library }: Context): 'none' | undefined {
  const own = query.terms.filter((term) => !query.asides.has(term));
  if (own.length < 2 || !own.some(roleMeant) || !asksHolder.test(query.text)) return undefined;
  const isNamed = (terms: ReadonlySet<string>) => own.every((term) => terms.has(term));
  const isPostNamed = index.dataset.actors.some(({ roles }) =>
    roles.some(({ role }) => isNamed(new Set(termsOf(role)))),
  );
  return isPostNamed || library.evidence.values().some(({ terms }) => isNamed(terms)) ? undefined : 'none';
}

/** A post without a documented end is held until another is documented to hold it. */
function termAmong(relations: readonly Relation[], { period }: Relation): { from?: string; to?: string } {
  const term = termOfPeriod(period);
  const { from } = term;
  if (from === undefined || term.to !== undefined) return term;
  const [next] = relations
    .map(lastOf)
    .filter((date) => date > from)
    .toSorted();
  return next === undefined ? term : { from, to: next };
}

/** First and last date of a period in words: "2021-11, out of office by 2022-05" ends in November 2021. */
function termOfPeriod(period = ''): { from?: string; to?: string } {
  const [span = ''] = period.split(',');
  const dates = span.match(/\d{4}(?:-\d{2}){0,2}/g) ?? [];
  const [from, to] = [dates[0], dates.at(-1)];
  if (from === undefined || to === undefined) return {};
  if (/^(?:from|since)\b|after$/.test(span)) return { from };
  return /^until\b/.test(span) ? { to } : { from, to };
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
