import { answering } from './clause.ts';
import { conceptOf } from './concepts.ts';
import { eventTerms } from './coverage.ts';
import { doesAny } from './doer.ts';
import type { EntityMention } from './entities.ts';
import { type Library, weightOf } from './library.ts';
import { byContext, byContrary, byNear, isCommon, isSaying, names, shareOf, speaks } from './match.ts';
import { said } from './persons-asked.ts';
import type { Query } from './query.ts';
import type { Asks } from './question-type.ts';
import type { Hit } from './retrieve.ts';
import { fillsSlot } from './slots.ts';
import { speechTerms } from './speech-terms.ts';
import { termOf, termsOf } from './terms.ts';

/** Less of what a question names than this in a claim, and it does not settle the question. */
const enough = 0.62;
/** What is told in answer to "what" may be put in many ways; a figure belongs to the very thing that is counted. */
const enoughFor: ReadonlyMap<Asks, number> = new Map([
  ['what', 0.55],
  ['why', 0.6],
  ['yesno', 0.66],
  ['where', 0.5],
  ['who', 0.68],
  ['count', 0.8],
  ['duration', 0.8],
]);

/** Whether a claim answers the question, and not only comes near: its words, its time, and the kind of thing asked for. */
export function settles(library: Library, query: Query, hit: Hit): boolean {
  return isCovered(library, query, hit) && isOfTime(query, hit) && fillsSlot(library, query, hit.evidence);
}

function isCovered(library: Library, query: Query, { coverage, evidence }: Hit): boolean {
  return (
    coverage >= (enoughFor.get(query.asks) ?? enough) &&
    touchesWhatIsAsked(library, query, evidence) &&
    musts(query, evidence).every((term) => shareOf(evidence, term, query.asks) > byNear) &&
    hasEventAsked(query, evidence) &&
    isInPlaceAsked(library, query, evidence) &&
    namesSubject(library, query, evidence) &&
    hasObject(query, evidence) &&
    tellsDeed(library, query, evidence) &&
    isContraryOfSame(query, evidence) &&
    isOnTopic(query, evidence)
  );
}

/** Another country is never meant by other words, nor is what whoever is asked for did. */
function musts({ abroad, asks, deed, text }: Query, evidence: Hit['evidence']): readonly string[] {
  const isAsked = asks === 'who' || text.startsWith('which ');
  return isAsked && deed !== undefined && !isSaying(deed, evidence) ? [...abroad, deed] : abroad;
}

/** Of what a question asks beside the events of the field and the time, at least something has to be there. */
function touchesWhatIsAsked(library: Library, query: Query, evidence: Hit['evidence']): boolean {
  const { terms, asides, hints, asks } = query;
  const own = terms.filter((term) => !asides.has(term));
  const isThere = (term: string) => shareOf(evidence, term, asks) > 0;
  // What somebody said may go by any word for saying.
  const isSpeaker = speaks(library, query, evidence);
  const telling = own.filter((term) => !eventTerms.has(term) && !(isSpeaker && speechTerms.has(term)));
  const isHinted = hints.some((hint) => !isCommon(library, hint) && isThere(hint));
  if (own.length > 0 && !own.some(isThere) && !isHinted) return false;
  return telling.length === 0 || telling.some(isThere) || isHinted || namesUncommon(library, query, evidence);
}

function namesUncommon(library: Library, { entities }: Query, evidence: Hit['evidence']): boolean {
  return entities.some(
    (mention) => mention.ids.every((id) => !isCommon(library, `@${id}`)) && names(evidence, mention),
  );
}

/** Whether a claim is worth showing where none settles the question. */
export function comesNear(library: Library, query: Query, { evidence }: Hit): boolean {
  return touchesWhatIsAsked(library, query, evidence) || namesUncommon(library, query, evidence);
}

/** The rarest actor of a question is often the only thing that tells it from another. */
function namesSubject(library: Library, query: Query, evidence: Hit['evidence']): boolean {
  const weight = (ids: readonly string[]) => Math.min(...ids.map((id) => weightOf(library, `@${id}`)));
  const isPlace = ({ ids }: EntityMention) =>
    ids.some((id) => library.index.actors.get(id)?.type === 'place');
  const [rarest] = query.entities
    .filter((mention) => !isPlace(mention))
    // "Which militant group" asks for one, whatever else goes by that name.
    .filter(({ text }) => !query.text.includes(`which ${text.toLowerCase()}`))
    // "The militants" may go by another word in the claim.
    .filter(({ text }) => conceptOf(text.toLowerCase()) === undefined)
    .toSorted((a, b) => weight(b.ids) - weight(a.ids));
  const isPerson = (id: string) => library.index.actors.get(id)?.type === 'person';
  const people = query.asks === 'yesno' ? query.entities.filter(({ ids }) => ids.some(isPerson)) : [];
  // Whether one did something to another, or both together, only a claim on both can tell.
  const isDeed = /^(?:did|does|do|has|have|had) /.test(query.text);
  const isTwo = isDeed && !query.isOnWords && query.entities.length === 2;
  const others = isTwo && !query.entities.some(isPlace) ? query.entities : [];
  const subject = rarest && tellsSameOf(library, query, evidence) ? query.clause?.subject : rarest;
  return [...people, ...others, ...(subject ? [subject] : [])].every(
    (mention) =>
      names(evidence, mention) ||
      (query.clause?.subject?.ids === mention.ids && isOutletOf(library, mention.ids, evidence)) ||
      (isOnReply(query) && isAnswerTo(library, mention.ids, evidence)) ||
      (asksForPerson(query) && isKnownBy(library, mention.ids, evidence)),
  );
}

