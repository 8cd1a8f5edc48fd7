/** Optimal string alignment distance (a swap of neighbours counts one), or Infinity above `limit`. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return Number.POSITIVE_INFINITY;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      }
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return Number.POSITIVE_INFINITY;
    before = previous;
    previous = current;
  }
  const result = previous[b.length] ?? Number.POSITIVE_INFINITY;
  return result > limit ? Number.POSITIVE_INFINITY : result;
}

/** Known words by first letter and length, so that one misspelt word is compared with few. */
export class Spelling {
  readonly #known: ReadonlySet<string>;
  readonly #buckets = new Map<string, string[]>();

  constructor(words: Iterable<string>) {
    this.#known = new Set(words);
    for (const word of this.#known) {
      const key = bucketOf(word, word.length);
      const bucket = this.#buckets.get(key);
      if (bucket) bucket.push(word);
      else this.#buckets.set(key, [word]);
    }
  }

  knows(word: string): boolean {
    return this.#known.has(word);
  }

  /**
   * The known word that was probably meant. One slip in five letters or more, two in eight or more; the first
   * letter is taken as right, as it nearly always is. Shorter words have too many neighbours.
   * @returns undefined if none is near, or two are equally near.
   */
  nearest(word: string): string | undefined {
    const limit = word.length >= 8 ? 2 : word.length >= 5 ? 1 : 0;
    if (limit === 0 || !/^\p{L}+$/u.test(word)) return undefined;
    let best: string | undefined;
    let least = limit + 1;
    let tied = false;
    for (let length = word.length - limit; length <= word.length + limit; length++) {
      for (const known of this.#buckets.get(bucketOf(word, length)) ?? []) {
        const cost = distance(word, known, Math.min(least, limit));
        if (cost < least) {
          [best, least, tied] = [known, cost, false];
        } else if (cost === least && known !== best) tied = true;
      }
    }
    return tied && least > 1 ? undefined : best;
  }
}

function bucketOf(word: string, length: number): string {
  return `${word[0]}${length}`;
}

/** In longer words the nearest one is found by its distance. */
const longestSlip = 7;

/**
 * Short words that everybody types, with a letter left out or two swapped: "ther", "waht". A word of another letter is
 * another word, so nothing else counts as a slip of one this short. The first letter is taken as right.
 */
export function slipsOf(words: Iterable<string>): ReadonlyMap<string, string> {
  const slips = new Map<string, string>();
  for (const word of words) {
    if (word.length < 4 || word.length > longestSlip) continue;
    for (let at = 1; at < word.length; at++) {
      if (word.length >= 5 || word[at] === word[at - 1])
        slips.set(word.slice(0, at) + word.slice(at + 1), word);
      const next = word[at + 1];
      if (word.length <= 5 && next !== undefined && next !== word[at])
        slips.set(word.slice(0, at) + next + word[at] + word.slice(at + 2), word);
    }
  }
  return slips;
}
