import type { HistoricEvent } from '../../../schema/dataset.ts';
import { rangeOf } from '../../dates.ts';
import { claimsOf } from '../../wording/attribution.ts';
import type { Draft } from '../compose.ts';
import { retrieve } from '../retrieve.ts';
import { isAboutCeasefire } from '../rounds.ts';
import type { Context } from './context.ts';

const asksSequel =
  /\bwhat (?:\w+ )?(?:follow(?:ed|s)?|came (?:next|after)|happened (?:next|then|after(?:wards?)?)|(?:did|has) .* (?:do|done) (?:next|after(?:wards?)?))\b/;
/** What came before has to be recognised this well. */
const enough = 0.8;

/** "What followed the collapse of the talks in 2014?": the next events of the same pair, dates in order. */
export function answerSequel(context: Context): Draft | undefined {
  const { query, index, library } = context;
  if (!asksSequel.test(query.text) || isAboutCeasefire(query) || query.terms.length === 0) return undefined;
  const everything = { ...query, asides: new Set<string>() };
  const [best] = retrieve(library, everything).filter(({ coverage }) => coverage >= enough);
  const first = index.dataset.events.find(({ claims }) => claims.includes(best?.evidence.claim.id ?? ''));
  if (!best || !first) return undefined;
  const next = following(index.dataset.events, first);
  if (next.length === 0) return undefined;
  return {
    kind: 'claims',
    claims: [best.evidence.claim, ...next.flatMap(({ claims }) => claimsOf(index, claims.slice(0, 1)))],
  };
}

const mostNext = 2;

/** By date; of those that share a vague date, the ones listed later. */
function following(events: readonly HistoricEvent[], first: HistoricEvent): readonly HistoricEvent[] {
  const start = rangeOf(first.date);
  const place = events.indexOf(first);
  if (!start) return [];
  return events
    .map((event, at) => ({ event, at, range: rangeOf(event.date) }))
    .filter(
      ({ event, at, range }) =>
        event.dyad === first.dyad &&
        range !== undefined &&
        (range.earliest > start.earliest || (range.earliest === start.earliest && at > place)),
    )
    .toSorted((a, b) => (a.range?.earliest ?? '').localeCompare(b.range?.earliest ?? '') || a.at - b.at)
    .map(({ event }) => event)
    .slice(0, mostNext);
}
