import type { Claim } from '../../../schema/dataset.ts';
import type { Draft } from '../compose.ts';
import { declined } from '../decline.ts';
import type { Library } from '../library.ts';
import { isOfPair } from '../one-dyad.ts';
import type { Query } from '../query.ts';
import { type Hit, retrieve } from '../retrieve.ts';
import { comesNear, settles } from '../settles.ts';
import type { Context } from './context.ts';
import { otherSides } from './other-sides.ts';

/** A declined question is shown a claim only if it comes this near. */
const near = 0.4;
/** Two at most, and the second only if it comes almost as near. */
const mostNear = 2;
const nearMargin = 0.8;
/** Claims told beside the best one must fit almost as well. */
const margin = 3;
const most = 6;
/** Where another claim tells this much more of what is asked, and still lacks the answer, a lesser one has none. */
const lesser = 0.3;

/** The claims that settle a question, or that none does. */
export function answerFromClaims(context: Context): Draft {
  const { library, query } = context;
  const hits = retrieve(library, query);
  const fullest = Math.max(...hits.map(({ coverage }) => coverage));
  const fits = (hit: Hit) => hit.coverage >= fullest - lesser && settles(library, query, hit);
  const isMeant = (hit: Hit) => isOfMeant(context, hit);
  const best =
    hits.find((hit) => isMeant(hit) && fits(hit)) ?? hits.find((hit) => !isMeant(hit) && fits(hit));
  if (!best) return declined(context, missing(library, query), closest(library, query, hits));
  // Whether one settles it costs the most and is looked at last.
  const chosen = distinct(
    hits.filter(
      (hit) =>
        (isMeant(hit) || !isMeant(best)) &&
        hit.score >= best.score - margin &&
        hit.coverage >= best.coverage - 0.3 &&
        fits(hit),
    ),
  );
  const claims = chosen.slice(0, most).map(({ evidence }) => evidence.claim);
  return {
    kind: 'claims',
    lead: introduction(context),
    claims: [...claims, ...otherSides(context, claims, most + 1 - claims.length)],
  };
}

/** Of a ceasefire or talks, that of the pair that is meant is asked. */
function isOfMeant({ query, dyad }: Context, { evidence: { claim } }: Hit): boolean {
  return !isOfPair(query) || claim.dyad === null || claim.dyad === dyad;
}

/** "Who is X, and what did they do?" asks for two things: first who X is. */
function introduction({ index, query }: Context): readonly string[] {
  const asksBoth =
    /^(?:who|what) (?:is|are|was|were) .* and (?:what|why|how|when|where|who|did|does|do|is|was)\b/;
  const [first] = query.entities;
  const actor = first?.ids.flatMap((id) => index.actors.get(id) ?? [])[0];
  if (!asksBoth.test(query.text) || !actor?.description) return [];
  return [`${actor.name} — ${actor.description.replace(/\.$/, '')}.`];
}

/** Claims that say the same as one already chosen add nothing. */
function distinct(hits: readonly Hit[]): readonly Hit[] {
  const chosen: Hit[] = [];
  for (const hit of hits) {
    const repeats = chosen.some(
      ({ evidence }) =>
        evidence.claim.kind === hit.evidence.claim.kind &&
        similarity(evidence.terms, hit.evidence.terms) > 0.8,
    );
    if (!repeats) chosen.push(hit);
  }
  return chosen;
}

function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const term of a) if (b.has(term)) shared++;
  return shared / (a.size + b.size - shared);
}

/** The word that no document has, if one is to blame. */
function missing(library: Library, query: Query): string {
  const unknown = query.terms.filter((term) => !library.frequency.has(term));
  return unknown.length > 0 ? 'the documents have nothing on what is asked' : 'no document settles this';
}

function closest(library: Library, query: Query, hits: readonly Hit[]): readonly Claim[] {
  const [first] = hits;
  if (first === undefined || query.terms.length + query.entities.length < 2) return [];
  const fitting = hits.filter(
    (hit) => hit.coverage >= near && hit.score >= first.score - nearMargin && comesNear(library, query, hit),
  );
  return distinct(fitting)
    .slice(0, mostNear)
    .map(({ evidence }) => evidence.claim);
}
