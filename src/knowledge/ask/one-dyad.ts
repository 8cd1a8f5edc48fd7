import type { Claim } from '../../schema/dataset.ts';
import type { Context } from './answers/context.ts';
import type { Draft } from './compose.ts';
import type { Query } from './query.ts';
import { isComparison } from './question-type.ts';
import { isAboutCeasefire } from './rounds.ts';
import { partyOf } from './sides.ts';

/**
 * A ceasefire or talks of one pair never stand beside those of another: of all claims those of the pair that has been told
 * of, else of the first one's, and those of none. Where the question names both pairs, all; where it asks for something
 * else, such as force or charges, all that is no ceasefire and no talks; a later part of it is of what the first told.
 */
export function ofOneDyad(context: Context, draft: Draft): Draft {
  const all = dyadsOf(draft);
  const dyad = context.told ?? all[0];
  if (all.every((each) => each === dyad) || namesPairs(context)) return draft;
  const isStrict = context.told !== undefined || isOfPair(context.query);
  const isKept = (claim: Claim) =>
    claim.dyad === null || claim.dyad === dyad || !(isStrict || betweenPair.test(claim.kind));
  return { ...draft, claims: draft.claims.filter(isKept), behind: (draft.behind ?? []).filter(isKept) };
}

/** Kinds of claims on what a pair has with each other. */
export const betweenPair = /^(?:ceasefire_|talks|mediation|agreement)/;

/** The one pair that an answer tells of. */
export function toldIn(draft: Draft): string | undefined {
  const [dyad, ...others] = dyadsOf(draft);
  return others.length > 0 ? undefined : dyad;
}

function dyadsOf({ claims, behind = [] }: Draft): readonly string[] {
  return [...new Set([...claims, ...behind].flatMap(({ dyad }) => dyad ?? []))];
}

/**
 * Whether a question names a party of one pair only, and one of another only. Of a ceasefire or of talks others are named
 * too, as hosts and mediators: there only a comparison is of both.
 */
function namesPairs({ index, pairs, query }: Context): boolean {
  if (isOfPair(query) && !isComparison(query.text)) return false;
  const all = [...new Set(pairs.flatMap(({ parties }) => parties))];
  const named = query.entities.map((mention) => partyOf(index, all, mention));
  const pairsOf = (party: string) => pairs.filter(({ parties }) => parties.includes(party));
  const only = named.flatMap((party) => {
    const own = party === undefined ? [] : pairsOf(party);
    return own.length === 1 ? own : [];
  });
  return new Set(only).size > 1;
}

/** Whether it asks of what a pair has with each other. */
export function isOfPair(query: Query): boolean {
  return isAboutCeasefire(query) || query.terms.includes('talks');
}
