import type { Dispute } from '../../../schema/dataset.ts';
import { claimsOf } from '../../wording/attribution.ts';
import { anyOf } from '../any-of.ts';
import type { Draft } from '../compose.ts';
import { type DateMention, overlaps } from '../date-mentions.ts';
import type { Library } from '../library.ts';
import type { Query } from '../query.ts';
import { termOf, termsOf } from '../terms.ts';
import type { Context } from './context.ts';

/** Forms that ask where documents or speakers differ. */
const asksDifference = anyOf(
  /\b(?:sources?|documents?|articles?|reports?|texts?|accounts?|outlets?|versions?|they|sides) .*\bagree(?! (?:to|upon|a|an|the)\b)/,
  /\b(?:sources|documents|articles|reports|texts|accounts|outlets|agencies)\b.*\bthe same\b/,
  /\bdisagree/,
  /\b(?:says?|said|claims?|claimed) (?:otherwise|the (?:contrary|opposite|reverse))\b/,
  /\bcontradict/,
  /\bconflicting\b/,
  /\b(?:in)?consistent\b/,
  /\bat odds\b/,
  /\bdiffer\b/,
  /\b(?:match|square with|fit with)\b/,
  /\bwho (?:says|said|claims|claimed) what\b/,
  /\b\w+ing whom\b/,
  /\bversions\b/,
  /\bsame (?:story|account|version)\b/,
  /\b(?:numbers?|figures?|tolls?|dates?|accounts?|versions?|reports?) (?:(?:are|is|was|were|give|gives|all|both) )*(?:the )?same\b/,
  /\bsame (?:\w+ )?(?:everywhere|in (?:all|both|every|each))\b/,
  /\b(?:give|gave|given|name|named) (?:the |a )?(?:same|different)\b/,
  /\bdoubts?\b/,
  /\bdiscrepanc/,
  /\bvar(?:y|ies|ied)\b/,
  /\bwhich (?:number|figure|toll|date|account|version) is (?:right|correct|true)\b/,
);
/** The same of two agencies that it names. */
const asksOfOutlets = /\bagree\b|\bsame\b|\bdifferently\b/;
/** Less of what a question names than this in a dispute, and it is about something else. */
const enough = 0.7;
/** "A or B" may be asked of anything: all of it has to be there. */
const enoughOfChoice = 1;
const most = 5;

/** What a question of difference says of the documents, and not of what they tell. */
const askingWords = new Set(
  'doubt leave number figure date report account version statement story position stance everywhere vary discrepancy uncertain same'
    .split(' ')
    .map(termOf),
);

/** What is asked of a thing, in a question and in a dispute: when it began, when it ended, why, how many. */
const aspects: readonly (readonly [RegExp, RegExp])[] = [
  [/\bfirst day\b|\bstart|\bbeg[aiu]n|\bonset\b/, /\bbeg[aiu]n|\bstart/i],
  [/\blast day\b|\bend(?:s|ed|ing)?\b|\buntil\b|\bexpir/, /\bend\b|\buntil\b/i],
  [/\bdates?\b|\bwhen\b/, /\bwhen\b/i],
  [/\breasons?\b|\bmotive|\bwhy\b|\bwho (?:asked|requested|wanted)\b/, /^why\b/i],
  [/\bnames?\b|\bspel[lt]/, /\bnames?\b|\bspel[lt]/i],
  [/\bhow many\b|\btoll\b|\bnumbers?\b/, /^how many\b/i],
];

/** "Do the sources agree on …?", "who blames whom …?", "is it A or B?": every side of the dispute that is meant. */
export function answerDispute(context: Context): Draft | undefined {
  const { query, index } = context;
  const outlets = query.entities.filter(({ ids }) => ids.some((id) => isOutlet(context, id)));
  const isAsked = asksDifference.test(query.text) || (outlets.length > 1 && asksOfOutlets.test(query.text));
  const choice = isAsked ? undefined : choiceOf(query);
  if (!isAsked && !choice) return undefined;
  // Two times side by side are a comparison, unless somebody is set against what they said before.
  const isSelf = /\b(?:him|her|it|them)sel(?:f|ves)\b/.test(query.text);
  const isTimed = query.entities.length > 1 && query.dates.mentions.length > 0;
  const named = query.terms.length + (isTimed || isSelf ? query.entities.length : 0);
  if ((query.dates.mentions.length > 1 && !isSelf) || named === 0) return undefined;
  const rated = index.dataset.disputes
    .filter((dispute) => !choice || isBetween(context, dispute, choice))
    .map((dispute) => ({ dispute, share: shareOf(context, dispute) }))
    .toSorted((a, b) => b.share - a.share);
  const [best] = rated;
  if (!best || best.share < (isAsked ? enough : enoughOfChoice)) return undefined;
  const perSide = best.dispute.sides.length > 2 ? 1 : 2;
  return {
    kind: 'dispute',
    lead: [`The documents differ on this: ${best.dispute.question}`],
    claims: best.dispute.sides
      .flatMap(({ claims }) => claimsOf(index, claims).slice(0, perSide))
      .slice(0, most),
  };
}

