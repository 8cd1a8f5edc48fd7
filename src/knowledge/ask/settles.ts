import type { Claim } from '../../schema/dataset.ts';
import { conceptOf } from './concepts.ts';
import { type Library, weightOf, withoutAttribution } from './library.ts';
import type { Query } from './query.ts';
import { asksForDay, asksForHour, placeKindOf } from './question-type.ts';
import {
  type Hit,
  hasFigure,
  isCommon,
  isKnown,
  names,
  namesPlace,
  numberWord,
  shareOf,
  speechTerms,
} from './retrieve.ts';
import { termOf, termsOf, wordsOf } from './terms.ts';

/** Less of what a question names than this in a claim, and it does not settle the question. */
const enough = 0.62;
/** With this much covered, one of the question's terms may be worded otherwise in the claim. */
const ample = 0.8;

/** What somebody demands, or says would be better, has not happened by that. */
function asksWhetherDone({ asks, text, terms, asking }: Query, { summary }: Claim): boolean {
  if (asks === 'yesno') {
    const isWish = /\b(?:would|demanded|called on|urged)\b/.test(summary);
    return (
      isWish &&
      !/\bwould\b/.test(text) &&
      !wishes.some((term) => terms.includes(term) || asking.includes(term))
    );
  }
  return asks === 'count' || asks === 'when' || /^which\b/.test(text);
}

const saysLength = /\b(?:hour|day|week|month|year|decade)s?\b/;
const saysHowLong = /\b(?:hour|day|week|month|year|decade)s?\b|\bsince\b|\buntil\b/;

const wishes = ['demand', 'condition', 'threaten', 'prefer', 'message', 'complain', 'criticise'].map(termOf);

/** Whether a claim answers the question, and not only comes near: its words, its time, and the kind of thing asked for. */
export function settles(library: Library, query: Query, hit: Hit): boolean {
  return (
    coversWords(library, query, hit) && isOfTime(library, query, hit) && hasThingAsked(library, query, hit)
  );
}

function coversWords(library: Library, query: Query, { coverage, missed, evidence }: Hit): boolean {
  const own = query.terms.filter((term) => !query.asides.has(term));
  const strange = own.filter((term) => !isKnown(library, term));
  if (strange.some((term) => query.things.has(term))) return false;
  const telling = own.filter((term) => isKnown(library, term) && !isCommon(library, term));
  // With a word that is nowhere, all the rest has to be there, and something telling among it.
  if (strange.length > 0) {
    if (coverage <= 0.8 || missed > 0) return false;
    const rare = query.entities.filter(({ ids }) => ids.every((id) => !isCommon(library, `@${id}`)));
    const sure = telling.length + rare.length;
    // Who did it, when, or whether: that is about the very word, unless much else fits.
    const isPlain = query.asks === 'what' || query.asks === 'why';
    if (!isPlain) return strange.length === 1 && sure + Math.min(1, query.dates.mentions.length) >= 2;
    return strange.length <= Math.max(1, sure - 1) && hasTelling(library, query, evidence, telling);
  }
  const isReworded =
    query.asks === 'who'
      ? evidence.claim.attribution !== 'newsroom' &&
        own.every((term) => shareOf(evidence, term, query.asks) > 0 || speechTerms.has(term))
      : coverage >= ample || telling.length >= 3;
  const allowed = isReworded ? Math.max(1, Math.floor(telling.length / 3)) : 0;
  return coverage >= enough && missed <= allowed && namesSubject(library, query, evidence);
}

/** The rarest actor of a question is often the only thing that tells it from another. */
function namesSubject(library: Library, query: Query, evidence: Hit['evidence']): boolean {
  const weight = (ids: readonly string[]) => Math.min(...ids.map((id) => weightOf(library, `@${id}`)));
  const [rarest] = query.entities
    .filter(({ ids }) => !ids.some((id) => library.index.actors.get(id)?.type === 'place'))
    // "The militants" may go by another word in the claim.
    .filter(({ text }) => conceptOf(text.toLowerCase()) === undefined)
    .toSorted((a, b) => weight(b.ids) - weight(a.ids));
  // Whether two people did something together only a claim on both can tell.
  const isPerson = (id: string) => library.index.actors.get(id)?.type === 'person';
  const people = query.asks === 'yesno' ? query.entities.filter(({ ids }) => ids.some(isPerson)) : [];
  return [...people, ...(rarest ? [rarest] : [])].every(
    (mention) =>
      names(evidence, mention) ||
      (query.terms.includes('deny') && isAnswerTo(library, mention.ids, evidence)),
  );
}