/** "Did X threaten to hit Y in Z": where X does so, and Z is named, the claim may leave out Y. */
function tellsSameOf(
  library: Library,
  { asks, clause, entities }: Query,
  evidence: Hit['evidence'],
): boolean {
  const { subject, verb } = clause ?? {};
  if (asks !== 'yesno' || subject === undefined || verb === undefined) return false;
  const term = termOf(verb);
  const named = entities.filter((mention) => mention.ids !== subject.ids && names(evidence, mention));
  return (
    entities.length > 2 &&
    named.length > 0 &&
    evidence.terms.has(term) &&
    doesAny(library, subject, evidence.claim.summary, (word) => termOf(word) === term) === true
  );
}

function asksForPerson({ asks, text }: Query): boolean {
  return asks === 'who' || /^which \w+/.test(text);
}

/** "Whom X shot, and who won a prize": the other claims on somebody whom a claim is about name X. */
function isKnownBy(
  { index, evidence: known }: Library,
  ids: readonly string[],
  { claim }: Hit['evidence'],
): boolean {
  return claim.actors.some((id) => {
    const actor = index.actors.get(id);
    if (actor?.type !== 'person' || claim.assertedBy.includes(id)) return false;
    return actor.claims.some((other) => ids.some((each) => known.get(other)?.entities.has(each)));
  });
}

/** "How does the agency describe …": what its document says in its own voice need not name it. */
function isOutletOf({ index }: Library, ids: readonly string[], { claim }: Hit['evidence']): boolean {
  const agency = index.sources.get(claim.source)?.agency;
  return (
    claim.attribution === 'newsroom' &&
    agency !== undefined &&
    ids.some((id) => index.actors.get(id)?.name === agency)
  );
}

function isOnReply({ terms, clause }: Query): boolean {
  return terms.includes('deny') || answering.test(clause?.verb ?? '');
}

/** A denial stands on the other side of a dispute from whom it denies, and need not name them. */
function isAnswerTo({ index }: Library, ids: readonly string[], { disputes }: Hit['evidence']): boolean {
  return disputes.some(({ sides }) =>
    sides.some(({ claims }) =>
      claims.some((id) => index.claims.get(id)?.assertedBy.some((speaker) => ids.includes(speaker))),
    ),
  );
}

const violent: ReadonlySet<string> = new Set(['airstrike', 'attack', 'violence', 'kill'].map(termOf));

/** An undated claim tells what was so up to a time, and nothing of that time itself. */
function isOfTime({ asks, dates, text }: Query, { dateFit, evidence }: Hit): boolean {
  const { mentions } = dates;
  if (mentions.length === 0) return true;
  if (/\bbeyond\b/.test(text)) {
    const from = evidence.range?.earliest ?? '';
    return mentions.some(({ ranges }) => ranges.some(({ latest }) => from > latest));
  }
  const isUpTo = mentions.every(
    ({ before, text: written }) => before || text.includes(`by ${written.toLowerCase()}`),
  );
  return dateFit >= (isUpTo && !['who', 'when', 'count'].includes(asks) ? 0.5 : 0.8);
}

const comment = termOf('comment');
const questionWord = /^(?:who|whom|what|when|where|why|how)$/;

/** Verbs that say little by themselves: "get angry", "take part". */
const light: ReadonlySet<string> = new Set(
  'say tell think mean feel get come go make take give hold become keep want use see know find call bring explain try suffer level step reach'
    .split(' ')
    .map(termOf),
);

const intending = /\b(?:expect|hope|plan|intend|wish|agree|refuse|promise)(?:e?d)?\b.*? to (\w+)/;

