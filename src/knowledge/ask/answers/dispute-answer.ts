import type { Dispute } from '../../../schema/dataset.ts';
import { claimsOf } from '../../wording/attribution.ts';
import type { Draft } from '../compose.ts';
import { overlaps } from '../date-mentions.ts';
import { termsOf } from '../terms.ts';
import type { Context } from './context.ts';

/** Forms that ask where documents or speakers differ. */
const asksDifference =
  /\b(?:sources?|documents?|articles?|reports?|accounts?|outlets?|versions?|they|sides) .*\bagree|\bdisagree|\b(?:says?|said|claims?|claimed) (?:otherwise|the (?:contrary|opposite|reverse))\b|\bcontradict|\bconflicting\b|\b(?:in)?consistent\b|\bat odds\b|\bdiffer\b|\b(?:match|square with|fit with)\b|\bwho (?:says|said|claims|claimed) what\b|\b\w+ing whom\b|\bversions\b|\bsame (?:story|account|version)\b|\bwhich (?:number|figure|toll|date|account|version) is (?:right|correct|true)\b/;
/** Less of what a question names than this in a dispute, and it is about something else. */
const enough = 0.7;
const most = 5;

/** "Do the sources agree on …?", "who blames whom …?": every side of the dispute that is meant. */
export function answerDispute(context: Context): Draft | undefined {
  const { query, index } = context;
  // Two times or two actors side by side are a comparison or a relation.
  if (!asksDifference.test(query.text) || query.dates.mentions.length > 1 || query.terms.length === 0)
    return undefined;
  const rated = index.dataset.disputes
    .map((dispute) => ({ dispute, share: shareOf(context, dispute) }))
    .toSorted((a, b) => b.share - a.share);
  const [best] = rated;
  if (!best || best.share < enough) return undefined;
  const perSide = best.dispute.sides.length > 2 ? 1 : 2;
  return {
    kind: 'dispute',
    lead: [`The documents differ on this: ${best.dispute.question}`],
    claims: best.dispute.sides
      .flatMap(({ claims }) => claimsOf(index, claims).slice(0, perSide))
      .slice(0, most),
  };
}

function shareOf({ query, library }: Context, { question, sides }: Dispute): number {
  const evidence = sides.flatMap(({ claims }) => claims).flatMap((id) => library.evidence.get(id) ?? []);
  const terms = new Set([
    ...termsOf(question),
    ...sides.flatMap(({ says }) => termsOf(says)),
    ...evidence.flatMap((each) => [...each.terms]),
  ]);
  const found = [
    ...query.terms.map((term) => terms.has(term)),
    ...query.entities.map(({ ids }) => ids.some((id) => evidence.some(({ entities }) => entities.has(id)))),
    ...query.dates.mentions.map((mention) =>
      evidence.some(({ range }) => range !== undefined && overlaps(mention, range)),
    ),
  ];
  if (found.length === 0) return 0;
  // Of two disputes that fit, the one whose own question names more of it.
  const own = new Set(termsOf(question));
  const named = query.terms.filter((term) => own.has(term)).length;
  // Or the one whose sides are told by those it names.
  const told = query.entities.filter(({ ids }) =>
    evidence.some(({ claim }) => claim.assertedBy.some((id) => ids.includes(id))),
  ).length;
  return found.filter(Boolean).length / found.length + (named + told) * 0.01;
}
