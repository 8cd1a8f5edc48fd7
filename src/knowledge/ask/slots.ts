import type { Claim } from '../../schema/dataset.ts';
import { namesPlace } from './boost.ts';
import { counted, hasFigure, isCounted } from './figures.ts';
import { type Evidence, type Library, withoutAttribution } from './library.ts';
import { shareOf } from './match.ts';
import { hasPersonsAsked } from './persons-asked.ts';
import type { Query } from './query.ts';
import { asksForDay, asksForHour, asksForMonth, placeKindOf } from './question-type.ts';
import { postTerms } from './roles.ts';
import { termOf } from './terms.ts';

/** Whether a claim has the kind of thing that is asked for: a number, an hour, a place of that kind, somebody of that office. */
export function fillsSlot(library: Library, query: Query, evidence: Evidence): boolean {
  const { claim } = evidence;
  if (asksForHour(query.text)) return /\b\d{1,2}[:.]\d\d\b|\b\d{1,2} ?[ap]m\b/.test(claim.summary);
  if (asksForDay(query.text)) return claim.date.precision === 'day' && claim.date.on !== null;
  if (asksForMonth(query.text) && !givesMonth.has(claim.date.precision)) return false;
  if (lacksQuantity(query, claim) || lacksKind(query, evidence)) return false;
  if (!hasPersonsAsked(library, query, evidence)) return false;
  if (asksWhatWasGiven(query) && !tellsWhatWasGiven(query, evidence)) return false;
  if (
    (claim.kind === 'demand' || isOffer(query, claim)) &&
    !query.terms.includes('demand') &&
    asksWhetherDone(query, claim)
  )
    return false;
  const kind = placeKindOf(query.text);
  if (kind !== undefined && !namesKind(library, query, evidence, kind)) return false;
  const [, qualified, asked] = askedFor.exec(query.text) ?? [];
  // Alone after "which", it is what is asked for; before another it may be a quality.
  const isNoun = asked === undefined && query.text.startsWith('which ');
  if (qualified !== undefined && lacks(query, evidence, termOf(qualified), isNoun)) return false;
  if (
    asked !== undefined &&
    query.terms.includes(termOf(asked)) &&
    !shareOf(evidence, termOf(asked), query.asks)
  )
    return false;
  switch (query.asks) {
    case 'count':
      if (
        /\b(?:exact|precise)/.test(query.text) &&
        !/\d/.test(claim.summary.replace(/\b(?:19|20)\d\d\b/g, ''))
      )
        return false;
      if (/\b(?:in total|altogether|in all|so far)\b/.test(query.text) && !/\btotal\b/.test(claim.summary))
        return false;
      return hasFigure(claim) && counted(query).every((term) => isCounted(claim, term));
    case 'duration':
      // "How long is the border" asks for no time since when.
      return (/\bhow long (?:is|are)\b/.test(query.text) ? saysLength : saysHowLong).test(
        withoutAttribution(claim.summary),
      );
    case 'why':
      return givesReasonAsked(query, evidence);
    case 'where':
      return (
        kind !== undefined ||
        namesPlace(library, evidence.entities) ||
        (query.terms.length > 0 && saysWhere.test(claim.summary))
      );
    case 'since':
      return claim.date.on !== null || /\b(?:19|20)\d\d\b/.test(withoutAttribution(claim.summary));
    case 'when':
      return (
        (!asksForOffice(library, query) || tellsOffice.test(claim.summary)) &&
        (claim.date.on !== null || /\b(?:19|20)\d\d\b/.test(withoutAttribution(claim.summary))) &&
        (query.isOnWords ||
          isDatedItself(claim) ||
          query.terms.some((term) => shareOf(evidence, term, query.asks) === 1))
      );
    default:
      return true;
  }
}

const givesMonth: ReadonlySet<Claim['date']['precision']> = new Set(['month', 'day']);

/** Kinds of quantity: how a question asks for one, and what a claim that gives one has. */
const quantities = [
  {
    asked: /\b(?:spend|spent|spends|spending|budgets?|costs?|paid|funding)\b/,
    given: /\b(?:rupees?|dollars?|money|millions?|billions?)\b|\$/,
  },
  {
    asked:
      /\bhow much (?:of )?(?:the )?(?:\w+ )?(?:territory|land|soil|area|ground)\b|\bhow big\b(?! an? )|\bsquare \w+/,
    given: /\b(?:square|kilomet\w+|km|miles?|per ?cent|half|third|acres?)\b|%/,
  },
];

/** Money or an area, which no other claim on the same thing gives. */
function lacksQuantity({ text }: Query, { summary }: Claim): boolean {
  return quantities.some(({ asked, given }) => asked.test(text) && !given.test(summary));
}

/** "What type of jets": a claim that does not speak of jets itself tells no type. */
function lacksKind({ text, terms }: Query, evidence: Evidence): boolean {
  const [, noun] = /\b(?:types?|models?|brands?) of (\w+)/.exec(text) ?? [];
  const term = noun === undefined ? '' : termOf(noun);
  return terms.includes(term) && !evidence.terms.has(term);
}

