import type { Draft } from '../compose.ts';
import { termOf } from '../terms.ts';
import type { Context } from './context.ts';
import { isOnlyAbout } from './only-about.ts';

const order = /\b(first|earliest|last|latest|most recent|newest) (\w+)(?: (\w+))?(?: (\w+))?/;
const talks = termOf('talks');
const most = 3;

/** "The last talks", "when were the first negotiations": the earliest or the latest that the documents date. */
export function answerFirstOrLastTalks(context: Context): Draft | undefined {
  const { query, library, dyad } = context;
  const [, which = '', ...next] = order.exec(query.text) ?? [];
  if (!next.some((word) => word !== undefined && termOf(word) === talks)) return undefined;
  if (!['what', 'when'].includes(query.asks) || !isOnlyAbout(context, [talks, termOf('peace')]))
    return undefined;
  const isFirst = /^(?:first|earliest)$/.test(which);
  const dated = [...library.evidence.values()]
    .flatMap(({ claim, range }) =>
      claim.kind === 'talks' && claim.dyad === dyad && range
        ? [{ claim, day: isFirst ? range.latest : range.earliest }]
        : [],
    )
    .toSorted((a, b) => (isFirst ? 1 : -1) * a.day.localeCompare(b.day));
  const day = dated[0]?.day;
  if (day === undefined) return undefined;
  return {
    kind: 'claims',
    lead: [`The ${isFirst ? 'first' : 'last'} that the dataset dates:`],
    claims: dated.flatMap((each) => (each.day === day ? [each.claim] : [])).slice(0, most),
  };
}
