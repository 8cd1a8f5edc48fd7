import type { Terms, Watch } from '../schema/watch.ts';
import { bondReach } from './binding.ts';
import { deedKinds, isCommon, weakKinds } from './meaning.ts';
import { type Page, starts, units } from './normalise.ts';
import { mayBeGlued } from './proclitic.ts';
import { type Piece, requiredPieces, spellings } from './term.ts';
import { Trie } from './trie.ts';

/**
 * What a pattern stands for: a name of the watched side by itself, one that others bear too, talks or a truce,
 * how a phrase for them with gaps begins and ends, and words that say it only beside a name of its own.
 */
const [ownName, commonName, deed, opening, closing, weakDeed, weakOpening, weakClosing] = [
  1, 2, 4, 8, 16, 32, 64, 128,
];

/**
 * The cheap question before all others: does the item on the page name the watched side, and talks or a truce? A common
 * name says nothing unless they stand near it. May find what the vocabulary will not.
 */
export function createGate({ parties, actions }: Watch): (page: Page) => boolean {
  const watched = parties.filter(({ side }) => side === 'watched');
  const names = new Patterns(
    watched.flatMap((party) =>
      patternsOf(party.terms, (pieces) => [[longest(pieces), isCommon(party) ? commonName : ownName]]),
    ),
  );
  const deeds = new Patterns(
    deedKinds.flatMap((kind) =>
      patternsOf(actions[kind], (pieces) =>
        pieces.length < 2
          ? pieces.map((piece): Sought => [piece, weakKinds.has(kind) ? weakDeed : deed])
          : [
              [pieces[0]!, weakKinds.has(kind) ? weakOpening : opening],
              [pieces.at(-1)!, weakKinds.has(kind) ? weakClosing : closing],
            ],
      ),
    ),
  );
  return ({ words, titleWords }) => {
    // Most items have no name, and there are fewer names than deeds.
    if (!hasAny(names, words)) return false;
    let found = 0;
    let [name, act, opened, weaklyOpened] = [never, never, never, never];
    let place = 0;
    for (let word = 0; word < words; word += 1) {
      if (word === titleWords) {
        // What the title has is told of again in the summary.
        place = 0;
        [name, act] = [name === never ? never : 0, act === never ? never : 0];
        opened = weaklyOpened = never;
      }
      if (isSign(written[begins[word]!]!)) continue;
      place += 1;
      const sorts = names.at(begins[word]!) | deeds.at(begins[word]!);
      if (sorts === 0) continue;
      found |= sorts;
      if (sorts & commonName) name = place;
      if (sorts & deed || (sorts & closing && place - opened <= nearby)) {
        found |= deed;
        act = place;
      }
      if (sorts & weakClosing && place - weaklyOpened <= nearby) found |= weakDeed;
      if (sorts & opening) opened = place;
      if (sorts & weakOpening) weaklyOpened = place;
      if (found & ownName && found & (deed | weakDeed)) return true;
      if (Math.abs(name - act) <= nearby) return true;
    }
    return false;
  };
}

// Faster to use than what is imported.
const [written, begins] = [units, starts];

const never = Number.NEGATIVE_INFINITY;

function hasAny(patterns: Patterns, words: number): boolean {
  for (let word = 0; word < words; word += 1) if (patterns.at(begins[word]!) !== 0) return true;
  return false;
}

const isSign = (unit: number): boolean => unit === 0x2c || unit === 0x2e;

/** Both are known by their last words; a term may have some. */
const nearby = bondReach + 8;

type Sought = readonly [piece: Piece, sort: number];

function patternsOf(terms: Terms, choose: (pieces: readonly Piece[]) => readonly Sought[]): Pattern[] {
  return Object.values(terms)
    .flat()
    .flatMap(requiredPieces)
    .flatMap(choose)
    .flatMap(([piece, sort]) =>
      spellings(piece).map(({ text, isWhole }) => ({ text: isWhole ? `${text} ` : text, sort })),
    );
}

const longest = (pieces: readonly Piece[]): Piece =>
  pieces.reduce((a, b) => (b.text.length > a.text.length ? b : a));

interface Pattern {
  /** As normalised; ends with a space if it ends with a word. */
  readonly text: string;
  readonly sort: number;
}

/** Which sorts of patterns stand at a place. */
class Patterns {
  readonly #trie: Trie;
  /** Of each pattern, with those that it begins with. */
  readonly #sorts: Uint8Array;

  constructor(patterns: readonly Pattern[]) {
    const sorts = new Map<string, number>();
    for (const { text, sort } of patterns) sorts.set(text, (sorts.get(text) ?? 0) | sort);
    const texts = [...sorts.keys()].sort((a, b) => a.length - b.length);
    this.#trie = new Trie(texts);
    this.#sorts = new Uint8Array(texts.length);
    for (const [index, text] of texts.entries()) {
      const before = this.#trie.before(text);
      this.#sorts[index] = sorts.get(text)! | (before === -1 ? 0 : this.#sorts[before]!);
    }
  }

  /** Those at a place of the page, or a few letters behind it if they may be another word. */
  at(start: number): number {
    let sorts = this.#standingAt(start);
    for (let place = start; mayBeGlued(written[place]!); place += 1) sorts |= this.#standingAt(place + 1);
    return sorts;
  }

  #standingAt(place: number): number {
    const index = this.#trie.find(written, place);
    return index === -1 ? 0 : this.#sorts[index]!;
  }
}
