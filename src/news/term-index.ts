import type { Terms } from '../schema/watch.ts';
import { type CompiledTerm, compileTerm, endingLength } from './term.ts';
import { Trie } from './trie.ts';

/** What a term finds where a text begins as the term does: a word, words, or what a pattern matches there. */
type Finder =
  | { readonly kind: 'word'; readonly longest: number }
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'pattern'; readonly pattern: RegExp };
type Seeker<M> = Finder & { readonly meaning: M; readonly rank: Rank };

/** Which of several finds first: by its sort, then by the letters it begins with, then by its place in the vocabulary. */
type Rank = readonly [sort: number, letters: number, place: number];

/** A word by itself is found first, what depends on the next word last. */
const [whole, stem, joined, start, followed] = [0, 1, 2, 3, 4];
/** Letters of a beginning that count for its rank. */
const rankedLetters = 3;

/** Takes what is found: its meaning and its text. */
type Take<M> = (meaning: M, text: string) => void;

/**
 * Terms by how they begin. Most words of a text begin none, so a look-up is all they cost; only phrases with gaps
 * need a regular expression, and only where their first words stand.
 */
export class TermIndex<M> {
  readonly #trie: Trie;
  /** Of each beginning, with those of the beginnings that it begins with. */
  readonly #seekers: (readonly Seeker<M>[])[] = [];

  constructor(vocabularies: Iterable<{ readonly terms: Terms; readonly meaning: M }>) {
    const own = new Map<string, Seeker<M>[]>();
    let place = 0;
    for (const { terms, meaning } of vocabularies) {
      for (const { beginnings, sort, letters, ...finder } of beginningsOf(Object.values(terms).flat())) {
        place += 1;
        const seeker = { ...finder, meaning, rank: [sort, Math.min(letters, rankedLetters), place] as const };
        for (const beginning of beginnings) append(own, beginning, seeker);
      }
    }
    const beginnings = [...own.keys()].sort((a, b) => a.length - b.length);
    this.#trie = new Trie(beginnings);
    for (const beginning of beginnings) {
      const shorter = this.#trie.before(beginning);
      const seekers = new Set([...(shorter === -1 ? [] : this.#seekers[shorter]!), ...own.get(beginning)!]);
      this.#seekers.push([...seekers].sort(byRank));
    }
  }

  /** Finds what begins with a word that stands at a place of normalised text, which is given as units too. */
  find(units: Uint16Array, at: number, word: string, text: string, take: Take<M>): void {
    const beginning = this.#trie.find(units, at);
    if (beginning === -1) return;
    for (const seeker of this.#seekers[beginning]!) {
      if (seeker.kind === 'word') {
        if (word.length <= seeker.longest) take(seeker.meaning, word);
      } else if (seeker.kind === 'words') take(seeker.meaning, seeker.words);
      else {
        const { pattern } = seeker;
        pattern.lastIndex = at;
        // Most fail: a test is cheaper than a match.
        if (pattern.test(text)) take(seeker.meaning, text.slice(at, pattern.lastIndex));
      }
    }
  }
}

const byRank = <M>({ rank: a }: Seeker<M>, { rank: b }: Seeker<M>): number =>
  a[0] - b[0] || a[1] - b[1] || a[2] - b[2];

type Beginning = Finder & {
  readonly beginnings: readonly string[];
  readonly sort: number;
  readonly letters: number;
};

/** How terms of one meaning begin, and what finds them there. A space ends a word. */
function beginningsOf(terms: readonly string[]): Beginning[] {
  const words = new Set<string>();
  const plain: Beginning[] = [];
  const pairs = new Map<string, { readonly pair: readonly [string, string]; readonly sources: string[] }>();
  const starts = new Map<string, Extract<CompiledTerm, { kind: 'phrase' }>[]>();
  // Of what one pattern may match the longest is tried first.
  for (const term of terms.flatMap(compileTerm).sort((a, b) => b.length - a.length)) {
    if (term.kind === 'word') words.add(term.word);
    else if (term.kind === 'stem') {
      plain.push({
        kind: 'word',
        beginnings: [term.stem],
        longest: term.stem.length + endingLength,
        sort: stem,
        letters: term.stem.length,
      });
    } else if (term.kind === 'words') {
      plain.push({
        kind: 'words',
        beginnings: [`${term.text} `],
        words: term.text,
        sort: followed,
        letters: 0,
      });
    } else if (term.pair) {
      const key = term.pair.join(' ');
      const one = pairs.get(key) ?? { pair: term.pair, sources: [] };
      one.sources.push(term.source);
      pairs.set(key, one);
    } else if (term.start !== '') append(starts, term.start, term);
  }
  return [
    ...[...words].map(
      (word): Beginning => ({
        kind: 'word',
        beginnings: [`${word} `],
        longest: Number.POSITIVE_INFINITY,
        sort: whole,
        letters: 0,
      }),
    ),
    ...plain,
    ...[...pairs.values()].flatMap(({ pair: [first, second], sources }): Beginning[] => {
      const found = { kind: 'pattern' as const, pattern: any(sources), letters: 0 };
      return [
        { ...found, beginnings: [`${first} ${second} `], sort: followed },
        // The space between them may be missing.
        { ...found, beginnings: [`${first}${second} `], sort: joined },
      ];
    }),
    ...[...starts].map(
      ([beginning, phrases]): Beginning => ({
        kind: 'pattern',
        beginnings: phrases.flatMap(({ beginnings }) => beginnings),
        pattern: any(phrases.map(({ source }) => source)),
        sort: start,
        letters: beginning.length,
      }),
    ),
  ];
}

/** One of the sources, the first that fits, up to the end of a word. */
const any = (sources: readonly string[]): RegExp =>
  new RegExp(`(?:${[...new Set(sources)].join('|')})(?= )`, 'y');

function append<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
