import type { Claim } from '../../schema/dataset.ts';
import { type DateMention, overlaps } from './date-mentions.ts';
import type { EntityMention } from './entities.ts';
import { type Evidence, type Library, weightOf } from './library.ts';
import type { Query } from './query.ts';
import type { Asks } from './question-type.ts';
import { relatedTo } from './related.ts';
import { termOf, termsOf } from './terms.ts';

/** A claim and how well it fits a question. */
export interface Hit {
  readonly evidence: Evidence;
  /** Share of what the question names that stands in the claim, 0 to 1, rare things weighing more. */
  readonly coverage: number;
  readonly score: number;
  /** How many of the question's own terms are not in the claim, asides apart. */
  readonly missed: number;
  /** 1: of the time asked about; 0.5: undated; 0: of another time. */
  readonly dateFit: number;
}

/** How many claims are looked at closely; the search has ranked them by their words. */
const candidates = 60;
/** How many entries of the index one search may touch: keeps a search in a large dataset short. */
const searchBudget = 3000;

/** Claims that fit, best first. */
export function retrieve(library: Library, query: Query): readonly Hit[] {
  const { terms, entities } = query;
  const keys = rarest(library, [
    ...terms,
    ...terms.flatMap((term) => (library.frequency.has(term) ? [] : [...relatedTo(term)])),
    ...query.hints,
    ...entities.flatMap(({ ids }) => ids.map((id) => `@${id}`)),
  ]);
  const found = library.search(keys, candidates);
  return found.map((evidence) => rate(library, query, evidence)).toSorted((a, b) => b.score - a.score);
}

/** How far a claim has a term: itself, by a near concept, or by what is told of its people and its event. */
export function shareOf({ terms, speakers, context }: Evidence, term: string, asks: Asks): number {
  if (terms.has(term)) return 1;
  if (speakers.has(term)) return 0.9;
  for (const near of relatedTo(term)) if (terms.has(near)) return 0.75;
  return context.has(term) && !exact.has(asks) ? 0.6 : 0;
}

/** A date or a number belongs to the very thing that is asked about. */
const exact: ReadonlySet<Asks> = new Set(['when', 'since', 'until', 'count', 'duration']);

/** Whether any claim could be found by a term. */
export function isKnown({ frequency, known }: Library, term: string): boolean {
  return known.has(term) || [...relatedTo(term)].some((near) => frequency.has(near));
}

/** The keys to search by, the telling ones first; common ones only as long as they stay cheap. */
function rarest(library: Library, keys: readonly string[]): readonly string[] {
  const known = [...new Set(keys)]
    .filter((key) => library.frequency.has(key))
    .toSorted((a, b) => weightOf(library, b) - weightOf(library, a));
  let touched = 0;
  return known.filter((key, at) => {
    touched += library.frequency.get(key) ?? 0;
    return at === 0 || touched <= searchBudget;
  });
}

function rate(library: Library, query: Query, evidence: Evidence): Hit {
  let asked = 0;
  let covered = 0;
  const count = (weight: number, share: number) => {
    asked += weight;
    covered += weight * share;
  };
  let missed = 0;
  const isSpeaker = speaks(library, query, evidence);
  for (const term of query.terms) {
    if (!isKnown(library, term)) continue;
    const isAside = query.asides.has(term);
    const share = shareOf(evidence, term, query.asks);
    // Half the claims are about the talks: what somebody said of them is told without the word.
    if (share === 0 && isSpeaker && isCommon(library, term)) continue;
    const isOtherwise = share === 0 && isSpeaker && speechTerms.has(term);
    count(weightOf(library, term) * (isAside || isOtherwise ? 0.35 : 1), share);
    if (!isAside && !isOtherwise && share === 0) missed++;
  }
  for (const mention of query.entities) {
    const isThere = names(evidence, mention);
    if (!isThere && isSpeaker && mention.ids.some((id) => isCommon(library, `@${id}`))) continue;
    const isNear = !isThere && mention.ids.some((id) => evidence.nearby.has(id));
    count(entityWeight(library, mention), isThere ? 1 : isNear ? 0.8 : 0);
  }
  const dateFit = datesFit(query.dates.mentions, evidence);
  if (query.dates.mentions.length > 0) count(1.5, dateFit);
  const coverage = asked === 0 ? 0 : covered / asked;
  // Of two claims that cover the question, the one that says less beside it answers more plainly.
  const spare = Math.min(evidence.terms.size, 40) / 40;
  const hinted = query.hints.filter((term) => evidence.terms.has(term));
  const hints = Math.min(
    2.5,
    hinted.reduce((sum, term) => sum + weightOf(library, term) * 0.35, 0),
  );
  // "Besides X" is about others.
  const isExcepted = query.excepted.some((id) => evidence.entities.has(id));
  const score = (isExcepted ? -5 : 0) + coverage * 10 + hints + boost(library, query, evidence) - spare * 0.6;
  return { evidence, coverage, score, missed, dateFit };
}

/** What somebody says may be called a statement, a wish or a complaint. */
export const speechTerms: ReadonlySet<string> = new Set(
  ['statement', 'complain', 'demand', 'criticise', 'oppose', 'message', 'expect'].map(termOf),
);

/** In so many claims that it tells little. */
export function isCommon(library: Library, term: string): boolean {
  return (library.frequency.get(term) ?? 0) > library.evidence.size * 0.15;
}

