import { type Traits, valuesOf } from './signature.ts';

/** What each kind of trait is worth when both have it. */
const worth: Readonly<Record<string, number>> = {
  w: 1,
  s: 0.6,
  v: 0.25,
  n: 1.2,
  p: 1,
  q: 1.2,
  d: 0.8,
  x: 0.3,
  b: 0.1,
};
const wordKinds = 'wsv';
const bridgeKinds = 'nhpqdxb';

/** Tuned on labelled items; a day apart must be made up for by what both say. */
const weights = {
  sameTopic: 0.3,
  otherTopic: -0.2,
  wording: 1,
  bridging: 0.6,
  /** Each names a place of its own. */
  otherPlace: -0.2,
  perDay: 0.2,
  threshold: 0.34,
};

/** Traits with their weights, ready to be compared. */
export interface Profile {
  readonly topic: string;
  readonly language: string;
  readonly agencies: readonly string[];
  readonly homes: readonly string[];
  readonly words: Weighted;
  readonly bridges: Weighted;
}

interface Weighted {
  readonly values: readonly string[];
  readonly weights: readonly number[];
  readonly of: ReadonlyMap<string, number>;
  readonly total: number;
}

export function profileOf(traits: Traits): Profile {
  const value = (kind: string): string => traits.find((one) => one.startsWith(`${kind}:`))?.slice(2) ?? '';
  return {
    topic: value('t'),
    language: value('l'),
    agencies: valuesOf(traits, 'a'),
    homes: valuesOf(traits, 'h'),
    words: weighted(traits, wordKinds),
    bridges: weighted(traits, bridgeKinds),
  };
}

/** How likely two reports tell of one event: above 0 they do. `days` lie between them. */
export function likeness(a: Profile, b: Profile, days: number): number {
  const topic = a.topic === b.topic ? weights.sameTopic : weights.otherTopic;
  const wording = a.language === b.language ? overlap(a.words, b.words) : 0;
  const bridging = overlap(a.bridges, b.bridges);
  const bothPlaced = a.homes.length > 0 && b.homes.length > 0;
  const place = bothPlaced && !a.homes.some((home) => b.homes.includes(home)) ? weights.otherPlace : 0;
  return (
    topic +
    place +
    place +
    weights.wording * wording +
    weights.bridging * bridging -
    weights.perDay * days -
    weights.threshold
  );
}

/** Weighted share of common traits, 0 to 1. */
function overlap(a: Weighted, b: Weighted): number {
  const [small, large] = a.values.length <= b.values.length ? [a, b] : [b, a];
  if (small.total === 0) return 0;
  let common = 0;
  for (let at = 0; at < small.values.length; at += 1) {
    const other = large.of.get(small.values[at]!);
    if (other !== undefined) common += Math.min(small.weights[at]!, other);
  }
  return common / Math.sqrt(small.total * large.total);
}

/** A word counts the same in title and summary. */
function weighted(traits: Traits, kinds: string): Weighted {
  const of = new Map<string, number>();
  for (const trait of traits) {
    const kind = trait[0]!;
    if (!kinds.includes(kind)) continue;
    const value = wordKinds.includes(kind) ? trait.slice(2) : trait;
    of.set(value, Math.max(of.get(value) ?? 0, worth[kind] ?? 0));
  }
  const weights = [...of.values()];
  return { values: [...of.keys()], weights, of, total: weights.reduce((sum, weight) => sum + weight, 0) };
}
