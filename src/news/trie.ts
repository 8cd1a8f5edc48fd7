import { Openings } from './openings.ts';

const none = -1;

/**
 * A node is a stretch of numbers: the longest text so far, how many letters it has and how many bits tell the nodes
 * behind it apart, a set of letters that these begin with, then its own letters, two to a number, then where each of
 * those nodes is.
 */
const [textField, sizeField, headsField, lettersField] = [0, 1, 2, 3];
/** Bits for the number of those bits. */
const widthBits = 5;
const widths = (1 << widthBits) - 1;
/** Bits of a letter in a set. */
const headBits = 5;
/** Where no node is. */
const nowhere = 0;

/** So many bits of a letter, by which nodes are told apart. */
const bitsOf = (letter: number, width: number): number => (letter ^ (letter >>> 8)) & ((1 << width) - 1);

/** Numbers that letters take. */
const roomOf = (letters: number): number => (letters + 1) >>> 1;

/**
 * Many texts, of which it finds the longest that stands at a place of another. What that costs hardly grows with their
 * number. A stretch without branches is one node (Morrison 1968), and a letter says where the node behind it is, if there
 * is any. The first ones are found by three letters: most places are done with there.
 */
export class Trie {
  readonly #openings: Openings;
  /** Where the first node of each group is. */
  readonly #firsts: Int32Array;
  /** Nodes level by level. What a node says stands together: a step is to take one line of the processor's cache. */
  readonly #numbers: Int32Array;
  /** The same as letters. */
  readonly #letters: Uint16Array;

  /** `texts` are all different. */
  constructor(texts: readonly string[]) {
    this.#openings = new Openings(texts);
    const places = new Map(texts.map((one, index) => [one, index]));
    const placed: Placed[] = [];
    let end = nowhere + 1;
    const place = (node: Node): number => {
      const row = rowOf(node.branches());
      const at = end;
      end += lettersField + roomOf(node.letters.length) + row.length;
      placed.push({ node, at, row, behind: [] });
      return at;
    };
    this.#firsts = Int32Array.from(this.#openings.groups, (group) => place(firstOf(group, places)));
    // Those behind a node are added while it goes on.
    for (const { row, behind } of placed) for (const one of row) behind.push(one ? place(one) : nowhere);
    this.#numbers = new Int32Array(end);
    this.#letters = new Uint16Array(this.#numbers.buffer);
    for (const { node, at, row, behind } of placed) {
      const { letters, text } = node;
      this.#numbers[at + textField] = text;
      this.#numbers[at + sizeField] = (letters.length << widthBits) | Math.log2(row.length || 1);
      for (const one of row)
        if (one) this.#numbers[at + headsField]! |= 1 << bitsOf(one.letters.charCodeAt(0), headBits);
      this.#letters.set(unitsOf(letters), 2 * (at + lettersField));
      this.#numbers.set(behind, at + lettersField + roomOf(letters.length));
    }
  }

  /** Index of the longest text that stands at a place among UTF-16 units, or -1. No text goes on behind a unit of 0. */
  find(units: Uint16Array, at: number): number {
    const group = this.#openings.find(units, at);
    return group === none ? none : this.#findFrom(this.#firsts[group]!, units, at);
  }

  /** The same from a node on. */
  #findFrom(first: number, units: Uint16Array, from: number): number {
    const numbers = this.#numbers;
    const letters = this.#letters;
    let found = none;
    let at = from;
    for (let node = first; node !== nowhere; ) {
      const size = numbers[node + sizeField]!;
      const own = node + lettersField;
      const end = at + (size >>> widthBits);
      for (let letter = 2 * own; at < end; letter += 1) {
        if (units[at] !== letters[letter]) return found;
        at += 1;
      }
      found = numbers[node + textField]!;
      const next = units[at]!;
      if ((numbers[node + headsField]! & (1 << bitsOf(next, headBits))) === 0) break;
      node = numbers[own + roomOf(size >>> widthBits) + bitsOf(next, size & widths)]!;
    }
    return found;
  }

  /** Index of the longest other text that a text of the trie begins with, or -1. */
  before(text: string): number {
    return this.find(unitsOf(`${text.slice(0, -1)}\0\0\0`), 0);
  }
}

const unitsOf = (text: string): Uint16Array =>
  Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));

/** A stretch of letters, the index of the longest text up to its end, and what comes behind. */
interface Node {
  readonly letters: string;
  readonly text: number;
  readonly branches: () => Node[];
}

/** A node with its place, and those behind it with theirs. */
interface Placed {
  readonly node: Node;
  readonly at: number;
  readonly row: readonly (Node | undefined)[];
  readonly behind: number[];
}

/** Nodes in the places that their first letters give, by as many bits as it takes. */
function rowOf(nodes: readonly Node[]): (Node | undefined)[] {
  if (nodes.length === 0) return [];
  const heads = nodes.map(({ letters }) => letters.charCodeAt(0));
  let width = 0;
  while (new Set(heads.map((head) => bitsOf(head, width))).size < heads.length) width += 1;
  const row: (Node | undefined)[] = Array(1 << width).fill(undefined);
  for (const [at, node] of nodes.entries()) row[bitsOf(heads[at]!, width)] = node;
  return row;
}

/** The node that all of some texts stand behind; `places`: their indexes. */
function firstOf(texts: readonly string[], places: ReadonlyMap<string, number>): Node {
  const order = [...texts].sort((a, b) => (a < b ? -1 : 1));

  /** Of the texts of the order that begin alike with `depth` letters. */
  function nodeOf(from: number, to: number, depth: number, before: number): Node {
    const one = order[from]!;
    const size = common(one, order[to - 1]!);
    const isWhole = one.length === size;
    const text = isWhole ? places.get(one)! : before;
    return {
      letters: one.slice(depth, size),
      text,
      branches: () => branchesOf(isWhole ? from + 1 : from, to, size, text),
    };
  }

  /** The same for each letter that comes next. */
  function branchesOf(first: number, end: number, depth: number, before: number): Node[] {
    const nodes: Node[] = [];
    for (let from = first; from < end; ) {
      let to = from + 1;
      while (to < end && order[to]![depth] === order[from]![depth]) to += 1;
      nodes.push(nodeOf(from, to, depth, before));
      from = to;
    }
    return nodes;
  }

  return nodeOf(0, order.length, 0, none);
}

/** Letters that two texts begin with alike. */
function common(a: string, b: string): number {
  let size = 0;
  while (size < a.length && a[size] === b[size]) size += 1;
  return size;
}
