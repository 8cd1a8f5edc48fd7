import type { Actor, Relation } from '../../schema/dataset.ts';
import type { DatasetIndex } from '../dataset-index.ts';
import { sayPartial } from './dates.ts';
import { nameOf, sayNames } from './names.ts';

/** What a kind of actor is called, one and many. */
export const actorKinds: Record<Actor['type'], { readonly one: string; readonly many: string }> = {
  person: { one: 'Person', many: 'People' },
  armed_group: { one: 'Armed group', many: 'Armed groups' },
  armed_group_government: { one: 'Armed group that governs', many: 'Armed groups that govern' },
  government: { one: 'Government', many: 'Governments' },
  state: { one: 'State', many: 'States' },
  state_body: { one: 'Body of a state', many: 'Bodies of states' },
  delegation: { one: 'Delegation', many: 'Delegations' },
  party: { one: 'Political party', many: 'Political parties' },
  group: { one: 'Group', many: 'Groups' },
  organisation: { one: 'Organisation', many: 'Organisations' },
  unnamed_source: { one: 'Unnamed source', many: 'Unnamed sources' },
  media: { one: 'Media', many: 'Media' },
  platform: { one: 'Platform', many: 'Platforms' },
  document: { one: 'Document', many: 'Documents' },
  place: { one: 'Place', many: 'Places' },
};

/** For example: spokesman of the Afghan Taliban, November 2021 to May 2022. */
export function sayRole(index: DatasetIndex, { role, of, from, to }: Actor['roles'][number]): string {
  const body = of === undefined ? '' : ` of ${sayNames(index, [of])}`;
  return `${role}${body}${sayTerm(from, to)}`;
}

function sayTerm(from: string | undefined, to: string | undefined): string {
  if (from !== undefined && from === to) return `, in ${sayPartial(from)}`;
  const span = [from && `from ${sayPartial(from)}`, to && `to ${sayPartial(to)}`].filter(Boolean).join(' ');
  return span && `, ${span}`;
}

/** How far a relation is documented; where it is disputed, by whom. */
function sayDoubt({ status, notes }: Relation): string {
  if (status === 'asserted') return '';
  if (status === 'general_knowledge') return ' (general knowledge, in no document of the dataset)';
  return notes === undefined ? ' (disputed)' : ` (disputed: ${notes.replace(/\.$/, '')})`;
}

/** For example: Bilal Karimi: spokesman of the Afghan Taliban, May 2022. */
export function sayRelation(index: DatasetIndex, relation: Relation): string {
  const { from, relation: verb, to, period, words } = relation;
  const what = words ?? `${nameOf(index, from)}: ${verb.replaceAll('_', ' ')} ${sayNames(index, [to])}`;
  return `${what}${period ? `, ${sayPeriod(period)}` : ''}${sayDoubt(relation)}`;
}

/** A period is dates with words around them; each date is said: from 2022-04-11, 2021-11 to 2022-05, 2020..2021. */
function sayPeriod(period: string): string {
  return period
    .replace('..', ' to ')
    .replace(/(?<![\d-])\d{4}-\d{2}(?:-\d{2})?(?![\d-])/g, (date) => sayPartial(date));
}
