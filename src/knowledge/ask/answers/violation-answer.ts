import type { Claim } from '../../../schema/dataset.ts';
import { addDays, type DayRange } from '../../dates.ts';
import { claimsOf, isOwnVoice } from '../../wording/attribution.ts';
import { plannedEndsOf, saySpan } from '../../wording/ceasefire.ts';
import { sayAlternatives } from '../../wording/names.ts';
import { anyOf } from '../any-of.ts';
import type { Draft } from '../compose.ts';
import { declined } from '../decline.ts';
import type { EntityMention } from '../entities.ts';
import type { Query } from '../query.ts';
import { claimIdsOf, isAboutCeasefire, isNamedBy, isPlaceOnly, roundsMeant } from '../rounds.ts';
import { partiesOf, sayMentions, sideOf } from '../sides.ts';
import type { Context } from './context.ts';
import { strikersIn } from './strikers.ts';

/** What is told of a breach by these words, in a claim about a ceasefire. */
const breach = anyOf(
  /\b(?:violat|breach|infring|flout)\w*/i,
  /\bbr(?:eak|oke)(?:s|n|ing)?\b(?! (?:down|up|out|away|off|through))/i,
  /\b(?:not|never|without|fail(?:ed|s|ing|ure)? to) (?:fully |been )?(?:respect|honou?r|observ|abid|compl[yi]|adher|uph[eo]ld|holding|stick|ke(?:ep|pt))\w*/i,
);
const force: ReadonlySet<Claim['kind']> = new Set(['attack', 'airstrike', 'military_operation', 'killing']);
const begins: ReadonlySet<Claim['kind']> = new Set([
  'ceasefire_declared',
  'ceasefire_start',
  'ceasefire_extension',
]);
const forceTerms = ['attack', 'airstrike'];
const accusing = /^(?:accuse|blame|charge|allege|claim|say|said|complain|think|tell)$/;
const most = 5;

/**
 * "Did X break the truce?", "why did X break it?": who accuses whom of it, and what force is told of in its time. Only
 * where no document has either is it said that none says so.
 */
export function answerViolation(context: Context): Draft | undefined {
  const { query, index, library, dyad, parties } = context;
  if (!isAboutCeasefire(query) || !asksForViolation(query)) return undefined;
  const rounds = roundsMeant(index, dyad, query, context.on);
  const isNamed = rounds.length < (index.dyads.get(dyad)?.episodes.length ?? 0);
  const whom = askedOf(context);
  const asked = new Set(whom.accused.flatMap((each) => partiesOf(index, parties, each)));
  const isByAsked = (claim: Claim) => [...strikersIn(context, claim)].some((side) => asked.has(side));
  const struck = forceIn(context, rounds).toSorted((a, b) => Number(isByAsked(b)) - Number(isByAsked(a)));
  const told = [...breachesIn(context, rounds, isNamed), ...struck];
  const places = query.entities.filter(
    (each) => isPlaceOnly(index, each) && !rounds.some((round) => isNamedBy(round, each)),
  );
  const isThere = ({ id }: Claim) =>
    places.every(({ ids }) => ids.some((place) => library.evidence.get(id)?.entities.has(place)));
  const claims = [...new Set(told)]
    .filter((claim) => isOf(context, claim, whom) || (!whom.accuser && isByAsked(claim)))
    .filter(isThere)
    .slice(0, most);
  const names = sayAlternatives(whom.accused.flatMap((each) => sayMentions(index, parties, each)));
  const said = names === '' ? 'who broke the ceasefire' : `that ${names} broke the ceasefire`;
  if (claims.length > 0) {
    const accusations = claims.filter(isBreach);
    const lead =
      accusations.length === 0
        ? [`No document says ${said}; of its time documents tell this:`]
        : accusations.some((claim) => isOwnVoice([claim]))
          ? []
          : [`No document says in its own voice ${said}; this is what is said of it:`];
    return { kind: 'claims', lead, claims };
  }
  const round = isNamed ? rounds.at(-1) : undefined;
  const planned = round
    ? claimsOf(
        index,
        plannedEndsOf(round).flatMap((each) => each.claims),
      )
    : [];
  const ends = index.dataset.claims.filter(
    (claim) => places.length > 0 && claim.kind === 'ceasefire_end' && claim.dyad === dyad,
  );
  const closest = [...told, ...ends, ...planned.slice(0, 1)].filter(isThere);
  const draft = declined(
    context,
    `no document says that ${names || 'anyone'} broke the ceasefire`,
    closest.slice(0, 2),
  );
  return round
    ? { ...draft, lead: [...(draft.lead ?? []), `${round.ceasefire.name}: ${saySpan(round)}.`] }
    : draft;
}

/** Who is said to have broken it, and who says so, as a question names them. */
interface Whom {
  readonly accuser: EntityMention | undefined;
  readonly accused: readonly EntityMention[];
}

