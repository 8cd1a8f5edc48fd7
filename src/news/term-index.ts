import type { Terms } from '../schema/watch.ts';
import { type CompiledTerm, compileTerm, endingLength } from './term.ts';

type Seeker<M> =
  | { readonly meaning: M; readonly words: string }
  | { readonly meaning: M; readonly pattern: RegExp };
type Start<M> = { readonly stem: string; readonly meaning: M; readonly pattern?: RegExp };

/** What may begin with a word: what it means by itself, what is to be sought behind it, and what if that word follows. */
interface Candidates<M> {
  readonly meanings: M[];
  readonly seekers: Seeker<M>[];
  readonly followed: Map<string, Seeker<M>[]>;
}
const noCandidates: Candidates<never> = { meanings: [], seekers: [], followed: new Map() };

/** Letters by which words are looked up that begin in a given way. */
const keyLength = 3;
/** Words that are remembered at most; they come from outside. */
const knownWords = 20_000;

/** Takes what is found: its meaning and its text. */
type Take<M> = (meaning: M, text: string) => void;

/**
 * Terms by how they begin. Most words of a text begin none, so a few look-ups are all they cost; only
 * phrases need a regular expression, and only where their first words stand.
 */
export class TermIndex<M> {
  readonly #words = new Map<string, Candidates<M>>();
  readonly #starts = new Map<string, Start<M>[]>();
  /** What each word so far may begin: the same few thousand make up most texts, so one look-up is all they cost. */
  readonly #known = new Map<string, Candidates<M>>();

  constructor(vocabularies: Iterable<{ readonly terms: Terms; readonly meaning: M }>) {
    for (const { terms, meaning } of vocabularies) {
      this.#add(Object.values(terms).flat().flatMap(compileTerm), meaning);
    }
  }

  /** Finds what begins with a word of normalised text that stands at `offset` of it, before the word `next`. */
  find(word: string, next: string, text: string, offset: number, take: Take<M>): void {
    let candidates = this.#known.get(word);
    if (!candidates) {
      candidates = this.#candidates(word);
      if (this.#known.size >= knownWords) this.#known.clear();
      this.#known.set(word, candidates);
    }
    if (candidates === noCandidates) return;
    for (const meaning of candidates.meanings) take(meaning, word);
    for (const seeker of candidates.seekers) seek(seeker, text, offset, take);
    if (candidates.followed.size === 0) return;
    for (const seeker of candidates.followed.get(next) ?? []) seek(seeker, text, offset, take);
  }

  /** What a word means by itself, and what may begin with it. */
  #candidates(word: string): Candidates<M> {
    const entry = this.#words.get(word);
    const meanings = [...(entry?.meanings ?? [])];
    const seekers = [...(entry?.seekers ?? [])];
    for (let length = 1; length <= keyLength && length <= word.length; length += 1) {
      for (const { stem, meaning, pattern } of this.#starts.get(word.slice(0, length)) ?? []) {
        if (!word.startsWith(stem)) continue;
        if (pattern) seekers.push({ meaning, pattern });
        else if (word.length <= stem.length + endingLength) meanings.push(meaning);
      }
    }
    const followed = entry?.followed ?? noCandidates.followed;
    const isAny = meanings.length + seekers.length + followed.size > 0;
    return isAny ? { meanings, seekers, followed } : noCandidates;
  }

  #at(word: string): Candidates<M> {
    const entry = this.#words.get(word) ?? { meanings: [], seekers: [], followed: new Map() };
    this.#words.set(word, entry);
    return entry;
  }

  #add(terms: readonly CompiledTerm[], meaning: M): void {
    const byStart = new Map<string, string[]>();
    const byPair = new Map<
      string,
      { readonly pair: readonly [string, string]; readonly sources: string[] }
    >();
    for (const term of terms.toSorted((a, b) => b.length - a.length)) {
      if (term.kind === 'word') {
        const { meanings } = this.#at(term.word);
        if (!meanings.includes(meaning)) meanings.push(meaning);
      } else if (term.kind === 'stem') {
        append(this.#starts, term.stem.slice(0, keyLength), { meaning, stem: term.stem });
      } else if (term.kind === 'words') {
        append(this.#at(term.first).followed, term.second, { meaning, words: `${term.text} ` });
      } else if (term.pair) {
        const key = term.pair.join(' ');
        const one = byPair.get(key) ?? { pair: term.pair, sources: [] };
        one.sources.push(term.source);
        byPair.set(key, one);
      } else append(byStart, term.start, term.source);
    }
    for (const { pair, sources } of byPair.values()) {
      const seeker = { meaning, pattern: any(sources) };
      append(this.#at(pair[0]).followed, pair[1], seeker);
      // The space between them may be missing.
      this.#at(pair.join('')).seekers.push(seeker);
    }
    for (const [start, sources] of byStart) {
      append(this.#starts, start.slice(0, keyLength), { meaning, stem: start, pattern: any(sources) });
    }
  }
}

/** One of the sources, the first that fits, up to the end of a word. */
const any = (sources: readonly string[]): RegExp =>
  new RegExp(`(?:${[...new Set(sources)].join('|')})(?= )`, 'y');

function append<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function seek<M>(seeker: Seeker<M>, text: string, offset: number, take: Take<M>): void {
  if ('words' in seeker) {
    if (text.startsWith(seeker.words, offset)) take(seeker.meaning, seeker.words.slice(0, -1));
    return;
  }
  seeker.pattern.lastIndex = offset;
  // Most fail: a test is cheaper than a match.
  if (seeker.pattern.test(text)) take(seeker.meaning, text.slice(offset, seeker.pattern.lastIndex));
}