/** Who tells, and not whom it is told of. */
function isOutlet({ index }: Context, id: string): boolean {
  return index.actors.get(id)?.type === 'media';
}

/** "Based there or home-grown": the terms beside "or", whether or which of them. */
function choiceOf({ text, asks, terms }: Query): readonly [string, string] | undefined {
  if (!['yesno', 'what', 'where'].includes(asks)) return undefined;
  const [before = '', after = ''] = text.split(/\bor\b(?! not\b)/);
  const left = termsOf(before).findLast((term) => terms.includes(term));
  const right = termsOf(after).find((term) => terms.includes(term));
  return left === undefined || right === undefined || left === right ? undefined : [left, right];
}

/** Whether one side of a dispute tells one thing and another side the other. */
function isBetween(context: Context, dispute: Dispute, [one, other]: readonly [string, string]): boolean {
  const { sides } = toldIn(context, dispute);
  return sides.some(
    (terms, at) =>
      terms.has(one) && !terms.has(other) && sides.some((others, place) => place !== at && others.has(other)),
  );
}

interface Told {
  readonly library: Library;
  readonly sides: readonly ReadonlySet<string>[];
  readonly whole: ReadonlySet<string>;
}
const known = new WeakMap<Dispute, Told>();

/** The terms of each side and of all, gathered once. */
function toldIn({ library }: Context, dispute: Dispute): Told {
  const found = known.get(dispute);
  if (found?.library === library) return found;
  const sides = dispute.sides.map(
    ({ says, claims }) =>
      new Set([...termsOf(says), ...claims.flatMap((id) => [...(library.evidence.get(id)?.terms ?? [])])]),
  );
  const told = { library, sides, whole: new Set(sides.flatMap((terms) => [...terms])) };
  known.set(dispute, told);
  return told;
}

function shareOf(context: Context, dispute: Dispute): number {
  const { question, sides } = dispute;
  const { query, library, index } = context;
  const evidence = sides.flatMap(({ claims }) => claims).flatMap((id) => library.evidence.get(id) ?? []);
  const isTold = (ids: readonly string[]) =>
    ids.some((id) => evidence.some(({ entities }) => entities.has(id)));
  // Of two people who are set side by side, both have to be in it.
  const isPerson = (id: string) => index.actors.get(id)?.type === 'person';
  if (query.entities.some(({ ids }) => ids.some(isPerson) && !isTold(ids))) return 0;
  const own = new Set(termsOf(question));
  const told = toldIn(context, dispute).whole;
  const asked = query.terms.filter((term) => !askingWords.has(term));
  const found = [
    ...asked.map((term) => own.has(term) || told.has(term)),
    ...query.entities
      .filter(({ ids }) => !ids.some((id) => isOutlet(context, id)))
      .map(({ ids }) => isTold(ids)),
    ...query.dates.mentions.map(
      (mention) =>
        isOfYear(question, mention) &&
        evidence.some(({ range }) => range !== undefined && overlaps(mention, range)),
    ),
  ];
  if (found.length === 0) return 0;
  // Of two disputes that fit, the one whose own question names more of it, or asks the same of it.
  const named = asked.filter((term) => own.has(term)).length;
  const alike = aspects.filter(
    ([inQuery, inDispute]) => inQuery.test(query.text) && inDispute.test(question),
  );
  // Or the one whose sides are told by those it names.
  const speaking = query.entities.filter(({ ids }) =>
    evidence.some(({ claim }) => claim.assertedBy.some((id) => ids.includes(id))),
  ).length;
  const dated = query.dates.mentions.filter(({ ranges }) =>
    ranges.some(({ earliest }) => question.includes(earliest.slice(0, 4))),
  );
  const closeness = named + speaking + 2 * (alike.length + dated.length);
  return found.filter(Boolean).length / found.length + closeness * 0.01;
}

/** A dispute that names a year is about no other. */
function isOfYear(question: string, { ranges }: DateMention): boolean {
  const years = question.match(/\b(?:19|20)\d\d\b/g) ?? [];
  const isWithin = (year: string) =>
    ranges.some(({ earliest, latest }) => earliest.slice(0, 4) <= year && year <= latest.slice(0, 4));
  return years.length === 0 || years.some(isWithin);
}
