import type { Terms } from '../schema/watch.ts';
import { type CompiledTerm, compileTerm, endingLength, keyLength } from './term.ts';

type Seeker<M> =
  | { readonly meaning: M; readonly words: string }
  | { readonly meaning: M; readonly pattern: RegExp };
type Start<M> = Seeker<M> | { readonly meaning: M; readonly stem: string };

interface Candidates<M> {
  readonly meanings: readonly M[];
  readonly seekers: readonly Seeker<M>[];
}
const noCandidates: Candidates<never> = { meanings: [], seekers: [] };

/** Words that are remembered at most; they come from outside. */
const knownWords = 20_000;

/** Takes what is found: its meaning and its text. */
type Take<M> = (meaning: M, text: string) => void;

/**
 * Terms by how they begin. Most words of a text begin none, so a few look-ups are all they cost; only
 * phrases need a regular expression, and only where their first word stands.
 */
export class TermIndex<M> {
  readonly #words = new Map<string, { readonly meanings: M[]; readonly seekers: Seeker<M>[] }>();
  readonly #starts = new Map<string, Start<M>[]>();
  /** What each word so far may begin: the same few thousand make up most texts, so one look-up is all they cost. */
  readonly #known = new Map<string, Candidates<M>>();

  constructor(vocabularies: Iterable<{ readonly terms: Terms; readonly meaning: M }>) {
    for (const { terms, meaning } of vocabularies) {
      this.#add(Object.values(terms).flat().flatMap(compileTerm), meaning);
    }
  }

  /** Finds what begins at `offset` of normalised text, where a word starts that ends before `end`. */
  find(text: string, offset: number, end: number, take: Take<M>): void {
    // A short word is not enough to tell how a phrase starts.
    const key = text.slice(offset, end - offset < keyLength ? offset + keyLength : end);
    let candidates = this.#known.get(key);
    if (!candidates) {
      candidates = this.#candidates(key, text.slice(offset, end));
      if (this.#known.size >= knownWords) this.#known.clear();
      this.#known.set(key, candidates);
    }
    for (const meaning of candidates.meanings) take(meaning, text.slice(offset, end));
    for (const seeker of candidates.seekers) seek(seeker, text, offset, take);
  }

  /** What a word means by itself, and what may begin with it. */
  #candidates(key: string, word: string): Candidates<M> {
    const entry = this.#words.get(word);
    const found = { meanings: [...(entry?.meanings ?? [])], seekers: [...(entry?.seekers ?? [])] };
    for (const length of [2, keyLength]) {
      for (const start of this.#starts.get(key.slice(0, length)) ?? []) {
        if (!('stem' in start)) found.seekers.push(start);
        else if (word.startsWith(start.stem) && word.length <= start.stem.length + endingLength)
          found.meanings.push(start.meaning);
      }
    }
    return found.meanings.length + found.seekers.length === 0 ? noCandidates : found;
  }

  #at(word: string): { readonly meanings: M[]; readonly seekers: Seeker<M>[] } {
    const entry = this.#words.get(word) ?? { meanings: [], seekers: [] };
    this.#words.set(word, entry);
    return entry;
  }

  #add(terms: readonly CompiledTerm[], meaning: M): void {
    const [byWord, byStart] = [new Map<string, string[]>(), new Map<string, string[]>()];
    for (const term of terms.toSorted((a, b) => b.length - a.length)) {
      if (term.kind === 'word') {
        const { meanings } = this.#at(term.word);
        if (!meanings.includes(meaning)) meanings.push(meaning);
      } else if (term.kind === 'stem') {
        append(this.#starts, term.stem.slice(0, term.stem.length < keyLength ? 2 : keyLength), {
          meaning,
          stem: term.stem,
        });
      } else if (term.kind === 'words') {
        this.#at(term.first).seekers.push({ meaning, words: `${term.text} ` });
      } else {
        for (const word of term.words) append(byWord, word, term.source);
        for (const start of term.starts) append(byStart, start, term.source);
      }
    }
    for (const [word, sources] of byWord) this.#at(word).seekers.push({ meaning, pattern: any(sources) });
    for (const [start, sources] of byStart) append(this.#starts, start, { meaning, pattern: any(sources) });
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