const askedFor =
  /\b(?:which|what|how much)(?: (?:kinds?|types?|sorts?) of)? (\w+)(?:(?: (?!(?:the|an?|of|in|on|at|to|by|for|with|and|or|from|that)\b)\w+){0,2}? (\w+) (?:is|was|were|are|did|does|do|has|have|had)\b)?/;

/** "Which weapons": what the question asks for by name has to be there, whatever else is. */
function lacks({ things, terms, asks }: Query, evidence: Evidence, term: string, isNoun: boolean): boolean {
  return (isNoun || things.has(term)) && terms.includes(term) && shareOf(evidence, term, asks) === 0;
}

const giving = /\bwhat (?:\w+ )?did\b.*\b(offer|promise|agree|decide|discuss)\b/;

function asksWhatWasGiven({ text }: Query): boolean {
  return giving.test(text);
}

/** That two sides met or formed a body does not tell what one of them offered or decided. */
function tellsWhatWasGiven({ text, entities }: Query, { claim, terms }: Evidence): boolean {
  const isSaid = claim.assertedBy.some((id) => entities.some(({ ids }) => ids.includes(id)));
  const verb = giving.exec(text)?.[1] ?? '';
  return isSaid || [verb, 'amnesty', 'chance'].some((word) => terms.has(termOf(word)));
}

const building =
  /^(?:hotel|venue|house|hall|room|palace|compound|street|school|mosque|airport|embassy|hospital|prison|camp)$/;

const anyPlace = /^(?:region|area)$/;

/** A place of that kind, by its description: "Province of Pakistan". */
function namesKind(
  library: Library,
  query: Query,
  { entities, terms, paraphrases }: Evidence,
  kind: string,
): boolean {
  // "Which region of X" asks for another than X.
  const named = query.entities.flatMap(({ ids }) => ids);
  if (anyPlace.test(kind) && namesPlace(library, new Set([...entities].filter((id) => !named.includes(id)))))
    return true;
  if (terms.has(termOf(kind)) || (!building.test(kind) && paraphrases.has(termOf(kind)))) return true;
  return [...entities].some((id) => library.index.actors.get(id)?.description.toLowerCase().startsWith(kind));
}

/** That somebody says they want to give something tells nobody who does not ask for their words that it was given. */
function isOffer({ asks, entities, text }: Query, { summary, assertedBy }: Claim): boolean {
  const isNamed = entities.some(({ ids }) => ids.some((id) => assertedBy.includes(id)));
  const isAsked =
    asks === 'yesno' ||
    (/^which\b/.test(text) && !/\b(?:does|did|do) .*\b(?:offer|want|promise)\b/.test(text));
  return isAsked && !isNamed && /\bwanted to\b/.test(summary);
}

/** What somebody demands, or says would be better, has not happened by that. */
function asksWhetherDone({ asks, text, terms, asking }: Query, { summary }: Claim): boolean {
  if (asks === 'yesno') {
    const isWish = /\b(?:would|demanded|called on|urged|wanted to|could be)\b/.test(summary);
    return (
      isWish &&
      !/\bwould\b/.test(text) &&
      !wishes.some((term) => terms.includes(term) || asking.includes(term))
    );
  }
  return asks === 'count' || asks === 'when' || (asks !== 'who' && /^which\b/.test(text));
}

/** Why a thing did not happen is told by no reason for what did. */
function givesReasonAsked({ text }: Query, { claim, paraphrases }: Evidence): boolean {
  const gives = givesReason.test(withoutAttribution(claim.summary));
  if (negation.test(text)) return gives && negation.test(claim.summary);
  return gives || paraphrases.has('reason');
}

const negation = /\b(?:no|not|never|nobody|none|without|unclear|silent)\b/;

/** How a summary says why; what came after a thing need not be due to it. */
const givesReason =
  /\b(?:requests?|because|results? of|due to|reasons?|sign that|in order to|in exchange|prompted|source of)\b/;

/** Places without a name of their own, and parts of the body. */
const saysWhere =
  /(?<!-)\b(?:soil|borders?|regions?|territory|frontier|areas?|schools?|headquarters|briefing|head|neck)\b/;

const saysLength = /\b(?:hour|day|week|month|year|decade)s?\b/;
/** "In the week of …" says when. */
const saysHowLong =
  /(?<!\b(?:in|of|during) the )\b(?:hour|day|week|month|year|decade)s?\b|\bsince\b|\buntil\b/i;

/** When somebody took an office no mention of their holding it tells. */
function asksForOffice({ index }: Library, { text, terms }: Query): boolean {
  const posts = postTerms(index);
  return (
    /\b(?:become|became|elected|appointed|sworn in)\b/.test(text) && terms.some((term) => posts.has(term))
  );
}
const tellsOffice = /\b(?:became|elected|appointed|took office|sworn)\b/;

const wishes = [
  'demand',
  'condition',
  'threaten',
  'prefer',
  'message',
  'complain',
  'criticise',
  'comment',
].map(termOf);

/** "X said in May that …" gives the day of what was said only if it is said there. */
function isDatedItself({ summary }: Claim): boolean {
  const told = summary.replace(/^.*?\b(?:said|says|claimed|told)\b.*?\bthat\b/, '');
  return told === summary || /\b(?:19|20)\d\d\b|\b(?:weeks?|months?|days?|years?|week)\b/.test(told);
}
