import type { Claim } from '../../../schema/dataset.ts';
import type { Draft } from '../compose.ts';
import type { Context } from './context.ts';

const most = 5;

/** What somebody says or how a thing is described is no event of its day. */
const notEvents: ReadonlySet<Claim['kind']> = new Set(['background', 'statement', 'denial']);

/** "What happened in 2009?": a time and nothing else; the claims dated within it. */
export function answerHappened({ query, library }: Context): Draft | undefined {
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
    .map(({ claim }) => claim)
    .slice(0, most);
  return claims.length === 0 ? undefined : { kind: 'claims', claims };
}
