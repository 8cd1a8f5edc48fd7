import { plainly, type Traits } from './signature.ts';

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
  otherTopic: -0.22,
  /** One tells the other's topic beside its own. */
  besideTopic: -0.2,
  wording: 0.8,
  /** Share of it that counts where another topic is no more than supposed. */
  looseWording: 0.7,
  /** Words that both must have in common beyond a share of few. */
  wordRoom: 1.5,
  bridging: 0.75,
  /** Each names a place of its own. */
  otherPlace: -0.3,
  /** Each says in its title where it happened, or which of several meetings it was. */
  otherEvent: -1,
  perDay: 0.2,
  /** Each day after the first: what is told anew later happened anew. */
  perLaterDay: 0.4,
  threshold: 0.3,
};

/** Traits with their weights, ready to be compared. */
export interface Profile {
  readonly topic: string;
  /** Topics told beside it. */
  readonly beside: readonly string[];
  /** The title has a word for what became of the talks or the truce. */
  readonly isPlain: boolean;
  readonly language: string;
  readonly agencies: readonly string[];
  readonly homes: readonly string[];
  /** Those of the title. */
  readonly sites: readonly string[];
  readonly rounds: readonly string[];
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
  const words = new Map<string, number>();
  const bridges: string[] = [];
  const bridgeWeights: number[] = [];
  const said: Record<string, string[]> = { t: [], o: [], l: [], a: [], h: [], e: [], i: [] };
  // In one pass: it is made for every item that is placed.
  for (const trait of traits) {
    const kind = trait[0]!;
    const weight = worth[kind];
    if (weight === undefined) said[kind]?.push(trait.slice(2));
    else if (wordKinds.includes(kind)) {
      const word = trait.slice(2);
      // A word counts the same in title and summary.
      if (weight > (words.get(word) ?? 0)) words.set(word, weight);
    } else {
      bridges.push(trait);
      bridgeWeights.push(weight);
    }
  }
  const { t, o, l, a, h, e, i } = said;
  return {
    topic: t![0] ?? '',
    beside: o!,
    isPlain: traits.includes(plainly),
    language: l![0] ?? '',
    agencies: a!,
    homes: h!,
    sites: e!,
    rounds: i!,
    words: weighted([...words.keys()], [...words.values()]),
    bridges: weighted(bridges, bridgeWeights),
  };
}

const weighted = (values: readonly string[], weights: readonly number[]): Weighted => ({
  values,
  weights,
  total: weights.reduce((sum, weight) => sum + weight, 0),
});

/** How likely two reports tell of one event: above 0 they do. `days` lie between them. */
export function likeness(a: Profile, b: Profile, common: Common, days: number): number {
  const isElsewhere = areApart(a, b);
  const place = isElsewhere ? weights.otherEvent : differ(a.homes, b.homes) ? weights.otherPlace : 0;
  const wording =
    a.language === b.language && !isElsewhere
      ? share(common.words, a.words, b.words, weights.wordRoom) * wordingWorth(a, b)
      : 0;
  return (
    topicWorth(a, b) +
    place +
    weights.wording * wording +
    weights.bridging * share(common.bridges, a.bridges, b.bridges) -
    weights.perDay * days -
    weights.perLaterDay * Math.max(0, days - 1) -
    weights.threshold
  );
}

function topicWorth(a: Profile, b: Profile): number {
  if (a.topic !== b.topic) return tellsOf(a, b) ? weights.besideTopic : weights.otherTopic;
  return a.topic === 'talks' ? weights.sameTalks : weights.sameTopic;
}

/** "Extends truce with X", "ends truce with X": all words but one are the same, and that one is the news. */
function wordingWorth(a: Profile, b: Profile): number {
  if (a.topic === b.topic || tellsOf(a, b)) return 1;
  return a.isPlain || b.isPlain ? 0 : weights.looseWording;
}

const tellsOf = (a: Profile, b: Profile): boolean => a.beside.includes(b.topic) || b.beside.includes(a.topic);

/** The same truce may be told as new and as a longer one. */
const lasting: ReadonlySet<string> = new Set(['truce_declared', 'truce_extended']);

/** Whether two reports tell of different steps of the affair, each in so many words: then they are of two events. */
export const areOfTwoSteps = (a: Profile, b: Profile): boolean =>
  a.topic !== b.topic &&
  a.isPlain &&
  b.isPlain &&
  !tellsOf(a, b) &&
  !(lasting.has(a.topic) && lasting.has(b.topic));

/** Whether each says that it was elsewhere, or another of several meetings. */
const areApart = (a: Profile, b: Profile): boolean =>
  (differ(a.sites, b.sites) && differ(a.homes, b.homes)) || differ(a.rounds, b.rounds);

/** Whether a notice may speak of a report: both name the party and the deed, and nothing is said that parts them. */
export const mayMean = (notice: Profile, report: Profile): boolean =>
  !areApart(notice, report) &&
  ['bn', 'x'].every((kinds) =>
    notice.bridges.values.some((trait) => kinds.includes(trait[0]!) && report.bridges.values.includes(trait)),
  );

/** Both have some, and none in common. */
const differ = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && b.length > 0 && !a.some((one) => b.includes(one));

/** Weighted share of common traits, 0 to 1; less by as much as `room` where there are few. */
const share = (common: number, a: Weighted, b: Weighted, room = 0): number =>
  common === 0 ? 0 : common / (Math.sqrt(a.total * b.total) + room);
