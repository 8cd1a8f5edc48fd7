import type { Claim } from '../../../schema/dataset.ts';
import type { Draft } from '../compose.ts';
import { declined } from '../decline.ts';
import { type Library, weightOf, withoutAttribution } from '../library.ts';
import type { Query } from '../query.ts';
import { asksForDay, asksForHour } from '../question-type.ts';
import { type Hit, hasFigure, isCommon, names, numberWord, retrieve } from '../retrieve.ts';
import { termOf, termsOf, wordsOf } from '../terms.ts';
import type { Context } from './context.ts';
import { otherSides } from './other-sides.ts';

/** Less of what a question names than this in the best claim, and no claim settles it. */
const enough = 0.62;
/** A declined question is shown a claim only if it comes this near. */
const near = 0.4;
/** Claims told beside the best one must fit almost as well. */
const margin = 1.6;
const most = 4;

/** The claims that settle a question, or that none does. */
export function answerFromClaims(context: Context): Draft {
  const { library, query } = context;
  const hits = retrieve(library, query);
  const fitting = hits.filter((hit) => settles(library, query, hit));
  const [best] = fitting;
  if (!best) return declined(context, missing(library, query), closest(query, hits));
  const chosen = distinct(
    fitting.filter(({ score, coverage }) => score >= best.score - margin && coverage >= best.coverage - 0.2),
  );
  const claims = chosen.slice(0, most).map(({ evidence }) => evidence.claim);
  return { kind: 'claims', claims: [...claims, ...otherSides(context, claims, most + 1 - claims.length)] };
}

function settles(library: Library, query: Query, { coverage, evidence, missed, dateFit }: Hit): boolean {
  const main = query.terms.filter((term) => !query.asides.has(term) && !isCommon(library, term)).length;
  const { claim } = evidence;
  // With a word that is nowhere, all the rest has to be there, and something telling among it.
  if (query.benign.size > 0 && (coverage < 0.99 || !hasTelling(library, query))) return false;
  if (coverage < enough || missed > (coverage >= 0.8 || main >= 3 ? Math.max(1, Math.floor(main / 3)) : 0) || dateFit === 0) return false;
  const namesDay = query.dates.mentions.some(({ precision }) => precision === 'day');
  if (namesDay && dateFit < 0.8) return false;
  if (asksForHour(query.text)) return /\b\d{1,2}[:.]\d\d\b|\b\d{1,2} ?[ap]m\b/.test(claim.summary);
  if (query.asks === 'count') {
    return hasFigure(claim) && counted(query).every((term) => isCounted(claim, term));
  }
  if (asksForDay(query.text)) return claim.date.precision === 'day' && claim.date.on !== null;
  if (query.asks === 'when')
    return claim.date.on !== null || /\b(?:19|20)\d\d\b/.test(withoutAttribution(claim.summary));
  // An unnamed subject is often the only thing that tells one question from another.
  const rarest = query.entities
    .filter(({ ids }) => !ids.some((id) => library.index.actors.get(id)?.type === 'place'))
    .toSorted((a, b) => weight(library, b.ids) - weight(library, a.ids))[0];
  return rarest === undefined || names(evidence, rarest);
}

function hasTelling(library: Library, { terms, benign, entities }: Query): boolean {
  const isTelling = (key: string) => library.frequency.has(key) && !isCommon(library, key);
  return (
    terms.some((term) => !benign.has(term) && isTelling(term)) ||
    entities.some(({ ids }) => ids.every((id) => isTelling(`@${id}`)) && terms.length > 1)
  );
}

function weight(library: Library, ids: readonly string[]): number {
  return Math.min(...ids.map((id) => weightOf(library, `@${id}`)));
}

/** "prisoners" in "how many prisoners were released"; people in general are not counted. */
function counted({ text, terms }: Query): readonly string[] {
  const after = /\bhow many (?:of the )?(.*)$/.exec(text)?.[1] ?? '';
  const [first] = terms.filter((term) => after.startsWith(term.slice(0, 4)));
  return first === undefined ? [] : [first];
}

/** Whether the number in a claim is one of these: "145 people dead" counts no schools. */
function isCounted({ figure, summary }: Claim, term: string): boolean {
  if (figure && termsOf(figure.of).includes(term)) return true;
  const words = wordsOf(summary);
  return words.some(
    (word, at) =>
      (/^\d+$/.test(word) || numberWord.test(word)) &&
      words.slice(at + 1, at + 4).some((next) => termOf(next) === term),
  );
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
  return a.intersection(b).size / a.union(b).size;
}

/** The word that no document has, if one is to blame. */
function missing(library: Library, query: Query): string {
  const unknown = query.terms.filter((term) => !library.frequency.has(term));
  return unknown.length > 0 ? 'the documents have nothing on what is asked' : 'no document settles this';
}

function closest(query: Query, hits: readonly Hit[]): readonly Claim[] {
  const [first] = hits;
  const isNear =
    first !== undefined && first.coverage >= near && query.terms.length + query.entities.length > 1;
  return isNear ? [first.evidence.claim] : [];
}
