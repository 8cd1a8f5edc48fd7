import { foldLetter } from './normalise.ts';

/** A text to be sought, in folded letters with single spaces; a space at its start or end stands for a word's. */
export interface Pattern {
  readonly text: string;
  /** Power of two; what patterns of one sort have in common. */
  readonly sort: number;
}

/** Classes of letters: a power of two, so that a state and a class make one index. */
const classBits = 7;
const boundary = 0;
const strange = (1 << classBits) - 1;
/** Letters that share their class with no other. */
const unshared = 100;
/** Codes of letters that are no class: they are skipped, or more than one letter folds out of them. */
const unknown = 0xff;
const skipped = 0xfe;
const several = 0xfd;

/**
 * Finds which sorts of patterns a raw text holds, in one pass over it (Aho & Corasick 1975), without making a
 * normalised copy. Letters are folded as `normalise` does; letters of different scripts may share a class, so it
 * may find what isn't there, never the other way round.
 */
export class Automaton {
  /** Class of each UTF-16 unit, found out when it first comes up. */
  readonly #classes = new Uint8Array(0x10000).fill(unknown);
  readonly #alphabet: ReadonlyMap<string, number>;
  readonly #next: Uint16Array;
  readonly #sorts: Uint8Array;

  constructor(patterns: readonly Pattern[]) {
    this.#alphabet = classesOf(new Set(patterns.flatMap(({ text }) => [...text])));
    const trie: Map<number, number>[] = [new Map()];
    const sorts = [0];
    for (const { text, sort } of patterns.toSorted((a, b) => a.text.length - b.text.length)) {
      let state = 0;
      for (const letter of text) {
        // A shorter one of the same sort is found before this one is.
        if (sorts[state]! & sort) break;
        const letterClass = this.#alphabet.get(letter)!;
        let next = trie[state]!.get(letterClass);
        if (next === undefined) {
          next = trie.push(new Map()) - 1;
          sorts.push(0);
          trie[state]!.set(letterClass, next);
        }
        state = next;
      }
      sorts[state]! |= sort;
    }
    this.#sorts = Uint8Array.from(sorts);
    this.#next = new Uint16Array(trie.length << classBits);
    this.#link(trie);
  }

  /**
   * Calls `take` with the sorts of each pattern found and the number of its last word, until it returns true.
   * Undefined if the text holds letters that fold to several: it is to be normalised first.
   */
  scan(text: string, take: (sorts: number, word: number) => boolean): boolean | undefined {
    const classes = this.#classes;
    const next = this.#next;
    const sorts = this.#sorts;
    const { length } = text;
    // As behind a space.
    let state = next[boundary]!;
    let before = boundary;
    let word = 0;
    for (let at = 0; at < length; at += 1) {
      let letterClass = classes[text.charCodeAt(at)]!;
      if (letterClass >= several) {
        letterClass = this.#rareClass(text, at);
        if (letterClass === several) return undefined;
        if (letterClass === skipped) continue;
      }
      if (letterClass === boundary) {
        if (before === boundary) continue;
        word += 1;
      }
      before = letterClass;
      state = next[(state << classBits) | letterClass]!;
      if (sorts[state] !== 0 && take(sorts[state]!, word)) return true;
    }
    // The end is as good as a space.
    state = next[(state << classBits) | boundary]!;
    return sorts[state] !== 0 && take(sorts[state]!, word + 1);
  }

  /** The class of what is no plain letter of a word. */
  #rareClass(text: string, at: number): number {
    const code = text.charCodeAt(at);
    if (this.#classes[code] === unknown) this.#learn(code);
    if (!isApostrophe(code)) return this.#classes[code]!;
    // An elided article stands before its word: "l’accord".
    const isElision = at === 1 || (at > 1 && this.#classes[text.charCodeAt(at - 2)] === boundary);
    return isElision ? boundary : skipped;
  }

  /** Fills in where each state goes on a letter that no pattern goes on with: to its longest suffix. */
  #link(trie: readonly Map<number, number>[]): void {
    const [next, sorts] = [this.#next, this.#sorts];
    const suffix = new Uint16Array(trie.length);
    const queue = [0];
    for (let at = 0; at < queue.length; at += 1) {
      const state = queue[at]!;
      const row = state << classBits;
      // Breadth first: the suffix is shorter, so its row and sorts are ready.
      const link = suffix[state]! << classBits;
      if (state !== 0) next.copyWithin(row, link, link + (1 << classBits));
      sorts[state]! |= sorts[suffix[state]!]!;
      for (const [letterClass, child] of trie[state]!) {
        suffix[child] = state === 0 ? 0 : next[row | letterClass]!;
        next[row | letterClass] = child;
        queue.push(child);
      }
    }
  }

  #learn(code: number): void {
    const folded = isApostrophe(code) ? '' : foldLetter(String.fromCharCode(code));
    if (folded === '') this.#classes[code] = skipped;
    else if (folded === ' ') this.#classes[code] = boundary;
    else if (folded.length > 1) this.#classes[code] = several;
    else this.#classes[code] = this.#alphabet.get(folded) ?? strange;
  }
}

/** The scripts that most texts are written in come first and share no class with others, if there are enough. */
function classesOf(letters: ReadonlySet<string>): Map<string, number> {
  const sorted = [...letters].filter((letter) => letter !== ' ').sort();
  const first = boundary + 1;
  const classes = sorted.map((_, at) =>
    at < unshared ? first + at : first + unshared + ((at - unshared) % (strange - first - unshared)),
  );
  return new Map([[' ', boundary], ...sorted.map((letter, at): [string, number] => [letter, classes[at]!])]);
}

const isApostrophe = (code: number): boolean =>
  code === 0x27 || code === 0x2019 || code === 0x2018 || code === 0x2bc || code === 0x60 || code === 0xb4;