/** Whether a person the question names, or whom it describes, asserts this claim. */
function speaks(
  { index }: Library,
  { terms, entities, text }: Query,
  { claim, speakers }: Evidence,
): boolean {
  if (terms.some((term) => speakers.has(term))) return true;
  return claim.assertedBy.some((id) => {
    const isMeant = entities.some(({ ids }) => ids.includes(id));
    return isMeant && (index.actors.get(id)?.type === 'person' || asksSpeech.test(text));
  });
}

function entityWeight(library: Library, { ids }: EntityMention): number {
  return Math.min(...ids.map((id) => weightOf(library, `@${id}`)));
}

export function names(evidence: Evidence, mention: EntityMention): boolean {
  return (
    mention.ids.some((id) => evidence.entities.has(id)) ||
    termsOf(mention.text).every((term) => evidence.terms.has(term))
  );
}

/** 1: of that time; 0.5: undated; 0: of another time. */
function datesFit(mentions: readonly DateMention[], evidence: Evidence): number {
  if (mentions.length === 0) return 1;
  const shares = mentions.map((mention) => {
    // "In 2021" does not say that it was on the day asked about.
    const isVague = mention.precision === 'day' && evidence.claim.date.precision === 'year';
    if (evidence.range && overlaps(mention, evidence.range)) return isVague ? 0.5 : 1;
    if (mention.before) return evidence.range ? 0 : 0.5;
    const years = mention.ranges.map(({ earliest }) => earliest.slice(0, 4));
    const written = termsOf(mention.text).filter((term) => !/^(?:on|of|st|nd|rd|th)$/.test(term));
    if (written.every((term) => evidence.terms.has(term))) return 1;
    if (mention.precision === 'year' && years.some((year) => evidence.terms.has(year))) return 0.8;
    return evidence.range ? 0 : 0.5;
  });
  return Math.max(...shares);
}

const kindsFor: ReadonlyMap<string, readonly Claim['kind'][]> = new Map(
  Object.entries<readonly Claim['kind'][]>({
    mediation: ['mediation', 'denial'],
    deny: ['denial'],
    demand: ['demand'],
    extend: ['ceasefire_extension'],
    start: ['ceasefire_start'],
    end: ['ceasefire_end'],
    kill: ['casualty_figure', 'killing'],
    airstrike: ['airstrike'],
    talks: ['talks'],
    attack: ['attack'],
  }),
);

const asksSpeech =
  /\b(?:say|said|says|tell|told|claims?|claimed|think|thought|view|views|position|opinion|react\w*|respon\w*|repl(?:y|ied)|comment\w*|warn\w*|urged?|ask(?:s|ed)?|insist\w*|tweet\w*|describ\w*|call(?:s|ed)?|according|announce|deny|denied|accuse|accused|demand|demanded)\b/;

function boost(library: Library, query: Query, { claim, entities, range, terms }: Evidence): number {
  let sum = 0;
  if (
    query.terms.includes('announce') &&
    query.terms.includes('ceasefire') &&
    claim.kind === 'ceasefire_declared'
  )
    sum += 0.8;
  for (const term of query.terms) if (kindsFor.get(term)?.includes(claim.kind)) sum += 0.8;
  const people = query.entities.filter(({ ids }) => ids.some((id) => isPerson(library, id)));
  const speakers = (people.length > 0 ? people : query.entities).filter(({ ids }) =>
    ids.some((id) => claim.assertedBy.includes(id)),
  );
  if (asksSpeech.test(query.text) && speakers.length > 0) sum += people.length > 0 ? 2 : 1;
  // Silence is an answer to whether somebody commented.
  if (query.terms.includes('comment') && terms.has('comment')) sum += 2;
  if (query.asks === 'condition' && /\b(?:if|unless|in exchange|must)\b/.test(claim.summary)) sum += 3;
  if (query.asks === 'count' && hasFigure(claim)) sum += 3;
  if ((query.asks === 'when' || query.asks === 'since') && range) sum += 0.7;
  if (query.asks === 'until' && claim.kind === 'ceasefire_end') sum += 0.5;
  if (query.asks === 'where' && namesPlace(library, entities)) sum += 1.5;
  if (
    query.asks === 'why' &&
    /\b(?:request|because|after|result|due|following|led|reason|sign|wants? to|in order to)\b/.test(
      claim.summary,
    )
  )
    sum += 0.8;
  // Whose words they are is part of the answer to "who said".
  if (query.asks === 'who' && claim.attribution !== 'newsroom' && asksSpeech.test(query.text)) sum += 0.6;
  // To "who", a name is a better answer than a source without one.
  if (query.asks === 'who' && claim.assertedBy.every((id) => isUnnamed(library, id))) sum -= 0.8;
  if (entities.size === 0) sum -= 0.2;
  return sum;
}

/** A place, or a platform that stands for one. */
export function namesPlace({ index }: Library, entities: ReadonlySet<string>): boolean {
  return [...entities].some((id) => ['place', 'platform'].includes(index.actors.get(id)?.type ?? ''));
}

function isPerson(library: Library, id: string): boolean {
  return library.index.actors.get(id)?.type === 'person';
}

function isUnnamed({ index }: Library, id: string): boolean {
  return index.actors.get(id)?.type === 'unnamed_source';
}

export const numberWord =
  /\b(?:dozens?|scores|hundreds?|thousands?|several|two|three|four|five|six|seven|eight|nine|ten)\b/i;

/** A number that counts something, not one of a date. */
export function hasFigure(claim: Claim): boolean {
  if (claim.figure) return true;
  const withoutDates = claim.summary
    .replace(/\b(?:19|20)\d\d\b/g, ' ')
    .replace(
      /\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w* \d{1,2}\b/g,
      ' ',
    );
  return /\d/.test(withoutDates) || numberWord.test(withoutDates);
}
