import type { Query } from './query.ts';
import { ceasefireTerm, isAboutCeasefire } from './rounds.ts';
import { termOf } from './terms.ts';

const questionWords =
  "who|whos|who's|whom|whose|what|wat|wats|what's|when|wen|where|why|y|how|which|was|were|is|are|did|does|do|has|have|had";
const joint = new RegExp(
  `[?;]+\\s+(?:and\\s+|but\\s+)?(?=\\S)|,?\\s+(?:and|but|n|nd|&)\\s+(?=(?:(?:by|on|in|at|for|to|from|with|until|since)\\s+)?(?:${questionWords})\\b)|,\\s+(?=(?:${questionWords})\\s+\\S+\\s+\\S)`,
  'i',
);
const asks = new RegExp(
  `\\b(?:${questionWords})\\b|^\\s*(?:tell|give|name|list|explain|describe|show)\\b`,
  'i',
);
/** More would be a list of questions and no question. */
const most = 3;

/** "… what do the articles say" asks nothing of its own. */
const onDocuments =
  /^\s*(?:what|wat|wut) (?:do|does|did) (?:(?:the|these|those|both|your) )*(?:articles?|reports?|sources?|documents?|papers?|texts?) (?:say|tell)(?: about (?:it|this|that))?\W*$/i;

/** "When and where was it agreed?" */
const twice =
  /^(who|whom|when|where|why|how) (?:and|n|&) (who|whom|when|where|why|how) ((?:was|were|is|are|did|does|do|has|have|had) .+)$/i;

/** "What do X and Y say about it?": each for themselves. */
const ofBoth =
  /^(what|how) (do|does|did) (.+?) and (.+?) (say|think|claim|tell|call|describe|give|want|demand)\b(.*)$/i;

/** "When did it begin, and who announced it?" is two questions; one that is not coordinated is itself alone. */
export function partsOf(question: string): readonly string[] {
  const [, one, other, rest] = twice.exec(question.trim()) ?? [];
  if (rest !== undefined) return [`${one} ${rest}`, `${other} ${rest}`];
  const [, what, aux, first, second, verb, topic] = ofBoth.exec(question.trim()) ?? [];
  if (what !== undefined) return [first, second].map((whom) => `${what} ${aux} ${whom} ${verb}${topic}`);
  const parts = question.split(joint).filter((part) => /\p{L}/u.test(part) && !onDocuments.test(part));
  const isSplit = parts.length > 1 && parts.length <= most && parts.every((part) => asks.test(part));
  return isSplit ? parts : [question];
}

const refersBack =
  /\b(?:it|its|they|them|their|theirs|he|him|his|she|her|hers|this|that|these|those|one|same|there|so|both|reply|answer)\b/;

/** It takes only the time from what went before. */
const timeBefore = /\b(?:that|this|the same) (?:day|week|month|year|time)\b/g;

/** What says which ceasefire a part is about: its naming dates, else those it tells of. */
function namesOf({ naming, dates }: Query): Query['naming'] {
  return naming.size > 0 ? naming : new Set(dates.mentions);
}

const consequences = new Set(['kill', 'wound', 'responsible', 'extend', 'fail'].map(termOf));

/** "How many died", "was anybody wounded", with nothing of its own: of what the first part is about. */
function isSequel({ terms, entities, dates }: Query): boolean {
  return entities.length + dates.mentions.length === 0 && terms.every((term) => consequences.has(term));
}

/** "… and who in 2022?" asks the same again, of another time. */
export function asksAgain({ asks, terms, entities, dates }: Query): boolean {
  return asks !== 'yesno' && terms.length + entities.length === 0 && dates.mentions.length > 0;
}

/** A later part with what it leaves to the first: its time, whom it is about, and what "it" stands for. */
export function carriedOver(first: Query, later: Query): Query {
  const isBare = later.terms.length + later.entities.length === 0;
  const isWhole = isBare || isSequel(later);
  const isBound = isWhole || refersBack.test(later.text.replace(timeBefore, ''));
  const entities = later.entities.length > 0 || !isBound ? later.entities : first.entities;
  const time = later.dates.mentions.length > 0 ? later.dates : first.dates;
  if (!isBound) return { ...later, entities, dates: time };
  // "It" is the ceasefire that the first part names by a date, or tells of.
  const isSame = isAboutCeasefire(first) && !isAboutCeasefire(later) && !asksAgain(later);
  const naming = isSame ? namesOf(first) : later.naming;
  const dates = { ...time, mentions: [...new Set([...(isSame ? naming : []), ...time.mentions])] };
  const before =
    isAboutCeasefire(first) && !asksAgain(later)
      ? [ceasefireTerm]
      : first.terms.filter((term) => !first.asides.has(term));
  const carried = before.filter((term) => !later.terms.includes(term));
  return {
    ...later,
    entities,
    dates,
    naming,
    terms: [...later.terms, ...carried],
    asides: isWhole || isAboutCeasefire(first) ? later.asides : new Set([...later.asides, ...carried]),
    things: isBare ? first.things : later.things,
  };
}