/** A denial stands on the other side of a dispute from whom it denies, and need not name them. */
function isAnswerTo({ index }: Library, ids: readonly string[], { disputes }: Hit['evidence']): boolean {
  return disputes.some(({ sides }) =>
    sides.some(({ claims }) =>
      claims.some((id) => index.claims.get(id)?.assertedBy.some((speaker) => ids.includes(speaker))),
    ),
  );
}

function hasTelling(
  library: Library,
  { terms, entities, hints }: Query,
  evidence: Hit['evidence'],
  telling: readonly string[],
): boolean {
  if (hints.some((hint) => !isCommon(library, hint) && evidence.terms.has(hint))) return true;
  const named = entities.filter(({ ids }) => ids.every((id) => !isCommon(library, `@${id}`)));
  return telling.length > 0 || (terms.length > 1 && named.length > 0);
}

/** An undated claim does not tell who, when or how many at a certain time, nor what was on a certain day. */
function isOfTime(
  library: Library,
  { asks, dates, terms, text }: Query,
  { dateFit, evidence }: Hit,
): boolean {
  if (dates.mentions.length === 0) return true;
  const { range } = evidence;
  if (/\bbeyond\b/.test(text)) {
    return dates.mentions.some(({ ranges }) => ranges.some(({ latest }) => (range?.earliest ?? '') > latest));
  }
  const isStrict =
    terms.length === 0 ||
    ['who', 'when', 'count'].includes(asks) ||
    dates.mentions.every(({ ranges }) => ranges.every(({ earliest }) => earliest > library.horizon)) ||
    dates.mentions.some(({ precision }) => precision === 'day');
  return isStrict ? dateFit >= 0.8 : dateFit > 0;
}

function hasThingAsked(library: Library, query: Query, { evidence }: Hit): boolean {
  const { claim } = evidence;
  if (asksForHour(query.text)) return /\b\d{1,2}[:.]\d\d\b|\b\d{1,2} ?[ap]m\b/.test(claim.summary);
  if (asksForDay(query.text)) return claim.date.precision === 'day' && claim.date.on !== null;
  if (!isSaidByWhomAsked(query, evidence) || !isHeldAsAsked(library, query, evidence)) return false;
  if (asksWhatWasGiven(query) && !tellsWhatWasGiven(query, evidence)) return false;
  if (claim.kind === 'demand' && !query.terms.includes('demand') && asksWhetherDone(query, claim))
    return false;
  const kind = placeKindOf(query.text);
  if (kind !== undefined && !namesKind(library, evidence, kind)) return false;
  const [, qualified, asked] = askedFor.exec(query.text) ?? [];
  if (qualified !== undefined && lacks(query, evidence, termOf(qualified))) return false;
  if (
    asked !== undefined &&
    query.terms.includes(termOf(asked)) &&
    !shareOf(evidence, termOf(asked), query.asks)
  )
    return false;
  if (asksFate.test(query.text) && !tellsFate(library, query, evidence)) return false;
  switch (query.asks) {
    case 'count':
      if (
        /\b(?:exact|precise)/.test(query.text) &&
        !/\d/.test(claim.summary.replace(/\b(?:19|20)\d\d\b/g, ''))
      )
        return false;
      return hasFigure(claim) && counted(query).every((term) => isCounted(claim, term));
    case 'duration':
      // "How long is the border" asks for no time since when.
      return (/\bhow long (?:is|are)\b/.test(query.text) ? saysLength : saysHowLong).test(
        withoutAttribution(claim.summary),
      );
    case 'where':
      return kind !== undefined || query.terms.length > 0 || namesPlace(library, evidence.entities);
    case 'when':
      return claim.date.on !== null || /\b(?:19|20)\d\d\b/.test(withoutAttribution(claim.summary));
    default:
      return true;
  }
}

const askedFor =
  /\b(?:which|what)(?: (?:kinds?|types?|sorts?) of)? (\w+)(?: (\w+) (?:is|was|were|are|did|does|do|has|have|had)\b)?/;

