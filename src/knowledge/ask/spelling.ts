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

/** How a word may be mistyped, the likeliest slip first. */
const slips = ['doubled', 'left out', 'swapped', 'vowel', 'other'] as const;
type Slip = (typeof slips)[number];

/** Shorter words are misread too easily: of three letters only everyday words, of four no letter for any other. */
const shortest = 3;
const shortestOther = 5;
const shortestOtherEveryday = 6;

/** Known words by first letter and length, so that one misspelt word is compared with few. */
export class Spelling {
  readonly #known: ReadonlySet<string>;
  readonly #everyday: ReadonlySet<string>;
  readonly #buckets = new Map<string, string[]>();

  /** @param everyday of the words, those that carry no name and no thing */
  constructor(words: Iterable<string>, everyday: Iterable<string> = []) {
    this.#everyday = new Set(everyday);
    this.#known = new Set([...this.#everyday, ...words]);
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
   * The known word that was probably meant. One slip, two in eight letters or more; the first letter is taken as right,
   * as it nearly always is. The shorter the word, the fewer kinds of slip count.
   * @returns undefined if none is near, or two are equally near in a long word.
   */
  nearest(word: string): string | undefined {
    if (word.length < shortest || !/^\p{L}+$/u.test(word)) return undefined;
    const limit = word.length >= 8 ? 2 : 1;
    let best: string | undefined;
    let least = Number.POSITIVE_INFINITY;
    let tied = false;
    for (let length = word.length - limit; length <= word.length + limit; length++) {
      for (const known of this.#buckets.get(bucketOf(word, length)) ?? []) {
        const cost = this.#cost(word, known, limit);
        if (cost < least) {
          [best, least, tied] = [known, cost, false];
        } else if (cost === least && known !== best) tied = true;
      }
    }
    if (least === Number.POSITIVE_INFINITY) return undefined;
    return tied && least >= farther ? undefined : best;
  }

  /** The rank of the slip, everyday words first; Infinity if it is none that may be taken for one. */
  #cost(typed: string, known: string, limit: number): number {
    const steps = distance(typed, known, limit);
    if (steps > limit) return steps;
    if (steps > 1) return farther * steps;
    const slip = slipOf(typed, known);
    const isEveryday = this.#everyday.has(known);
    if (typed.length === shortest && !(isEveryday && slip === 'left out')) return Number.POSITIVE_INFINITY;
    const least = isEveryday ? shortestOtherEveryday : shortestOther;
    if (slip === 'other' && typed.length < least) return Number.POSITIVE_INFINITY;
    return slips.indexOf(slip) * 2 + (isEveryday ? 0 : 1);
  }
}

/** Costs more than any single slip. */
const farther = 100;

/** What kind of slip one step makes. */
function slipOf(typed: string, known: string): Slip {
  const at = [...known].findIndex((letter, place) => letter !== typed[place]);
  const from = at === -1 ? known.length : at;
  if (typed.length > known.length) return typed[from] === typed[from - 1] ? 'doubled' : 'other';
  if (typed.length < known.length) return 'left out';
  if (typed[from] === known[from + 1] && typed[from + 1] === known[from]) return 'swapped';
  return isVowel(typed[from]) && isVowel(known[from]) ? 'vowel' : 'other';
}

function isVowel(letter: string | undefined): boolean {
  return letter !== undefined && 'aeiou'.includes(letter);
}

function bucketOf(word: string, length: number): string {
  return `${word[0]}${length}`;
}
