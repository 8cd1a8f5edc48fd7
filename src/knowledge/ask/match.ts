import { type DateMention, overlaps } from './date-mentions.ts';
import type { EntityMention } from './entities.ts';
import type { Evidence, Library } from './library.ts';
import type { Query } from './query.ts';
import type { Asks } from './question-type.ts';
import { contraryTo, relatedTo } from './related.ts';
import { stopWords } from './stop-words.ts';
import { termOf, termsOf, wordsOf } from './terms.ts';

/** A term of whose opposite a claim tells, which answers whether. */
export const byContrary = 0.8;
/** A term for which a claim has one of the same neighbourhood. */
export const byNear = 0.75;
/** A term that only stands in what else is told of the people and the event of a claim. */
export const byContext = 0.6;

/** How far a claim has a term: itself, by a near concept, or by what is told of its people and its event. */
export function shareOf(
  { terms, paraphrases, speakers, context }: Evidence,
  term: string,
  asks: Asks,
): number {
  if (terms.has(term)) return 1;
  if (speakers.has(term) || paraphrases.has(term)) return 0.9;
  if (asks === 'yesno') for (const opposite of contraryTo(term)) if (terms.has(opposite)) return byContrary;
  for (const near of relatedTo(term)) if (terms.has(near)) return byNear;
  return context.has(term) && !exact.has(asks) ? byContext : 0;
}

/** A date or a number belongs to the very thing that is asked about. */
const exact: ReadonlySet<Asks> = new Set(['when', 'since', 'until', 'count', 'duration']);

/** Whether any claim could be found by a term. */
export function isKnown({ frequency, known }: Library, term: string): boolean {
  return known.has(term) || [...relatedTo(term), ...contraryTo(term)].some((near) => frequency.has(near));
}

/** In so many claims that it tells little. */
export function isCommon(library: Library, term: string): boolean {
  return (library.frequency.get(term) ?? 0) > library.evidence.size * 0.15;
}

/** Whether a claim is on an actor or a place, or spells its name. */
export function names(evidence: Evidence, { ids, text }: EntityMention): boolean {
  if (ids.some((id) => evidence.entities.has(id))) return true;
  const terms = termsOf(text);
  return terms.length > 0 && terms.every((term) => evidence.terms.has(term));
}

const says: ReadonlySet<string> = new Set(['statement', 'claim', 'message', 'announce'].map(termOf));

/** Whether what somebody did is that they said what a claim tells of them: "Who claims that …?" */
export function isSaying(deed: string | undefined, { speakers }: Evidence): boolean {
  return deed !== undefined && says.has(deed) && speakers.size > 0;
}

/** Whether a person the question names, or whom it describes, asserts this claim. */
export function speaks(
  { index }: Library,
  { terms, entities, isOnWords }: Query,
  { claim, speakers }: Evidence,
): boolean {
  if (terms.some((term) => speakers.has(term))) return true;
  return claim.assertedBy.some((id) => {
    const isMeant = entities.some(({ ids }) => ids.includes(id));
    return isMeant && (index.actors.get(id)?.type === 'person' || isOnWords);
  });
}

const writesMay = /\bMay \d{4}\b(?!\))/;

/** 1: of that time; 0.5: undated; 0: of another time. */
export function datesFit(mentions: readonly DateMention[], evidence: Evidence): number {
  if (mentions.length === 0) return 1;
  const shares = mentions.map((mention) => {
    // "In 2021" does not say that it was on the day asked about.
    const isVague = mention.precision === 'day' && evidence.claim.date.precision === 'year';
    if (evidence.range && overlaps(mention, evidence.range)) return isVague ? 0.5 : 1;
    if (mention.before) return evidence.range ? 0 : 0.5;
    const years = mention.ranges.map(({ earliest }) => earliest.slice(0, 4));
    const isWritten = (word: string) =>
      word === 'may' ? writesMay.test(evidence.claim.summary) : evidence.terms.has(termOf(word));
    if (writtenIn(mention).every(isWritten)) return 1;
    if (mention.precision === 'year' && years.some((year) => evidence.terms.has(year))) return 0.8;
    return evidence.range ? 0 : 0.5;
  });
  return Math.max(...shares);
}

/** The words of dates: each is compared with many claims. */
const written = new WeakMap<DateMention, readonly string[]>();

function writtenIn(mention: DateMention): readonly string[] {
  const known = written.get(mention);
  if (known) return known;
  // "May" is also a word that carries no content: terms leave it out.
  const words = wordsOf(mention.text).filter((word) => word === 'may' || !stopWords.has(word));
  written.set(mention, words);
  return words;
}
