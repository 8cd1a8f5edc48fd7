/** Constants of the ranking: how soon more of a key adds nothing, how much length counts, what a match is worth at least. */
const [saturation, lengthShare, floor] = [1.2, 0.7, 0.5];

/**
 * Finds records by exact keys, the best match first: BM25+ (Lv & Zhai 2011) of keys that a record has once or not at
 * all, times the number of keys that it has.
 */
export class ClaimSearch<T> {
  readonly #records: readonly T[];
  /** Places among the records, by key. */
  readonly #places = new Map<string, number[]>();
  /** What one match in a record adds, before the key's own weight. */
  readonly #matchWeights: Float64Array;

  constructor(records: readonly { readonly record: T; readonly keys: ReadonlySet<string> }[]) {
    this.#records = records.map(({ record }) => record);
    const average = records.reduce((sum, { keys }) => sum + keys.size, 0) / records.length;
    this.#matchWeights = Float64Array.from(records, ({ keys }) => {
      const length = 1 - lengthShare + (lengthShare * keys.size) / average;
      return floor + (saturation + 1) / (1 + saturation * length);
    });
    for (const [place, { keys }] of records.entries()) {
      for (const key of keys) {
        const places = this.#places.get(key);
        if (places) places.push(place);
        else this.#places.set(key, [place]);
      }
    }
  }

  /** Records that have any of the keys, at most so many, the best first. */
  find(keys: Iterable<string>, limit: number): readonly T[] {
    const count = this.#records.length;
    const scores = new Float64Array(count);
    const matches = new Uint16Array(count);
    const found: number[] = [];
    for (const key of keys) {
      const places = this.#places.get(key) ?? [];
      const rarity = Math.log(1 + (count - places.length + 0.5) / (places.length + 0.5));
      for (const place of places) {
        if (matches[place] === 0) found.push(place);
        matches[place]! += 1;
        scores[place]! += rarity * this.#matchWeights[place]!;
      }
    }
    for (const place of found) scores[place]! *= matches[place]!;
    return found
      .sort((a, b) => scores[b]! - scores[a]!)
      .slice(0, limit)
      .map((place) => this.#records[place]!);
  }
}
