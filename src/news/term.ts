import { normalise } from './normalise.ts';

/** Characters by which terms are looked up. */
export const keyLength = 3;

/** A term of `watch.yaml` made ready to be sought in normalised text. */
export interface CompiledTerm {
  /** Source of a regular expression. Only bounded repetitions come out of a term, so time is linear in the text. */
  readonly source: string;
  /** How every text that it matches begins: `keyLength` characters, or two where the term fixes no more. */
  readonly keys: readonly string[];
  /** Letters of the longest text that its own words make. */
  readonly length: number;
}

/** Compiles one term, as several if it opens with alternatives. */
export function compileTerm(term: string): CompiledTerm[] {
  return openings(term).map((opening) => ({
    source: sourceOf(opening),
    keys: keysOf(opening),
    length: longest(opening),
  }));
}

/** The terms that a term with early alternatives stands for: the first letters of each are fixed. */
function openings(term: string): string[] {
  const [, before, options, rest] = /^([^(]*)\(([^)]*)\)(.*)$/u.exec(term) ?? [];
  if (before === undefined || options === undefined || fold(before).length >= keyLength) return [term];
  return options.split('|').flatMap((option) => openings(`${before}${option}${rest}`.trim()));
}

function keysOf(term: string): string[] {
  const start = fold(term.split(/[(*~]/u)[0]!);
  // A whole word ends with a space in the text; one that goes on may go on with anything.
  const fixed = start === fold(term) ? `${start} ` : start;
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
      if (part === '*') return '[^ .,]{0,12}';
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
