import type { DatasetIndex } from '../dataset-index.ts';
import type { Day } from '../dates.ts';
import { type Episode, recordsOf } from '../episodes.ts';
import { type DateMention, overlaps } from './date-mentions.ts';
import type { EntityMention } from './entities.ts';
import { isCountry } from './foreign-places.ts';
import type { Query } from './query.ts';
import { extremesOf } from './round-length.ts';
import { termsOf } from './terms.ts';

export const ceasefireTerm = 'ceasefire';

export function isAboutCeasefire({ terms }: Query): boolean {
  return terms.includes(ceasefireTerm);
}

/** The ceasefires of a dyad that a question means: those that it names, else by its dates. */
export function roundsMeant(
  index: DatasetIndex,
  dyad: string,
  query: Query,
  on: Day | undefined,
): readonly Episode[] {
  const all = index.dyads.get(dyad)?.episodes ?? [];
  const { mentions } = query.dates;
  const before = namedBefore(all, query);
  if (before.length > 0) return before;
  if (mentions.length > 0) {
    // One that no document tells of is not another.
    if (query.naming.size > 0) return datedAs(all, query);
    const dated = all.filter((episode) => mentions.some(covers(episode)));
    // "The Eid truce of 2025", of several in that year.
    const called = dated.filter((episode) => isCalled(index, episode, query));
    const pool = called.length > 0 ? called : dated;
    return inOrder.test(query.text) ? pool.slice(0, 1) : pool;
  }
  const named = namedAs(index, all, query);
  if (named.length > 0) return named;
  if (on !== undefined) {
    const then = all.findLast((episode) => {
      const span = spanOf(episode);
      return span !== undefined && span.earliest <= on;
    });
    if (then) return [then];
  }
  return all;
}

const inOrder = /\b(?:first|earliest|oldest) (?:\w+ )?(?:ceasefire|truce|deal|agreement)\b/;

/** The ceasefires that a question names, apart from the time that it asks about: by date, by a word, by their order. */
export function roundsNamed(index: DatasetIndex, dyad: string, query: Query): readonly Episode[] {
  const all = index.dyads.get(dyad)?.episodes ?? [];
  const found = [namedBefore, datedAs].map((named) => named(all, query)).find(({ length }) => length > 0);
  return found ?? namedAs(index, all, query);
}

function namedBefore(all: readonly Episode[], { rounds }: Query): readonly Episode[] {
  return rounds === undefined ? [] : all.filter(({ ceasefire }) => rounds.has(ceasefire.id));
}

/** "The truce of 2021": those that began then, else those that held then. */
function datedAs(all: readonly Episode[], { naming }: Query): readonly Episode[] {
  const mentions = [...naming];
  const begun = all.filter(({ declared, start }) =>
    mentions.some((mention) => [declared, start].some((range) => range && overlaps(mention, range))),
  );
  return begun.length > 0 ? begun : all.filter((episode) => mentions.some(covers(episode)));
}

/** "The Eid truce", "the first truce", the truce of a place that it is called by. */
function namedAs(index: DatasetIndex, all: readonly Episode[], query: Query): readonly Episode[] {
  const { text } = query;
  const named = all.filter((episode) => isCalled(index, episode, query));
  if (named.length > 0) return named;
  if (/\b(?:first|earliest|oldest)\b/.test(text)) return all.slice(0, 1);
  const [, extreme] = /\b(longest|shortest)\b/.exec(text) ?? [];
  if (extreme !== undefined) return extremesOf(all, extreme);
  const isLast =
    /\b(?:last|latest|newest|most recent|current) (?:\w+ )?(?:ceasefire|truce|deal|agreement)\b/.test(text);
  return isLast ? all.slice(-1) : [];
}

/** Whether a word or a place of the question stands in its name. */
function isCalled(index: DatasetIndex, episode: Episode, { terms, entities }: Query): boolean {
  return (
    distinctive(episode).some((term) => terms.includes(term)) ||
    entities.some((each) => isPlaceOnly(index, each) && isNamedBy(episode, each))
  );
}

/** A city or a district, and not a country, which stands for its rulers. */
export function isPlaceOnly(index: DatasetIndex, { ids }: EntityMention): boolean {
  return ids.every((id) => {
    const actor = index.actors.get(id);
    return actor?.type === 'place' && !isCountry(actor.name);
  });
}

/** Whether a ceasefire is called by that place. */
export function isNamedBy(episode: Episode, { text }: EntityMention): boolean {
  return termsOf(text).some((term) => distinctive(episode).includes(term));
}

const covers = (episode: Episode) => (mention: DateMention) => {
  const span = spanOf(episode);
  return span !== undefined && overlaps(mention, span);
};

/** Whether it may have held or been declared then; of one without dates, whether its name has that year. */
export function isOfTime(episode: Episode, mention: DateMention): boolean {
  const span = spanOf(episode);
  if (span) return overlaps(mention, span);
  return mention.ranges.some(({ earliest }) => episode.ceasefire.name.includes(earliest.slice(0, 4)));
}

/** From its declaration to its last day. */
function spanOf({ declared, start, last }: Episode) {
  const earliest = [declared?.earliest, start?.earliest].filter((day) => day !== undefined).sort()[0];
  const latest = last?.latest ?? start?.latest ?? declared?.latest;
  return earliest === undefined || latest === undefined ? undefined : { earliest, latest };
}

const common = new Set([ceasefireTerm, 'extend']);

/** "Eid" in "Eid truce of 2022"; months and years are left to the dates. */
export function distinctive(episode: Episode): readonly string[] {
  return recordsOf(episode).flatMap(distinctiveOf);
}

/** The same of one record. */
export function distinctiveOf({ name }: { readonly name: string }): readonly string[] {
  return termsOf(name).filter((term) => !common.has(term) && !/^\d+$/.test(term));
}

export function claimIdsOf(episode: Episode): ReadonlySet<string> {
  return new Set(
    recordsOf(episode).flatMap((each) => [
      ...each.claims,
      ...[each.declared, each.effective, each.plannedEnd, each.actualEnd, each.held].flatMap((dates) =>
        dates.flatMap(({ claims }) => claims),
      ),
    ]),
  );
}