/** "Which weapons": what the question asks for by name has to be there, whatever else is. */
function lacks({ things, terms, asks }: Query, evidence: Hit['evidence'], term: string): boolean {
  return things.has(term) && terms.includes(term) && shareOf(evidence, term, asks) === 0;
}

const asksFate = /\b(?:happen(?:s|ed)? to|becomes? of|became of|end(?:ed)? up)\b/;

/** What became of a person is told by others about them, not by their own words or by the post they held. */
function tellsFate(
  { index }: Library,
  { entities, dates, text }: Query,
  { claim, range }: Hit['evidence'],
): boolean {
  const people = entities.flatMap(({ ids }) => ids).filter((id) => index.actors.get(id)?.type === 'person');
  if (people.length === 0) return true;
  const isRole = people.some((id) =>
    index.actors.get(id)?.roles.some(({ role }) => claim.summary.toLowerCase().includes(role.toLowerCase())),
  );
  const isLater = dates.mentions.every(({ ranges }) =>
    ranges.some(({ latest }) => range !== undefined && range.earliest > latest),
  );
  if (/\b(?:after|since)\b/.test(text) && !isLater) return false;
  return !isRole && people.some((id) => claim.actors.includes(id) && !claim.assertedBy.includes(id));
}

const asksSaying =
  /\bwhat (?:did|does|do|has|have) (?:the )?(\w+) (?:\w+ )?(?:say|said|think|thought|claim|claimed|reply|answer)\b/;

/** "What did China say?": whoever is named has to be among those who say it. */
function isSaidByWhomAsked({ text, terms }: Query, { speakers }: Hit['evidence']): boolean {
  const subject = termOf(asksSaying.exec(text)?.[1] ?? '');
  return !terms.includes(subject) || speakers.has(subject);
}

const offices = new Set(['prime', 'minist', 'spokesman', 'lead', 'command']);

/** "Who is the prime minister of B?": somebody in the claim has to hold that post, and there. */
function isHeldAsAsked({ index }: Library, query: Query, { claim }: Hit['evidence']): boolean {
  const office = query.terms.find((term) => offices.has(term));
  if (office === undefined || !/\bwho (?:is|was|are|were) (?:the )?/.test(query.text)) return true;
  return [...claim.assertedBy, ...claim.actors].some((id) =>
    index.actors.get(id)?.roles.some(({ role, of }) => {
      const isThere =
        of === undefined || query.entities.length === 0 || query.entities.some(({ ids }) => ids.includes(of));
      return isThere && termsOf(role).includes(office);
    }),
  );
}

const giving = /\bwhat (?:\w+ )?did\b.*\b(offer|promise|agree|decide)\b/;

function asksWhatWasGiven({ text }: Query): boolean {
  return giving.test(text);
}

/** That two sides met or formed a body does not tell what one of them offered or decided. */
function tellsWhatWasGiven({ text, entities }: Query, { claim, terms }: Hit['evidence']): boolean {
  const isSaid = claim.assertedBy.some((id) => entities.some(({ ids }) => ids.includes(id)));
  const verb = giving.exec(text)?.[1] ?? '';
  return isSaid || [verb, 'amnesty', 'chance'].some((word) => terms.has(termOf(word)));
}

/** A place of that kind, by its description: "Province of Pakistan". */
function namesKind({ index }: Library, { entities, terms }: Hit['evidence'], kind: string): boolean {
  if (terms.has(termOf(kind))) return true;
  return [...entities].some((id) => index.actors.get(id)?.description.toLowerCase().startsWith(kind));
}

/** "prisoners" in "how many prisoners were released"; people in general are not counted. */
function counted({ text, terms, entities }: Query): readonly string[] {
  const after = /\bhow many (?:of the )?(.*)$/.exec(text)?.[1] ?? '';
  const named = entities.find(({ text: name }) => after.startsWith(name.toLowerCase()));
  if (named) return termsOf(named.text);
  const first = terms.find((term) => after.startsWith(term.slice(0, 4)));
  return first === undefined ? [] : [first];
}

/** Whether the number in a claim is one of these: "145 people dead" counts no schools. */
function isCounted({ figure, summary }: Claim, term: string): boolean {
  if (figure && termsOf(figure.of).includes(term)) return true;
  const words = wordsOf(summary);
  return words.some(
    (word, at) =>
      (/^\d+$/.test(word) || numberWord.test(word)) &&
      words.slice(at + 1, at + 4).some((next) => termOf(next) === term),
  );
}
