import { recordsOf } from '../../episodes.ts';
import { claimsOf } from '../../wording/attribution.ts';
import { plannedEndsOf, saySpan } from '../../wording/ceasefire.ts';
import type { Draft } from '../compose.ts';
import { declined } from '../decline.ts';
import type { Query } from '../query.ts';
import { isAboutCeasefire, roundsMeant } from '../rounds.ts';
import type { Context } from './context.ts';

/** "Why did X break the truce?" takes for granted that X did: only a document that says so lets it stand. */
export function answerViolation(context: Context): Draft | undefined {
  const { query, index, dyad, library } = context;
  if (!isAboutCeasefire(query) || !asksForViolation(query)) return undefined;
  const rounds = roundsMeant(index, dyad, query, context.on);
  const cited = new Set(
    rounds.flatMap((episode) =>
      recordsOf(episode).flatMap(({ claims, actualEnd }) => [
        ...claims,
        ...actualEnd.flatMap((each) => each.claims),
      ]),
    ),
  );
  const violations = index.dataset.claims.filter((claim) => {
    if (claim.dyad !== dyad) return false;
    const isOne =
      claim.kind === 'ceasefire_violation' ||
      (cited.has(claim.id) && library.evidence.get(claim.id)?.terms.has('break'));
    return (
      isOne &&
      query.entities.every(({ ids }) => ids.some((id) => library.evidence.get(claim.id)?.entities.has(id)))
    );
  });
  if (violations.length > 0) return { kind: 'claims', claims: violations.slice(0, 4) };
  const who = query.entities.map(({ text }) => text).join(', ') || 'anyone';
  const round = rounds.at(-1);
  const draft = declined(
    context,
    `no document says that ${who} broke the ceasefire`,
    round
      ? claimsOf(
          index,
          plannedEndsOf(round).flatMap(({ claims }) => claims),
        ).slice(0, 1)
      : [],
  );
  return round
    ? { ...draft, lead: [...(draft.lead ?? []), `${round.ceasefire.name}: ${saySpan(round)}.`] }
    : draft;
}

/** "Did X attack during the truce?" asks for a breach without the word. */
function asksForViolation({ terms, text, asks }: Query): boolean {
  const isDuring = /\b(?:during|despite|amid|in spite of) (?:\w+ ){0,4}(?:ceasefire|truce|deal)\b/.test(text);
  const isForce = ['attack', 'kill', 'violence', 'airstrike'].some((term) => terms.includes(term));
  const isKept =
    asks === 'yesno' &&
    /^(?:did|has|have|had|do|does) (?!.*\b(?:ceasefire|truce|deal) ).*\b(?:keep|kept|observed?|respect(?:ed)?|honou?r(?:ed)?|stick|stuck|abided?|compl(?:y|ied)|uph[eo]ld)\b/.test(
      text,
    );
  return isKept || terms.includes('break') || (asks === 'yesno' && isDuring && isForce);
}
