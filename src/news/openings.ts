/** Letters that are looked at, and bits of each: enough to tell letters of one script apart. */
const [firstBits, secondBits, thirdBits] = [5, 4, 4];
const slots = 1 << (firstBits + secondBits + thirdBits);
/** Slots that one, two or three letters tell apart. */
const knownSlots = [1 << firstBits, 1 << (firstBits + secondBits), slots];
const none = -1;

/** A number for the first three letters from a place on: the same for what begins alike, seldom for what does not. */
export function openingAt(units: Uint16Array, at: number): number {
  const third = units[at + 2]!;
  return (
    (units[at]! & 0x1f) |
    ((units[at + 1]! & 0xf) << firstBits) |
    (((third ^ (third >> 4)) & 0xf) << (firstBits + secondBits))
  );
}

/**
 * Texts in groups by their first three letters. It is asked about every word, hence small: a bit for each group that
 * there may be, and counts of those before it that there are (Jacobson 1989).
 */
export class Openings {
  readonly #taken = new Int32Array(slots >>> 5);
  readonly #before = new Uint16Array(slots >>> 5);
  /** Those of each group. A short text is in several, since it may go on in any way. */
  readonly groups: readonly (readonly string[])[];

  constructor(texts: readonly string[]) {
    const bySlot = new Map<number, string[]>();
    for (const text of texts) {
      const slot = openingAt(
        Uint16Array.from([0, 1, 2], (at) => text.charCodeAt(at)),
        0,
      );
      const known = knownSlots[Math.min(text.length, knownSlots.length) - 1]!;
      for (let one = slot & (known - 1); one < slots; one += known) {
        const group = bySlot.get(one);
        if (group) group.push(text);
        else bySlot.set(one, [text]);
      }
    }
    const taken = [...bySlot].sort(([a], [b]) => a - b);
    for (const [slot] of taken) this.#taken[slot >>> 5]! |= 1 << (slot & 31);
    for (let at = 1; at < this.#before.length; at += 1)
      this.#before[at] = this.#before[at - 1]! + ones(this.#taken[at - 1]!);
    this.groups = taken.map(([, group]) => group);
  }

  /** Index of those of which one may stand at a place among UTF-16 units, or -1. */
  find(units: Uint16Array, at: number): number {
    const slot = openingAt(units, at);
    const taken = this.#taken[slot >>> 5]!;
    const bit = 1 << (slot & 31);
    return (taken & bit) === 0 ? none : this.#before[slot >>> 5]! + ones(taken & (bit - 1));
  }
}

/** How many bits are set. */
function ones(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
