import type { Claim } from '../../../schema/dataset.ts';
import type { Draft } from '../compose.ts';
import type { Context } from './context.ts';

const most = 5;

/** What somebody says or how a thing is described is no event of its day. */
const notEvents: ReadonlySet<Claim['kind']> = new Set(['background', 'statement', 'denial']);

/** "What happened in 2009?": a time and nothing else; the claims dated within it. */
export function answerHappened({ query, library }: Context): Draft | undefined {
  const [mention, ...others] = query.dates.mentions;
  // Without its year, "9/11" may be any.
  if (
    !mention ||
    !/\d{4}/.test(mention.text) ||
    others.length > 0 ||
    query.terms.length + query.entities.length > 0
  )
    return undefined;
  if (
    !/\bwhat\b.*\b(?:happen|agreed$|agreed (?:in|on)\b|took place)/.test(query.text) ||
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
