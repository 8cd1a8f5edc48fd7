import type { Terms } from '../schema/watch.ts';
import { type CompiledTerm, compileTerm, endingLength, keyLength } from './term.ts';

type Seeker<M> =
  | { readonly meaning: M; readonly stem: string }
  | { readonly meaning: M; readonly words: string }
  | { readonly meaning: M; readonly pattern: RegExp };

/** Takes what is found: its meaning and its text. */
type Take<M> = (meaning: M, text: string) => void;

/**
 * Terms by how they begin. Most words of a text begin none, so a few look-ups are all they cost; only
 * phrases need a regular expression, and only where their first word stands.
 */
export class TermIndex<M> {
  readonly #words = new Map<string, { readonly meanings: M[]; readonly seekers: Seeker<M>[] }>();
  readonly #starts = new Map<string, Seeker<M>[]>();

  constructor(vocabularies: Iterable<{ readonly terms: Terms; readonly meaning: M }>) {
    for (const { terms, meaning } of vocabularies) {
      this.#add(Object.values(terms).flat().flatMap(compileTerm), meaning);
    }
  }

  /** Finds what begins at `offset` of normalised text, where a word starts that ends before `end`. */
  find(text: string, offset: number, end: number, take: Take<M>): void {
    const word = text.slice(offset, end);
    const entry = this.#words.get(word);
    if (entry) {
      for (const meaning of entry.meanings) take(meaning, word);
      for (const seeker of entry.seekers) seek(seeker, text, offset, word, take);
    }
    const short = this.#starts.get(text.slice(offset, offset + 2));
    if (short) for (const seeker of short) seek(seeker, text, offset, word, take);
    const long = this.#starts.get(text.slice(offset, offset + keyLength));
    if (long) for (const seeker of long) seek(seeker, text, offset, word, take);
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

function seek<M>(seeker: Seeker<M>, text: string, offset: number, word: string, take: Take<M>): void {
  const { meaning } = seeker;
  if ('stem' in seeker) {
    const fits = word.startsWith(seeker.stem) && word.length <= seeker.stem.length + endingLength;
    if (fits) take(meaning, word);
    return;
  }
  if ('words' in seeker) {
    if (text.startsWith(seeker.words, offset)) take(meaning, seeker.words.trimEnd());
    return;
  }
  seeker.pattern.lastIndex = offset;
  const match = seeker.pattern.exec(text)?.[0];
  if (match !== undefined) take(meaning, match);
}
