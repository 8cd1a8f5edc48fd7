const none = -1;
const root = 0;
/**
 * Fields of a node: the node before it, its first letter, where its further letters stand, and the longest text that
 * ends in it or before. The rest fills a power of two.
 */
const [letterField, fromField, toField, textField, fields] = [1, 2, 3, 4, 8];

/**
 * Many texts, of which it finds the longest that stands at a place of another. What that costs does not grow with
 * their number. A stretch without branches is one node (Morrison 1968), and the nodes stand in flat arrays by what
 * leads to them: the node before and their first letter. What collides takes the next free place.
 */
export class Trie {
  /** Side by side, so that a node is in one place of memory: see the fields below. */
  readonly #nodes: Int32Array;
  readonly #letters: Uint16Array;
  readonly #shift: number;
  /** Whether a text may begin with three letters. Most places are done with here. */
  readonly #begun = new Uint8Array(beginnings);

  /** `texts` are all different. */
  constructor(texts: readonly string[]) {
    for (const text of texts) this.#note(text);
    const nodes = nodesOf(texts);
    const bits = Math.ceil(Math.log2(nodes.length + 1)) + 1;
    const size = 1 << bits;
    this.#shift = 32 - bits;
    this.#nodes = new Int32Array(size * fields).fill(none);
    this.#letters = unitsOf(nodes.map(({ letters }) => letters.slice(1)).join(''));
    let end = 0;
    const places = [root];
    for (const { before, letters, text } of nodes) {
      const letter = letters.charCodeAt(0);
      let place = this.#placeOf(places[before]!, letter);
      while (place === root || this.#nodes[place * fields] !== none) place = (place + 1) & (size - 1);
      places.push(place);
      const from = end;
      end += letters.length - 1;
      this.#nodes.set([places[before]!, letter, from, end, text], place * fields);
    }
  }

  /** Index of the longest text that stands at a place among UTF-16 units, or -1. No text goes on behind a unit of 0. */
  find(units: Uint16Array, at: number): number {
    if (this.#begun[beginningOf(units[at]!, units[at + 1]!, units[at + 2]!)] === 0) return none;
    const letters = this.#letters;
    let node = root;
    for (let place = at; ; ) {
      const next = this.#after(node, units[place]!);
      if (next === none) return this.#nodes[node * fields + textField]!;
      const to = this.#nodes[next * fields + toField]!;
      place += 1;
      for (let letter = this.#nodes[next * fields + fromField]!; letter < to; letter += 1, place += 1) {
        if (units[place] !== letters[letter]) return this.#nodes[node * fields + textField]!;
      }
      node = next;
    }
  }

  /** Index of the longest other text that a text of the trie begins with, or -1. */
  before(text: string): number {
    return this.find(unitsOf(text.slice(0, -1)), 0);
  }

  /** Notes how a text begins; a short one may go on in any way. */
  #note(text: string): void {
    const beginning = beginningOf(text.charCodeAt(0), text.charCodeAt(1), text.charCodeAt(2));
    const known = (1 << letterBits[Math.min(text.length, 3) - 1]!) - 1;
    for (let other = beginning & known; other < beginnings; other += known + 1) this.#begun[other] = 1;
  }

  /** The node that goes on from another with a letter, or -1. */
  #after(node: number, letter: number): number {
    for (let place = this.#placeOf(node, letter); ; place = (place + 1) & (this.#nodes.length / fields - 1)) {
      const before = this.#nodes[place * fields]!;
      if (before === node && this.#nodes[place * fields + letterField] === letter) return place;
      if (before === none && place !== root) return none;
    }
  }

  #placeOf(node: number, letter: number): number {
    return Math.imul((node << 8) ^ letter, 0x9e3779b1) >>> this.#shift;
  }
}

/** Bits of the first letters of a beginning: those of one or two letters are told apart by them alone. */
const letterBits = [7, 11, 15] as const;
const beginnings = 1 << letterBits[2];

const beginningOf = (first: number, second: number, third: number): number =>
  (first & 0x7f) | ((second & 0xf) << letterBits[0]) | (((third ^ (third >> 4)) & 0xf) << letterBits[1]);

/** The units of a text, and what ends it. */
const unitsOf = (text: string): Uint16Array =>
  Uint16Array.from({ length: text.length + 3 }, (_, at) => text.charCodeAt(at));

/** A node behind the one at an index, where 0 is the root. */
interface Node {
  readonly before: number;
  readonly letters: string;
  readonly text: number;
}

/** The nodes of a trie, each behind the one before it. */
function nodesOf(texts: readonly string[]): Node[] {
  const nodes: Node[] = [];
  const order = texts.map((_, index) => index).sort((a, b) => (texts[a]! < texts[b]! ? -1 : 1));
  /** Adds the texts from `first` to `end` of the order, which begin alike with `depth` letters. */
  const add = (before: number, known: number, first: number, end: number, depth: number): void => {
    for (let from = first; from < end; ) {
      const text = texts[order[from]!]!;
      let to = from + 1;
      while (to < end && texts[order[to]!]!.charCodeAt(depth) === text.charCodeAt(depth)) to += 1;
      if (text.length > depth) {
        const length = common(text, texts[order[to - 1]!]!);
        const own = text.length === length ? order[from]! : known;
        add(nodes.push({ before, letters: text.slice(depth, length), text: own }), own, from, to, length);
      }
      from = to;
    }
  };
  add(root, none, 0, order.length, 0);
  return nodes;
}

/** Letters that two texts begin with alike. */
function common(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