function askedOf({ query, index, parties }: Context): Whom {
  const { clause, entities, text } = query;
  const named = entities.filter((each) => !isPlaceOnly(index, each));
  const subject = named.find(({ at }) => at === clause?.subject?.at);
  if (subject && accusing.test(clause?.verb ?? '')) {
    return { accuser: subject, accused: named.filter((each) => each !== subject) };
  }
  if (subject) return { accuser: undefined, accused: [subject] };
  const sides = new Set(named.flatMap((each) => partiesOf(index, parties, each)));
  // "The truce between X and Y": which of them is asked.
  const isBoth = sides.size > 1 && /\b(?:between|with|and)\b/.test(text);
  return { accuser: undefined, accused: isBoth ? [] : named };
}

/** Whether that accuser tells a claim, and it is of one of the accused: of whoever is in it and does not tell it. */
function isOf({ index, parties, library }: Context, claim: Claim, { accuser, accused }: Whom): boolean {
  const by = claim.assertedBy.map((id) => sideOf(index, parties, id));
  const of = claim.actors.map((id) => sideOf(index, parties, id)).filter((side) => !by.includes(side));
  const isIn = ({ ids }: EntityMention) => ids.some((id) => library.evidence.get(claim.id)?.entities.has(id));
  const isAny = (mention: EntityMention, sides: readonly (string | undefined)[]) => {
    const named = partiesOf(index, parties, mention);
    return named.length === 0 ? isIn(mention) : named.some((side) => sides.includes(side));
  };
  const isBy = accuser === undefined || isAny(accuser, by);
  return isBy && (accused.length === 0 || accused.some((each) => isAny(each, of)));
}

const isBreach = ({ kind, summary }: Claim): boolean =>
  kind === 'ceasefire_violation' || breach.test(summary);

type Rounds = ReturnType<typeof roundsMeant>;

/** Claims of a breach: of the ceasefires that are named, else of any. */
function breachesIn({ index, library, dyad }: Context, rounds: Rounds, isNamed: boolean): readonly Claim[] {
  const cited = citedIn(rounds);
  return index.dataset.claims.filter((claim) => {
    const evidence = library.evidence.get(claim.id);
    const isMeant = cited.has(claim.id) || isWithin(evidence?.range, rounds) || !isNamed;
    return claim.dyad === dyad && isMeant && evidence?.terms.has('ceasefire') && isBreach(claim);
  });
}

/** Claims of force between the parties while a ceasefire was to hold, or by which it is said to have ended. */
function forceIn({ index, library, dyad, parties }: Context, rounds: Rounds): readonly Claim[] {
  const cited = citedIn(rounds);
  return index.dataset.claims.filter((claim) => {
    const evidence = library.evidence.get(claim.id);
    const isCited = cited.has(claim.id);
    const isForce =
      (force.has(claim.kind) && isWithin(evidence?.range, rounds, isCited ? 1 : 0)) ||
      (begins.has(claim.kind) && isCited && forceTerms.some((term) => evidence?.terms.has(term)));
    const sides = new Set(claim.actors.map((id) => sideOf(index, parties, id)));
    return claim.dyad === dyad && isForce && parties.every((id) => sides.has(id));
  });
}

function citedIn(rounds: Rounds): ReadonlySet<string> {
  return new Set(rounds.flatMap((episode) => [...claimIdsOf(episode)]));
}

/** @param after days after its last one that count too */
function isWithin(range: DayRange | undefined, rounds: Rounds, after = 0): boolean {
  return (
    range !== undefined &&
    rounds.some(
      ({ start, last }) =>
        start && last && start.latest <= range.earliest && range.latest <= addDays(last.latest, after),
    )
  );
}

/** "Did X attack during the truce?" asks for a breach without the word. */
function asksForViolation({ terms, text, asks }: Query): boolean {
  const isDuring = /\b(?:during|despite|amid|in spite of) (?:\w+ ){0,4}(?:ceasefire|truce|deal)\b/.test(text);
  const isForce = ['attack', 'kill', 'violence', 'airstrike'].some((term) => terms.includes(term));
  const isKept =
    asks === 'yesno' &&
    /^(?:did|has|have|had|do|does) (?!.*\b(?:ceasefire|truce|deal) ).*\b(?:keep|kept|observed?|respect(?:ed)?|honou?r(?:ed)?|stick|stuck|abided?|compl(?:y|ied)|uph[eo]ld)\b/.test(
      text,
    );
  const isNotKept =
    /\bnot (?:\w+ )?(?:respect|honou?r|observ|abid|compl[yi]|adher|uph[eo]ld|ke(?:ep|pt))\w*/.test(text);
  return isKept || isNotKept || terms.includes('break') || (asks === 'yesno' && isDuring && isForce);
}
