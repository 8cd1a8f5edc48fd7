import { normalise } from './normalise.ts';

/** Characters by which terms are looked up whose first word is open. */
export const keyLength = 3;

/** A term of `watch.yaml` made ready to be sought in normalised text: as one word, a stem, plain words, or a pattern. */
export type CompiledTerm = { readonly length: number } & (
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'stem'; readonly stem: string }
  | { readonly kind: 'words'; readonly first: string; readonly text: string }
  | {
      readonly kind: 'phrase';
      /** Source of a regular expression. Only bounded repetitions come out of a term: time is linear in the text. */
      readonly source: string;
      /** First words of every text that it matches, if the term fixes them. */
      readonly words: readonly string[];
      /** Else how such texts begin: `keyLength` characters, or two where the term fixes no more. */
      readonly starts: readonly string[];
    }
);

/** Letters that may follow a stem. */
export const endingLength = 12;

/** Compiles one term, as several if it opens with alternatives. */
export function compileTerm(term: string): CompiledTerm[] {
  return openings(term).flatMap((opening): CompiledTerm[] => {
    const length = longest(opening);
    const plain = fold(opening);
    if (plain === '') return [];
    if (/^[^ ()~*|]+\*$/u.test(opening)) return [{ kind: 'stem', stem: plain, length }];
    if (/[()~*|]/.test(opening)) {
      return [{ kind: 'phrase', source: sourceOf(opening), ...beginningOf(opening), length }];
    }
    const [first, ...others] = plain.split(' ');
    // The spaces may all be missing in the text.
    const joined = { kind: 'word' as const, word: plain.replaceAll(' ', ''), length };
    return others.length === 0 ? [joined] : [joined, { kind: 'words', first: first!, text: plain, length }];
  });
}

/** The terms that a term with early alternatives stands for: the first letters of each are fixed. */
function openings(term: string): string[] {
  const [, before, options, rest] = /^([^(]*)\(([^)]*)\)(.*)$/u.exec(term) ?? [];
  if (before === undefined || options === undefined || fold(before).length >= keyLength) return [term];
  return options.split('|').flatMap((option) => openings(`${before}${option}${rest}`.trim()));
}

/** First words of the texts that a phrase matches if it fixes two, else how they start. */
function beginningOf(term: string): { words: string[]; starts: string[] } {
  const fixed = term.split(/[(*~]/u)[0]!;
  const [first, second, ...others] = fold(fixed).split(' ');
  const isSecondWhole = others.length > 0 || /[ -]$/.test(fixed);
  // The space behind the first word may be missing.
  if (first && second && isSecondWhole) return { words: [first, first + second], starts: [] };
  return { words: [], starts: startsOf(fold(fixed)) };
}

function startsOf(fixed: string): string[] {
  const spaced = withSpaces(fixed).map((one) => one.slice(0, keyLength));
  return [...new Set(spaced.map((one) => (one.length < keyLength ? one.slice(0, 2) : one)))];
}

/** A start of words with its early spaces kept or left out, as the text may have them. */
function withSpaces(start: string): string[] {
  const at = start.indexOf(' ');
  if (at === -1 || at >= keyLength || at === start.length - 1) return [start];
  const [head, tail] = [start.slice(0, at), start.slice(at + 1)];
  return withSpaces(tail).flatMap((rest) => [`${head} ${rest}`, `${head}${rest}`]);
}

/** All that a term may begin with, up to its first gap or open ending. */
export function beginnings(term: string): string[] {
  const [, before, options, rest] = /^([^(*~]*)\(([^)]*)\)(.*)$/u.exec(term) ?? [];
  if (options === undefined) return [fold(term.split(/[*~]/u)[0]!)];
  return options.split('|').flatMap((option) => beginnings(`${before}${option}${rest}`));
}

function sourceOf(term: string): string {
  return term
    .split(/(\*|\(|\)|\||~\d?)/)
    .map((part) => {
      if (part === '*') return `[^ .,]{0,${endingLength}}`;
      if (part === '(') return '(?:';
      if (part.startsWith('~')) return `(?:[^ .,]+ ){0,${part.slice(1) || '3'}}`;
      if (part === ')' || part === '|') return part;
      return words(part);
    })
    .join('');
}

/** A piece of a term, folded as texts are, with its inner spaces optional. */
function words(part: string): string {
  const folded = fold(part);
  const before = /^[ -]/.test(part) ? ' ?' : '';
  const after = /[ -]$/.test(part) && folded !== '' ? ' ?' : '';
  return before + folded.replaceAll(' ', ' ?') + after;
}

const fold = (part: string): string => normalise(part).replace(/[.,]/g, '').trim().replace(/ +/g, ' ');

const longest = (term: string): number =>
  term
    .replace(/\(([^)]*)\)/g, (_, options: string) =>
      options.split('|').reduce((a, b) => (b.length > a.length ? b : a)),
    )
    .replace(/[*~]/g, '').length;
