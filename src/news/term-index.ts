import type { Terms } from '../schema/watch.ts';
import { type CompiledTerm, compileTerm, endingLength, keyLength } from './term.ts';

/** A meaning found at a place of a text. */
export interface Found<M> {
  readonly meaning: M;
  readonly text: string;
}

type Seeker<M> =
  | { readonly meaning: M; readonly stem: string }
  | { readonly meaning: M; readonly words: string }
  | { readonly meaning: M; readonly pattern: RegExp };

/**
 * Terms by how they begin. Most words of a text begin none, so a few look-ups are all they cost; only
 * phrases need a regular expression, and only where their first word stands.
 */
export class TermIndex<M> {
  readonly #words = new Map<string, M[]>();
  readonly #firstWords = new Map<string, Seeker<M>[]>();
  readonly #starts = new Map<string, Seeker<M>[]>();

  constructor(vocabularies: Iterable<{ readonly terms: Terms; readonly meaning: M }>) {
    for (const { terms, meaning } of vocabularies) {
      this.#add(Object.values(terms).flat().flatMap(compileTerm), meaning);
    }
  }

  /** What begins at an offset of normalised text where a word starts; of one meaning the longest phrase. */
  at(text: string, offset: number): Found<M>[] {
    const end = text.indexOf(' ', offset);
    const word = text.slice(offset, end);
    const found: Found<M>[] = [];
    for (const meaning of this.#words.get(word) ?? []) found.push({ meaning, text: word });
    for (const seeker of this.#firstWords.get(word) ?? []) seek(seeker, text, offset, word, found);
    for (const length of [keyLength, 2]) {
      const seekers = this.#starts.get(text.slice(offset, offset + length));
      if (seekers) for (const seeker of seekers) seek(seeker, text, offset, word, found);
    }
    return found;
  }

  #add(terms: readonly CompiledTerm[], meaning: M): void {
    const [byWord, byStart] = [new Map<string, string[]>(), new Map<string, string[]>()];
    for (const term of terms.toSorted((a, b) => b.length - a.length)) {
      if (term.kind === 'word') {
        const meanings = this.#words.get(term.word) ?? [];
        if (!meanings.includes(meaning)) this.#words.set(term.word, [...meanings, meaning]);
      } else if (term.kind === 'stem') {
        append(this.#starts, term.stem.slice(0, term.stem.length < keyLength ? 2 : keyLength), {
          meaning,
          stem: term.stem,
        });
      } else if (term.kind === 'words') {
        append(this.#firstWords, term.first, { meaning, words: `${term.text} ` });
      } else {
        for (const word of term.words) append(byWord, word, term.source);
        for (const start of term.starts) append(byStart, start, term.source);
      }
    }
    for (const [word, sources] of byWord) append(this.#firstWords, word, { meaning, pattern: any(sources) });
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

function seek<M>(seeker: Seeker<M>, text: string, offset: number, word: string, found: Found<M>[]): void {
  const { meaning } = seeker;
  if ('stem' in seeker) {
    const fits = word.startsWith(seeker.stem) && word.length <= seeker.stem.length + endingLength;
    if (fits) found.push({ meaning, text: word });
    return;
  }
  if ('words' in seeker) {
    if (text.startsWith(seeker.words, offset)) found.push({ meaning, text: seeker.words.trimEnd() });
    return;
  }
  seeker.pattern.lastIndex = offset;
  const match = seeker.pattern.exec(text)?.[0];
  if (match !== undefined) found.push({ meaning, text: match });
}
