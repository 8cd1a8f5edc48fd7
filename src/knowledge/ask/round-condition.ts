import type { Ceasefire } from '../../schema/dataset.ts';
import type { DatasetIndex } from '../dataset-index.ts';
import { type Episode, recordsOf } from '../episodes.ts';
import { endsOf } from '../wording/ceasefire.ts';
import type { EntityMention } from './entities.ts';
import type { Query } from './query.ts';
import { lengthOf } from './round-length.ts';
import { partiesOf, sideOf } from './sides.ts';

/** Whether a ceasefire fulfils what a question sets as its condition; undefined where no document says. */
export type Condition = (episode: Episode) => boolean | undefined;

const lengthAsked =
  /\b(longer|more|over|beyond|shorter|less|under|fewer)(?: than)? (?:an? |one )?(\d+|two|three|four|five|six)? ?(day|week|month|year)s?\b/;
const numbers = ['', 'one', 'two', 'three', 'four', 'five', 'six'];
/** The most and the least days that the unit has. */
const daysOf: Readonly<Record<string, readonly [most: number, least: number]>> = {
  day: [1, 1],
  week: [7, 7],
  month: [31, 28],
  year: [366, 365],
};
const notExtended = /\bnot (?:extended|renewed|prolonged)\b|\bnever (?:extended|renewed|prolonged)\b/;
/** Ended by somebody's decision, and not by running out. */
const isEndedByDecision: ReadonlySet<Ceasefire['endedHow']> = new Set([
  'declared_over',
  'broken',
  'not_extended',
]);

/** The conditions of "which ceasefires did X end", "truces that lasted longer than a month", "one-sided truces". */
export function conditionsOf(
  index: DatasetIndex,
  parties: readonly string[],
  query: Query,
): readonly Condition[] {
  const { text, terms } = query;
  const doer = doerOf(index, parties, query);
  const isBy = (ids: readonly string[]) =>
    !doer || ids.some((id) => doer.includes(id) || doer.includes(sideOf(index, parties, id) ?? ''));
  const conditions: Condition[] = [];
  const [, than = '', count = '1', unit = ''] = lengthAsked.exec(text) ?? [];
  if (unit !== '') {
    const isLonger = /^(?:longer|more|over|beyond)$/.test(than);
    const times = numbers.indexOf(count) > 0 ? numbers.indexOf(count) : Number(count);
    conditions.push(compared(isLonger, times * (daysOf[unit]?.[isLonger ? 0 : 1] ?? 1)));
  } else if (notExtended.test(text)) {
    conditions.push((episode) => howEnded(episode, (how) => how === 'not_extended'));
  } else if (/\b(?:extend|renew|prolong)/.test(text)) {
    conditions.push((episode) =>
      extensionsOf(index, episode).some(({ declared }) => isBy(declared.flatMap(({ by }) => by))),
    );
  }
  if (terms.includes('end') && doer) {
    conditions.push((episode) =>
      howEnded(episode, (how) => isEndedByDecision.has(how) && isBy(endsOf(episode).flatMap(({ by }) => by))),
    );
  }
  if (terms.includes('announce') && doer)
    conditions.push((episode) => {
      const by = recordsOf(episode).flatMap(({ declared }) => declared.flatMap((each) => each.by));
      return by.length === 0 ? undefined : isBy(by);
    });
  if (/\blocal\b/.test(text)) conditions.push(({ local }) => local);
  if (/\b(?:unilateral|one[- ]sided)\b/.test(text)) conditions.push(hasSide('unilateral'));
  if (/\b(?:bilateral|mutual|two[- ]sided)\b/.test(text)) conditions.push(hasSide('bilateral'));
  return conditions;
}

/** Whom "which truces did X …", "… by X" names. */
export function doerNamed({
  clause,
  entities,
  text,
}: Pick<Query, 'clause' | 'entities' | 'text'>): EntityMention | undefined {
  const words = text.split(' ');
  return (
    entities.find(({ at }) => at === clause?.subject?.at) ??
    entities.find(({ at }) => words[words[at - 1] === 'the' ? at - 2 : at - 1] === 'by')
  );
}

/** Ids of whom the question names as doing it, and of the party they stand for; "the government" is a party. */
function doerOf(
  index: DatasetIndex,
  parties: readonly string[],
  { clause, entities, text }: Query,
): readonly string[] | undefined {
  const doer = doerNamed({ clause, entities, text });
  // What a spokesman did not declare the party may have.
  const isPerson = doer?.ids.some((id) => index.actors.get(id)?.type === 'person');
  if (doer) return isPerson ? doer.ids : [...doer.ids, ...partiesOf(index, parties, doer)];
  return clause?.nouns.includes('government') || /\bby the government\b/.test(text)
    ? parties.filter((id) => index.actors.get(id)?.type === 'government')
    : undefined;
}

function compared(isLonger: boolean, days: number): Condition {
  return (episode) => {
    const length = lengthOf(episode);
    if (!length) return undefined;
    const { least, most } = length;
    if (isLonger) return least > days ? true : most <= days ? false : undefined;
    return most < days ? true : least >= days ? false : undefined;
  };
}

/** Undefined where no document tells of the end. */
function howEnded(episode: Episode, test: (how: Ceasefire['endedHow']) => boolean): boolean | undefined {
  const how = recordsOf(episode).at(-1)?.endedHow ?? 'no_record';
  return how === 'no_record' || how === 'unclear' ? undefined : test(how);
}

function extensionsOf({ dataset }: DatasetIndex, episode: Episode): readonly Ceasefire[] {
  const ids = recordsOf(episode).map(({ id }) => id);
  return dataset.ceasefires.filter(({ extends: base }) => base !== undefined && ids.includes(base));
}

function hasSide(side: Ceasefire['side']): Condition {
  return ({ ceasefire }) => (ceasefire.side === 'unclear' ? undefined : ceasefire.side === side);
}
