import type { Traits } from './signature.ts';

/** What each kind of trait is worth when both have it. */
const worth: Readonly<Record<string, number>> = {
  w: 1,
  s: 0.6,
  v: 0.25,
  n: 1.4,
  c: 1,
  p: 1,
  q: 1.2,
  d: 0.8,
  x: 0.3,
  b: 0.1,
};
const wordKinds = 'wsv';

/** Tuned on labelled items; a day apart must be made up for by what both say. */
const weights = {
  sameTopic: 0.4,
  /** Of talks there are more than of truces: several a day. */
  sameTalks: 0.3,
  otherTopic: -0.28,
  wording: 0.8,
  bridging: 0.75,
  /** Each names a place of its own. */
  otherPlace: -0.4,
  perDay: 0.25,
  threshold: 0.3,
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

/** Different values, each with its weight. */
export interface Weighted {
  readonly values: readonly string[];
  readonly weights: readonly number[];
  readonly total: number;
}

/** The weights that two profiles have in common. */
export interface Common {
  readonly words: number;
  readonly bridges: number;
}

export function profileOf(traits: Traits): Profile {
  let [topic, language] = ['', ''];
  const agencies: string[] = [];
  const homes: string[] = [];
  const words = new Map<string, number>();
  const bridges = new Map<string, number>();
  for (const trait of traits) {
    const kind = trait[0]!;
    if (kind === 't') topic ||= trait.slice(2);
    else if (kind === 'l') language ||= trait.slice(2);
    else if (kind === 'a') agencies.push(trait.slice(2));
    else if (kind === 'h') homes.push(trait.slice(2));
    const weight = worth[kind];
    if (weight === undefined) continue;
    const [of, value] = wordKinds.includes(kind) ? [words, trait.slice(2)] : [bridges, trait];
    // A word counts the same in title and summary.
    if (weight > (of.get(value) ?? 0)) of.set(value, weight);
  }
  return { topic, language, agencies, homes, words: weighted(words), bridges: weighted(bridges) };
}

function weighted(of: ReadonlyMap<string, number>): Weighted {
  const weights = [...of.values()];
  return { values: [...of.keys()], weights, total: weights.reduce((sum, weight) => sum + weight, 0) };
}

/** How likely two reports tell of one event: above 0 they do. `days` lie between them. */
export function likeness(a: Profile, b: Profile, common: Common, days: number): number {
  const same = a.topic === 'talks' ? weights.sameTalks : weights.sameTopic;
  const topic = a.topic === b.topic ? same : weights.otherTopic;
  const wording = a.language === b.language ? share(common.words, a.words, b.words) : 0;
  const bridging = share(common.bridges, a.bridges, b.bridges);
  const bothPlaced = a.homes.length > 0 && b.homes.length > 0;
  const place = bothPlaced && !a.homes.some((home) => b.homes.includes(home)) ? weights.otherPlace : 0;
  return (
    topic +
    place +
    weights.wording * wording +
    weights.bridging * bridging -
    weights.perDay * days -
    weights.threshold
  );
}

/** Weighted share of common traits, 0 to 1. */
const share = (common: number, a: Weighted, b: Weighted): number =>
  common === 0 ? 0 : common / Math.sqrt(a.total * b.total);
