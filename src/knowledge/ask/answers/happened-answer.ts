import type { Claim } from '../../../schema/dataset.ts';
import { sayNames } from '../../wording/names.ts';
import type { Draft } from '../compose.ts';
import { betweenPair } from '../one-dyad.ts';
import type { Context } from './context.ts';

const most = 5;

/** What somebody says or how a thing is described is no event of its day. */
const notEvents: ReadonlySet<Claim['kind']> = new Set(['background', 'statement', 'denial']);

/** "What happened in 2009?": a time and nothing else; the claims dated within it. */
export function answerHappened(context: Context): Draft | undefined {
  const { query, library, dyad } = context;
  const [mention, ...others] = query.dates.mentions;
  // Without its year, "9/11" may be any; "9 November" only if the documents know one.
  const isYearPlain = /\d{4}/.test(mention?.text ?? '') || /\p{L}{3}/u.test(mention?.text ?? '');
  if (
    !mention ||
    !isYearPlain ||
    mention.ranges.length > 1 ||
    others.length > 0 ||
    query.terms.length + query.entities.length > 0
  )
    return undefined;
  const isTimeAlone = query.text.split(' ').every((word) => query.dates.words.has(word));
  if (
    !(isTimeAlone || /\bwhat\b.*\b(?:happen|agreed$|agreed (?:in|on)\b|took place)/.test(query.text)) ||
    /\b(?:after|since|before|until)\b/.test(query.text)
  ) {
    return undefined;
  }
  const claims = [...library.evidence.values()]
    .filter(
      ({ claim, range }) =>
        range !== undefined &&
        !notEvents.has(claim.kind) &&
        mention.ranges.some(({ earliest, latest }) => earliest <= range.earliest && range.latest <= latest),
    )
    .map(({ claim }) => claim);
  if (claims.length === 0) return undefined;
  if (!claims.some((claim) => claim.dyad === dyad)) return { kind: 'claims', claims: claims.slice(0, most) };
  const isOwn = (claim: Claim) => claim.dyad === null || claim.dyad === dyad;
  const [own, foreign] = [claims.filter(isOwn), claims.filter((claim) => !isOwn(claim))];
  const apart = foreign.filter(({ kind }) => betweenPair.test(kind));
  return {
    kind: 'claims',
    lead: ofOthers(context, apart),
    claims: [...own, ...foreign.filter((claim) => !apart.includes(claim))].slice(0, most),
  };
}

/** A ceasefire or talks of another pair in that time are told only when they are asked for. */
function ofOthers({ index, pairs }: Context, claims: readonly Claim[]): readonly string[] {
  return pairs
    .filter(({ id }) => claims.some((claim) => claim.dyad === id))
    .map(
      ({ parties }) =>
        `Of that time the documents also tell of a ceasefire or talks between ${sayNames(index, parties)}: name both to ask for it.`,
    );
}
