import type { Terms } from '../schema/watch.ts';
import { compilePatterns, endingLength, endOf, type Steps } from './pattern.ts';
import { type CompiledTerm, compileTerm } from './term.ts';
import { Trie } from './trie.ts';

/**
 * What a term finds where a text begins as the term does: so many letters, a word of at most so many, or what the steps
 * of a pattern match.
 */
type Finder =
  | { readonly kind: 'letters' | 'word'; readonly length: number }
  | { readonly kind: 'pattern'; readonly steps: Steps };
/** `value`: the letters, or the first step; `meaning`: its index. */
interface Seeker {
  readonly kind: number;
  readonly value: number;
  readonly meaning: number;
  readonly rank: Rank;
}
const finderKinds = { letters: 0, word: 1, pattern: 2 } as const;
/** A seeker is one number: its kind, then its meaning in as many bits as there are meanings for, then its value. */
const kindBits = 2;
const kinds = (1 << kindBits) - 1;

/** Which of several finds first: by its sort, then by the letters it begins with, then by its place in the vocabulary. */
type Rank = readonly [sort: number, letters: number, place: number];

/** A word by itself is found first, what depends on the next word last. */
const [whole, stem, joined, start, followed] = [0, 1, 2, 3, 4];
/** Letters of a beginning that count for its rank. */
const rankedLetters = 3;

/** Takes what is found: its meaning, and the place behind its last unit. */
type Take<M> = (meaning: M, end: number) => void;

/**
 * Terms by how they begin. Most words of a text begin none, so a look-up is all they cost; only phrases with gaps
 * are matched part by part, and only where their first words stand.
 */
export class TermIndex<M> {
  readonly #trie: Trie;
  readonly #steps: Uint16Array;
  readonly #meanings: M[] = [];
  readonly #meaningBits: number;
  /** Value, meaning and kind of the seekers of each beginning, with those of the beginnings that it begins with. */
  readonly #seekers: Uint32Array;
  /** The seekers of a beginning stand from its own place to that of the next. */
  readonly #places: Int32Array;

  constructor(vocabularies: Iterable<{ readonly terms: Terms; readonly meaning: M }>) {
    const own = new Map<string, Seeker[]>();
    const steps: number[] = [];
    let place = 0;
    for (const { terms, meaning } of vocabularies) {
      const index = this.#meanings.push(meaning) - 1;
      for (const { beginnings, sort, letters, finder } of beginningsOf(Object.values(terms).flat())) {
        place += 1;
        const rank = [sort, Math.min(letters, rankedLetters), place] as const;
        const value = finder.kind === 'pattern' ? steps.length : finder.length;
        if (finder.kind === 'pattern') for (const step of finder.steps) steps.push(step);
        const seeker = { kind: finderKinds[finder.kind], value, meaning: index, rank };
        for (const beginning of beginnings) append(own, beginning, seeker);
      }
    }
    this.#steps = Uint16Array.from(steps);
    const beginnings = [...own.keys()].sort((a, b) => a.length - b.length);
    this.#trie = new Trie(beginnings);
    const seekers: (readonly Seeker[])[] = [];
    for (const beginning of beginnings) {
      const shorter = this.#trie.before(beginning);
      const all = new Set([...(shorter === -1 ? [] : seekers[shorter]!), ...own.get(beginning)!]);
      seekers.push([...all].sort(byRank));
    }
    this.#meaningBits = 32 - Math.clz32(this.#meanings.length);
    this.#seekers = Uint32Array.from(seekers.flat(), (seeker) => numberOf(seeker, this.#meaningBits));
    this.#places = new Int32Array(seekers.length + 1);
    for (const [at, { length }] of seekers.entries()) {
      this.#places[at + 1] = this.#places[at]! + length;
    }
  }

