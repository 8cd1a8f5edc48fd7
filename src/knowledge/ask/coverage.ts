import type { EntityMention } from './entities.ts';
import { type Evidence, type Library, weightOf } from './library.ts';
import { datesFit, isCommon, isKnown, isSaying, names, shareOf, speaks } from './match.ts';
import type { Query } from './query.ts';
import { speechTerms } from './speech-terms.ts';
import { termOf } from './terms.ts';

/**
 * What claims are about, by the names of their kinds. Each stands in many claims and so would tell little, yet a claim
 * without the one that is asked about is about something else.
 */
export const eventTerms: ReadonlySet<string> = new Set(
  ['ceasefire', 'talks', 'airstrike', 'attack', 'violence', 'mediation', 'kill', 'extend'].map(termOf),
);

/** Weights are shares of what a word weighs that no claim has, so that they hold for a dataset of any size. */
const share = {
  event: 0.8,
  least: 0.4,
  date: 0.3,
  /** A word that no claim has: another way to put it; the same in a question of who, when or whether; a thing. */
  unknown: { wording: 0.5, deed: 1, thing: 1.2 },
};
/** Times the weight: a clause that only says when or why, and what somebody's words may be called. */
const aside = 0.35;
/** What a question of what only puts in other words than the claim. */
const reworded = 0.5;
/** What whoever is asked for did: without it, "who" has no answer. */
const deed = 2;

/** How much of what a question names stands in a claim, 0 to 1: rare things weigh more, ordinary words less. */
export function coverageOf(
  library: Library,
  query: Query,
  evidence: Evidence,
): { coverage: number; dateFit: number } {
  const most = library.mostWeight;
  let asked = 0;
  let covered = 0;
  const count = (weight: number, part: number) => {
    asked += weight;
    covered += weight * part;
  };
  const isSpeaker = speaks(library, query, evidence);
  const weights = weightsOf(library, query);
  for (const { term, common, there, missing } of weights.terms) {
    const part = shareOf(evidence, term, query.asks);
    // Half the claims are about the talks: what somebody said of them is told without the word.
    if (part === 0 && isSpeaker && common) continue;
    const isOtherwise =
      part === 0 &&
      ((isSpeaker && speechTerms.has(term)) || (term === query.deed && isSaying(term, evidence)));
    count(part > 0 ? there : missing * (isOtherwise ? aside : 1), part);
  }
  for (const { mention, common, weight } of weights.entities) {
    const isThere = names(evidence, mention);
    if (!isThere && isSpeaker && common) continue;
    const isNear = !isThere && mention.ids.some((id) => evidence.nearby.has(id));
    count(weight, isThere ? 1 : isNear ? 0.8 : 0);
  }
  const dateFit = datesFit(query.dates.mentions, evidence);
  if (query.dates.mentions.length > 0) count(share.date * most, dateFit);
  return { coverage: asked === 0 ? 0 : covered / asked, dateFit };
}

/** What the parts of a question weigh: the same for all claims. */
interface Weights {
  readonly terms: readonly {
    readonly term: string;
    readonly common: boolean;
    /** In a claim that has it, and in one that has not. */
    readonly there: number;
    readonly missing: number;
  }[];
  readonly entities: readonly {
    readonly mention: EntityMention;
    readonly common: boolean;
    readonly weight: number;
  }[];
}
const weighed = new WeakMap<Query, Weights>();

function weightsOf(library: Library, query: Query): Weights {
  const known = weighed.get(query);
  if (known) return known;
  const weights = {
    terms: query.terms.map((term) => ({
      term,
      common: isCommon(library, term),
      there: termWeight(library, query, term, true),
      missing: termWeight(library, query, term, false),
    })),
    entities: query.entities.map((mention) => ({
      mention,
      common: mention.ids.some((id) => isCommon(library, `@${id}`)),
      weight: entityWeight(library, mention),
    })),
  };
  weighed.set(query, weights);
  return weights;
}

function termWeight(library: Library, query: Query, term: string, isThere: boolean): number {
  const most = library.mostWeight;
  const { asks, asides, things, text } = query;
  const isOpen = asks === 'what' && !text.startsWith('which ');
  const times = (asides.has(term) ? aside : 1) * (asks === 'who' && term === query.deed ? deed : 1);
  if (!isKnown(library, term)) {
    const kind = things.has(term) ? 'thing' : isOpen ? 'wording' : 'deed';
    return share.unknown[kind] * most * times;
  }
  const least = (eventTerms.has(term) ? share.event : share.least) * most;
  const isReworded = !isThere && isOpen && !things.has(term);
  return Math.max(least, weightOf(library, term)) * times * (isReworded ? reworded : 1);
}

function entityWeight(library: Library, { ids }: EntityMention): number {
  return Math.min(...ids.map((id) => weightOf(library, `@${id}`)));
}
