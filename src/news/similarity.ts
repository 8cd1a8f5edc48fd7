import { type Traits, valuesOf } from './signature.ts';

/** Topics that reports of one event are given, beside the same one. */
const neighbours: readonly (readonly [string, string])[] = [
  ['talks', 'truce_declared'],
  ['talks', 'talks_denied'],
  ['talks_failed', 'truce_ended'],
  ['talks_failed', 'talks_denied'],
  ['truce_ended', 'truce_violated'],
  ['talks', 'talks_failed'],
  ['talks', 'truce_extended'],
];

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

export interface Weights {
  readonly sameTopic: number;
  readonly nearTopic: number;
  readonly otherTopic: number;
  readonly wording: number;
  readonly bridging: number;
  readonly perDay: number;
  readonly threshold: number;
  readonly thresholdAcross: number;
}

export const weights: Weights = {
  sameTopic: 0.3,
  nearTopic: 0.1,
  otherTopic: -0.2,
  wording: 1,
  bridging: 0.6,
  perDay: 0.1,
  threshold: 0.4,
  thresholdAcross: 0.4,
};

/** How likely two reports tell of one event: above 0 they do. `days` lie between them. */
export function likeness(a: Traits, b: Traits, days: number): number {
  const [topicA, topicB] = [valuesOf(a, 't')[0]!, valuesOf(b, 't')[0]!];
  const topic =
    topicA === topicB
      ? weights.sameTopic
      : neighbours.some((pair) => pair.includes(topicA) && pair.includes(topicB))
        ? weights.nearTopic
        : weights.otherTopic;
  const sameLanguage = valuesOf(a, 'l')[0] === valuesOf(b, 'l')[0];
  const wording = sameLanguage ? overlap(a, b, 'wsv') : 0;
  const bridging = overlap(a, b, 'npqdxb');
  return (
    topic +
    weights.wording * wording +
    weights.bridging * bridging -
    weights.perDay * days -
    (sameLanguage ? weights.threshold : weights.thresholdAcross)
  );
}

/** Weighted share of common traits in the smaller of both, 0 to 1; a word counts the same in title and summary. */
function overlap(a: Traits, b: Traits, kinds: string): number {
  const [left, right] = [weighted(a, kinds), weighted(b, kinds)];
  let common = 0;
  for (const [value, weight] of left) common += Math.min(weight, right.get(value) ?? 0);
  const smaller = Math.min(total(left), total(right));
  return smaller === 0 ? 0 : common / Math.sqrt(total(left) * total(right));
}

function weighted(traits: Traits, kinds: string): Map<string, number> {
  const result = new Map<string, number>();
  for (const trait of traits) {
    const kind = trait[0]!;
    if (!kinds.includes(kind)) continue;
    const value = kind === 'w' || kind === 's' || kind === 'v' ? trait.slice(2) : trait;
    result.set(value, Math.max(result.get(value) ?? 0, worth[kind] ?? 0));
  }
  return result;
}

const total = (traits: ReadonlyMap<string, number>): number => {
  let sum = 0;
  for (const weight of traits.values()) sum += weight;
  return sum;
};