  /** Finds what begins at a place of a normalised text, which is given as UTF-16 units that end with a 0. */
  find(units: Uint16Array, at: number, take: Take<M>): void {
    const beginning = this.#trie.find(units, at);
    if (beginning === -1) return;
    const seekers = this.#seekers;
    const last = this.#places[beginning + 1]!;
    const valueAt = kindBits + this.#meaningBits;
    for (let seeker = this.#places[beginning]!; seeker < last; seeker += 1) {
      const packed = seekers[seeker]!;
      const kind = packed & kinds;
      const value = packed >>> valueAt;
      const end =
        kind === finderKinds.letters
          ? at + value
          : kind === finderKinds.word
            ? endOfWord(units, at, value)
            : endOf(this.#steps, value, units, at);
      if (end !== -1) take(this.#meanings[(packed & ((1 << valueAt) - 1)) >>> kindBits]!, end);
    }
  }
}

function numberOf({ kind, value, meaning }: Seeker, meaningBits: number): number {
  const valueBits = 32 - kindBits - meaningBits;
  if (value >= 2 ** valueBits) throw new RangeError('the vocabulary is too large to be indexed');
  return ((value << (kindBits + meaningBits)) | (meaning << kindBits) | kind) >>> 0;
}

/** Where a word ends that has at most so many letters, else -1. */
function endOfWord(units: Uint16Array, at: number, longest: number): number {
  let end = at;
  while (units[end] !== space) end += 1;
  return end - at <= longest ? end : -1;
}

const space = 0x20;

const byRank = ({ rank: a }: Seeker, { rank: b }: Seeker): number =>
  a[0] - b[0] || a[1] - b[1] || a[2] - b[2];

interface Beginning {
  readonly finder: Finder;
  readonly beginnings: readonly string[];
  readonly sort: number;
  readonly letters: number;
}

/** How terms of one meaning begin, and what finds them there. A space ends a word. */
function beginningsOf(terms: readonly string[]): Beginning[] {
  const words = new Set<string>();
  const plain: Beginning[] = [];
  const pairs = new Map<string, { readonly pair: readonly [string, string]; readonly terms: string[] }>();
  const starts = new Map<string, Extract<CompiledTerm, { kind: 'phrase' }>[]>();
  // Of what one pattern may match the longest is tried first.
  for (const term of terms.flatMap(compileTerm).sort((a, b) => b.length - a.length)) {
    if (term.kind === 'word') words.add(term.word);
    else if (term.kind === 'stem') {
      plain.push({
        finder: { kind: 'word', length: term.stem.length + endingLength },
        beginnings: [term.stem],
        sort: stem,
        letters: term.stem.length,
      });
    } else if (term.kind === 'words') {
      plain.push({
        finder: { kind: 'letters', length: term.text.length },
        beginnings: [`${term.text} `],
        sort: followed,
        letters: 0,
      });
    } else if (term.pair) {
      const key = term.pair.join(' ');
      const one = pairs.get(key) ?? { pair: term.pair, terms: [] };
      one.terms.push(term.term);
      pairs.set(key, one);
    } else if (term.start !== '') append(starts, term.start, term);
  }
  return [
    ...[...words].map(
      (word): Beginning => ({
        finder: { kind: 'letters', length: word.length },
        beginnings: [`${word} `],
        sort: whole,
        letters: 0,
      }),
    ),
    ...plain,
    ...[...pairs.values()].flatMap(({ pair: [first, second], terms }): Beginning[] => {
      const found = { finder: patternOf(terms), letters: 0 };
      return [
        { ...found, beginnings: [`${first} ${second} `], sort: followed },
        // The space between them may be missing.
        { ...found, beginnings: [`${first}${second} `], sort: joined },
      ];
    }),
    ...[...starts].map(
      ([beginning, phrases]): Beginning => ({
        finder: patternOf(phrases.map(({ term }) => term)),
        beginnings: phrases.flatMap(({ beginnings }) => beginnings),
        sort: start,
        letters: beginning.length,
      }),
    ),
  ];
}

const patternOf = (terms: readonly string[]): Finder => ({
  kind: 'pattern',
  steps: compilePatterns([...new Set(terms)]),
});

function append<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
