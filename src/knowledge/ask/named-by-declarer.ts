import type { DatasetIndex } from '../dataset-index.ts';
import { type Episode, recordsOf } from '../episodes.ts';
import { claimsOf } from '../wording/attribution.ts';
import type { EntityMention } from './entities.ts';
import type { Query } from './query.ts';
import { ceasefireTerm, roundsMeant } from './rounds.ts';
import { partiesOf, sideOf } from './sides.ts';
import { stopWords } from './stop-words.ts';
import { termOf } from './terms.ts';

const declared = /^(?:announced|declared|proclaimed|unveiled|signed)$/;
const relative = /^(?:that|which)?(?: the)?$/;
const passive =
  /^(?:(?:that|which) )?(?:(?:was|had been) )?(?:announced|declared|proclaimed|unveiled|signed) by(?: the)?$/;
const pluperfect = /^(?:had|has|have)$/;

/**
 * "When did the truce that X announced end?": who declared it only says which ceasefire is meant. The question without
 * that, and the ceasefire; the question itself if it has no such clause, or asks just for that.
 * @param read reads a question
 */
export function namedByDeclarer(
  index: DatasetIndex,
  {
    dyad,
    parties,
    query,
  }: { readonly dyad: string; readonly parties: readonly string[]; readonly query: Query },
  read: (question: string) => Query,
): Query {
  const words = query.text.split(' ');
  for (const mention of query.entities) {
    const span = clauseOf(words, mention);
    if (!span) continue;
    const rounds = (index.dyads.get(dyad)?.episodes ?? []).filter((episode) =>
      isDeclaredBy(index, parties, episode, mention),
    );
    if (rounds.length === 0) return query;
    const rest = read([...words.slice(0, span.from), ...words.slice(span.to)].join(' '));
    // "… announced in June 2022"
    const dated = roundsMeant(index, dyad, rest, undefined).filter((round) => rounds.includes(round));
    const meant = dated.length > 0 ? dated : rounds;
    return { ...rest, rounds: new Set(meant.map(({ ceasefire }) => ceasefire.id)) };
  }
  return query;
}

/** Where the clause stands: "that X announced", "declared by X". */
function clauseOf(
  words: readonly string[],
  { at, length }: EntityMention,
): { readonly from: number; readonly to: number } | undefined {
  const noun = words.findLastIndex((word, place) => place < at && termOf(word) === ceasefireTerm);
  if (noun === -1) return undefined;
  const between = words.slice(noun + 1, at).join(' ');
  const end = at + length;
  const verb = pluperfect.test(words[end] ?? '') ? end + 1 : end;
  if (relative.test(between) && declared.test(words[verb] ?? '')) return { from: noun + 1, to: verb + 1 };
  const after = words.slice(end).some((word) => !stopWords.has(word) && !/\d/.test(word));
  return passive.test(between) && (after || words[noun - 2] === 'of')
    ? { from: noun + 1, to: end }
    : undefined;
}

function isDeclaredBy(
  index: DatasetIndex,
  parties: readonly string[],
  episode: Episode,
  mention: EntityMention,
): boolean {
  const dates = recordsOf(episode).flatMap((each) => each.declared);
  const by = dates.flatMap((each) => each.by);
  const isPerson = mention.ids.some((id) => index.actors.get(id)?.type === 'person');
  if (!isPerson) {
    const sides = partiesOf(index, parties, mention);
    return by.some((id) => mention.ids.includes(id) || sides.includes(sideOf(index, parties, id) ?? ''));
  }
  const told = claimsOf(
    index,
    dates.flatMap(({ claims }) => claims),
  ).flatMap(({ assertedBy }) => assertedBy);
  return [...by, ...told].some((id) => mention.ids.includes(id));
}
