import { stemmer } from 'stemmer';
import { conceptOf } from './concepts.ts';
import { joinPhrases } from './phrases.ts';
import { stopWords } from './stop-words.ts';

const stems = new Map<string, string>();
/** More distinct words than any dataset has; keeps questions of strangers from filling the memory. */
const stemLimit = 50_000;

/** A verb's inflections mean what it does, whether they are listed or not. */
function conceptOfVerb(word: string): string | undefined {
  const [, base = ''] = /^(.{3,}?)(?:ed|ing)$/.exec(word) ?? [];
  return base === ''
    ? undefined
    : (conceptOf(base) ?? conceptOf(`${base}e`) ?? conceptOf(base.replace(/(.)\1$/, '$1')));
}

/** "Failures" means what "failure" does, which is listed. */
function termOfPlain(word: string): string {
  const stem = stemmer(word);
  return conceptOf(stem) ?? conceptOf(word.replace(/s$/, '')) ?? conceptOfVerb(word) ?? stem;
}

/** What a word is compared by: its concept if the field has several words for it, else its stem. */
export function termOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const term = conceptOf(word) ?? (/^[a-z]+$/.test(word) ? termOfPlain(word) : word);
  if (stems.size >= stemLimit) stems.clear();
  stems.set(word, term);
  return term;
}

/** The words of a document's text, in small letters and parted. */
export function wordsOf(text: string): readonly string[] {
  const plain = text.normalize('NFKC').toLowerCase().replaceAll('’', "'").replace(/'s\b/g, '');
  return joinPhrases(plain).match(/[\p{L}\p{N}]+/gu) ?? [];
}

const termsOfShort = new Map<string, readonly string[]>();
/** Longer texts are read once, names again and again. */
const shortText = 120;
/** More than a dataset has names; keeps questions of strangers from filling the memory. */
const shortLimit = 5000;

/** What a text is about: its terms, without words that carry no content. */
export function termsOf(text: string): readonly string[] {
  const known = termsOfShort.get(text);
  if (known) return known;
  const terms = wordsOf(text)
    .filter((word) => !stopWords.has(word))
    .map(termOf);
  if (text.length > shortText) return terms;
  if (termsOfShort.size >= shortLimit) termsOfShort.clear();
  termsOfShort.set(text, terms);
  return terms;
}
