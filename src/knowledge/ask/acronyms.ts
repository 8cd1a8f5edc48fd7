import { stopWords } from './stop-words.ts';

/** Capitalised words in a row, small ones between them: "National Security Committee", "Movement of the North". */
const title = /\p{Lu}\p{L}+(?:(?:-| (?:of |for |and |the )*)\p{Lu}\p{L}+)+/gu;
const joint = /[- ](?:(?:of|for|and|the) )*/u;
/** Of two letters it may be any word. */
const shortest = 3;

/** Short forms of the titles in these texts, by their first letters: "nsc"; those that could be of several are left out. */
export function acronymsOf(texts: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, Set<string>>();
  for (const text of texts) {
    for (const [written] of text.matchAll(title)) {
      const all = written.split(joint).map((word) => word.toLowerCase());
      // What opens a sentence is no part of a title.
      const words = stopWords.has(all[0] ?? '') ? all.slice(1) : all;
      if (words.length < shortest) continue;
      const short = words.map(([letter]) => letter).join('');
      found.set(short, (found.get(short) ?? new Set()).add(words.join(' ')));
    }
  }
  return new Map(
    [...found].flatMap(([short, [only, ...others]]) =>
      only !== undefined && others.length === 0 ? [[short, only]] : [],
    ),
  );
}