/** "Did X apologise", "why did X apologise": what X is said to do has to be there, and, if it is asked why, done by X. */
function tellsDeed(
  library: Library,
  { clause, asks, terms, text }: Query,
  evidence: Hit['evidence'],
): boolean {
  // "Did X expect it to succeed"
  const [, goal = ''] = intending.exec(text) ?? [];
  if (asks === 'yesno' && terms.includes(termOf(goal)) && shareOf(evidence, termOf(goal), asks) === 0)
    return false;
  const last = clause?.subject === undefined ? clause?.nouns.at(-1) : undefined;
  const noun = last === undefined ? undefined : termOf(last);
  if (asks === 'yesno' && noun !== undefined && terms.includes(noun) && shareOf(evidence, noun, asks) === 0)
    return false;
  if (clause?.verb === undefined) return true;
  // "Which law did X pass"
  const isOfThing = clause.asker !== undefined && !questionWord.test(clause.asker);
  if (!isOfThing && !['yesno', 'why', 'when'].includes(asks)) return true;
  const term = termOf(clause.verb);
  if (
    (asks !== 'why' && !terms.includes(term)) ||
    light.has(term) ||
    (clause.subject && speechTerms.has(term))
  )
    return true;
  if (evidence.terms.has(comment) && said.test(clause.verb)) return true;
  if (shareOf(evidence, term, asks) <= byNear) return false;
  const { subject } = clause;
  if (asks === 'yesno' && subject !== undefined && onlyTells(subject, evidence)) return false;
  return (
    !['why', 'when'].includes(asks) ||
    subject === undefined ||
    doesAny(library, subject, evidence.claim.summary, (word) => termOf(word) === term) !== false
  );
}

/** "Did X support it": that X opposes something else does not tell. */
function isContraryOfSame({ terms, asides, asks }: Query, evidence: Hit['evidence']): boolean {
  const shares = terms.filter((term) => !asides.has(term)).map((term) => shareOf(evidence, term, asks));
  return !shares.includes(byContrary) || shares.every((share) => share >= byNear);
}

/** "Did X travel": that X tells of somebody who did does not say. */
function onlyTells({ ids }: EntityMention, { claim, entities }: Hit['evidence']): boolean {
  const isTold = ids.some((id) => entities.has(id) && !claim.assertedBy.includes(id));
  return !isTold && ids.some((id) => claim.assertedBy.includes(id) && !claim.actors.includes(id));
}

const around: ReadonlySet<string> = new Set(['ceasefire', 'talks'].map(termOf));
const topicAsked =
  /\b(?:say|said|says|tell|told|think|thinks|thought|comment|commented|speak|spoke|write|wrote|tweet|tweeted)\b.*?\b(?:about|regarding|concerning|on|of)\b (.*)$/;

/** "What did X say about Y": what X said of other things does not tell. */
function isOnTopic({ text, terms, entities, asides, asks }: Query, evidence: Hit['evidence']): boolean {
  const topic = topicAsked.exec(text)?.[1];
  if (topic === undefined) return true;
  const asked = new Set(termsOf(topic));
  const own = terms.filter((term) => asked.has(term) && !asides.has(term));
  const named = entities.filter((mention) => topic.includes(mention.text.toLowerCase()));
  // Half of all that is said is on the talks and the truce, whether it names them or not.
  if (own.length > 0)
    return own.some((term) => around.has(term) || shareOf(evidence, term, asks) > byContext);
  return named.length === 0 || named.some((mention) => names(evidence, mention));
}

/** "Who guarded the negotiators": whom or what it was done to has to be there. */
function hasObject({ asks, object, asides, text }: Query, evidence: Hit['evidence']): boolean {
  if (object === undefined || asides.has(object) || !/^(?:who|which) /.test(text)) return true;
  return shareOf(evidence, object, asks) > byContext;
}

/** Who, when or how many "in" a place: what is told of anywhere does not say. */
function isInPlaceAsked(
  { index }: Library,
  { asks, entities, text }: Query,
  evidence: Hit['evidence'],
): boolean {
  if (!['who', 'when', 'count'].includes(asks)) return true;
  return entities.every((mention) => {
    const isPlace = mention.ids.some((id) => index.actors.get(id)?.type === 'place');
    const isPure = mention.ids.every((id) => index.actors.get(id)?.type === 'place');
    const isIn = isPlace && (isPure || text.includes(`in ${mention.text.toLowerCase()}`));
    return !isIn || names(evidence, mention) || mention.ids.some((id) => evidence.nearby.has(id));
  });
}

/** "Who was killed in …": another event of that commander, or that place, does not say. */
function hasEventAsked({ asks, text, terms, asides }: Query, evidence: Hit['evidence']): boolean {
  if (asks !== 'who' || !/^(?:who|which) /.test(text)) return true;
  return terms.every(
    (term) => !violent.has(term) || asides.has(term) || shareOf(evidence, term, asks) > byContext,
  );
}
