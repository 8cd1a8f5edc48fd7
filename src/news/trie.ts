const none = -1;

/** Fields of a node: its first letter and how many there are, where they stand, the first node behind it, and the longest text so far. */
const [headField, lettersField, childField, textField, fields] = [0, 1, 2, 3, 4];

/** Letters by which the first nodes are found, and bits of each: enough to tell letters of one script apart. */
const rootLetters = 3;
const [firstBits, secondBits, thirdBits] = [5, 4, 4];
const slots = 1 << (firstBits + secondBits + thirdBits);
/** Slots that one, two or three letters tell apart. */
const knownSlots = [1 << firstBits, 1 << (firstBits + secondBits), slots];

const slotOf = (first: number, second: number, third: number): number =>
  (first & 0x1f) |
  ((second & 0xf) << firstBits) |
  (((third ^ (third >> 4)) & 0xf) << (firstBits + secondBits));

/**
 * Many texts, of which it finds the longest that stands at a place of another. What that costs hardly grows with their
 * number. A stretch without branches is one node (Morrison 1968), and the nodes behind one stand side by side. The first
 * ones are found by three letters: most places are done with there.
 */
export class Trie {
  /** In one array without gaps: it is to fit in the processor's cache. */
  readonly #nodes: Int32Array;
  readonly #letters: Uint16Array;
  /** The first nodes of each slot stand from its own to that of the next. */
  readonly #roots = new Int32Array(slots + 1);

  /** `texts` are all different. */
  constructor(texts: readonly string[]) {
    const nodes = this.#rooted(nodesOf(texts));
    const values: number[] = [];
    let end = 0;
    // Those behind a node are added while it goes on: level by level.
    for (const { letters, text, branches } of nodes) {
      values.push(letters.charCodeAt(0) | (letters.length << 16), end, nodes.length, text);
      end += letters.length;
      nodes.push(...branches());
    }
    this.#nodes = Int32Array.from([...values, 0, end, nodes.length, none]);
    this.#letters = unitsOf(nodes.map(({ letters }) => letters).join(''));
  }

  /** Index of the longest text that stands at a place among UTF-16 units, or -1. No text goes on behind a unit of 0. */
  find(units: Uint16Array, at: number): number {
    const slot = slotOf(units[at]!, units[at + 1]!, units[at + 2]!);
    const first = this.#roots[slot]!;
    const end = this.#roots[slot + 1]!;
    return first === end ? none : this.#findAmong(first, end, units, at);
  }

  /** The same among the first nodes from one to before another. */
  #findAmong(first: number, behind: number, units: Uint16Array, at: number): number {
    const nodes = this.#nodes;
    let [node, end, place, found] = [first, behind, at, none];
    while (node < end) {
      const size = this.#standing(node * fields, units, place);
      if (size === 0) node += 1;
      else {
        place += size;
        found = nodes[node * fields + textField]!;
        end = nodes[(node + 1) * fields + childField]!;
        node = nodes[node * fields + childField]!;
      }
    }
    return found;
  }

  /** Index of the longest other text that a text of the trie begins with, or -1. */
  before(text: string): number {
    return this.find(unitsOf(text.slice(0, -1)), 0);
  }

  /** How many letters a node has, if they stand at a place; else 0. */
  #standing(node: number, units: Uint16Array, place: number): number {
    const head = this.#nodes[node + headField]!;
    if ((head & 0xffff) !== units[place]) return 0;
    const size = head >>> 16;
    const from = this.#nodes[node + lettersField]!;
    for (let at = 1; at < size; at += 1) if (units[place + at] !== this.#letters[from + at]) return 0;
    return size;
  }

  /** The first nodes by their slots, of which short ones may stand in several: they may go on in any way. */
  #rooted(nodes: readonly Node[]): Node[] {
    const bySlot = new Map<number, Node[]>();
    for (const node of nodes.toSorted((a, b) => b.letters.length - a.letters.length)) {
      const slot = slotOf(node.letters.charCodeAt(0), node.letters.charCodeAt(1), node.letters.charCodeAt(2));
      const known = knownSlots[Math.min(node.letters.length, rootLetters) - 1]!;
      for (let other = slot & (known - 1); other < slots; other += known) {
        bySlot.set(other, [...(bySlot.get(other) ?? []), node]);
      }
    }
    const rooted: Node[] = [];
    for (let slot = 0; slot < slots; slot += 1) {
      rooted.push(...(bySlot.get(slot) ?? []));
      this.#roots[slot + 1] = rooted.length;
    }
    return rooted;
  }
}

/** The units of a text, and what ends it. */
const unitsOf = (text: string): Uint16Array =>
  Uint16Array.from({ length: text.length + rootLetters }, (_, at) => text.charCodeAt(at));

/** A stretch of letters, the index of the longest text up to its end, and what comes behind. */
interface Node {
  readonly letters: string;
  readonly text: number;
  readonly branches: () => Node[];
}

/** The first nodes of a trie: of each three letters that texts begin with, and of each shorter text. */
function nodesOf(texts: readonly string[]): Node[] {
  const places = new Map(texts.map((one, index) => [one, index]));
  const order = [...texts].sort((a, b) => (a < b ? -1 : 1));

  /** Of the texts of the order that begin alike with `depth` letters, by those that come next. */
  function branchesOf(
    first: number,
    end: number,
    depth: number,
    width: number,
    before: (of: string) => number,
  ) {
    const nodes: Node[] = [];
    for (let from = first; from < end; ) {
      const next = order[from]!.slice(depth, depth + width);
      let to = from + 1;
      while (to < end && order[to]!.slice(depth, depth + width) === next) to += 1;
      nodes.push(nodeOf(from, to, depth, before(order[from]!)));
      from = to;
    }
    return nodes;
  }

  function nodeOf(from: number, to: number, depth: number, before: number): Node {
    const one = order[from]!;
    const size = common(one, order[to - 1]!);
    const isWhole = one.length === size;
    const longest = isWhole ? places.get(one)! : before;
    return {
      letters: one.slice(depth, size),
      text: longest,
      branches: () => branchesOf(isWhole ? from + 1 : from, to, size, 1, () => longest),
    };
  }

  const short = (of: string) => places.get(of.slice(0, 2)) ?? places.get(of.slice(0, 1)) ?? none;
  return branchesOf(0, order.length, 0, rootLetters, short);
}

/** Letters that two texts begin with alike. */
function common(a: string, b: string): number {
  let size = 0;
  while (size < a.length && a[size] === b[size]) size += 1;
  return size;
}
