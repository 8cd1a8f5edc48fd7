import { fold } from './pattern.ts';

/** A term of `watch.yaml` made ready to be sought in normalised text: as one word, a stem, plain words, or a pattern. */
export type CompiledTerm = { readonly length: number } & (
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'stem'; readonly stem: string }
  | { readonly kind: 'words'; readonly first: string; readonly second: string; readonly text: string }
  | {
      readonly kind: 'phrase';
      readonly term: string;
      /** How the first word of every text that it matches begins. */
      readonly start: string;
      /** How such texts go on, up to the first gap: one of these stands at the start of each. */
      readonly beginnings: readonly string[];
      /** The first two words of such texts, unless they are written as one, if the term fixes them. */
      readonly pair?: readonly [first: string, second: string];
    }
);

/** Compiles one term, as several if it opens with alternatives. */
export function compileTerm(term: string): CompiledTerm[] {
  return openings(term).flatMap((opening): CompiledTerm[] => {
    const length = longest(opening);
    const plain = fold(opening);
    if (plain === '') return [];
    // A joiner may part what is written without a space.
    if (/^[^ ()~*|]+\*$/u.test(opening) && !plain.includes(' '))
      return [{ kind: 'stem', stem: plain, length }];
    if (/[()~*|]/.test(opening)) {
      const beginning = beginningOf(opening);
      const beginnings = beginningsOf(opening, beginning.start);
      return [{ kind: 'phrase', term: opening, ...beginning, beginnings, length }];
    }
    const [first, ...others] = plain.split(' ');
    // The spaces may all be missing in the text.
    const joined = { kind: 'word' as const, word: plain.replaceAll(' ', ''), length };
    if (others.length === 0) return [joined];
    return [joined, { kind: 'words', first: first!, second: others[0]!, text: plain, length }];
  });
}

/** Letters that a term is to begin with before its alternatives. */
const fixedLetters = 3;

/** The terms that a term with early alternatives stands for: the first letters of each are fixed. */
function openings(term: string): string[] {
  const [, before, options, rest] = /^([^(]*)\(([^)]*)\)(.*)$/u.exec(term) ?? [];
  if (before === undefined || options === undefined || fold(before).length >= fixedLetters) return [term];
  return options.split('|').flatMap((option) => openings(`${before}${option}${rest}`.trim()));
}

function beginningOf(term: string): Pick<Extract<CompiledTerm, { kind: 'phrase' }>, 'start' | 'pair'> {
  const fixed = term.split(/[(*~]/u)[0]!;
  const [first = '', second, ...others] = fold(fixed).split(' ');
  const isSecondWhole = others.length > 0 || /[ -]$/.test(fixed);
  return second && isSecondWhole ? { start: first, pair: [first, second] } : { start: first };
}

function beginningsOf(term: string, start: string): string[] {
  const pieces = requiredPieces(term).flatMap(([first]) => (first ? spellings(first) : []));
  // A term may open with a gap.
  return pieces.map(({ text }) => (text.startsWith(start) ? text : start));
}

/** Text that stands in whatever a term matches, up to the end of a word or further. */
export interface Piece {
  readonly text: string;
  readonly isWhole: boolean;
}

/** Words of a piece that are sought; more would only be more to seek. */
const pieceWords = 3;

/**
 * What must stand in a text for a term to match, for each of its alternatives: the stretches between its gaps, in
 * their order.
 */
export const requiredPieces = (term: string): Piece[][] =>
  alternatives(term).map((one) =>
    one
      .split(/(?<=\*)|~\d?/u)
      .map((stretch) => ({ text: fold(stretch), isWhole: !stretch.endsWith('*') }))
      .filter(({ text }) => text !== ''),
  );

/** The start of a piece with its spaces kept or left out. */
export function spellings({ text, isWhole }: Piece): Piece[] {
  const words = text.split(' ');
  const start = words.slice(0, pieceWords).join(' ');
  return joinings(start).map((one) => ({ text: one, isWhole: isWhole && words.length <= pieceWords }));
}

/** The terms without alternatives that a term stands for. */
function alternatives(term: string): string[] {
  const [, before, options, rest] = /^([^(]*)\(([^)]*)\)(.*)$/u.exec(term) ?? [];
  if (options === undefined) return [term];
  return options.split('|').flatMap((option) => alternatives(`${before}${option}${rest}`));
}

const joinings = (text: string): string[] =>
  text
    .split(' ')
    .reduce<string[]>(
      (made, word) =>
        made.length === 0 ? [word] : made.flatMap((start) => [`${start} ${word}`, `${start}${word}`]),
      [],
    );

const longest = (term: string): number =>
  term
    .replace(/\(([^)]*)\)/g, (_, options: string) =>
      options.split('|').reduce((a, b) => (b.length > a.length ? b : a)),
    )
    .replace(/[*~]/g, '').length;
