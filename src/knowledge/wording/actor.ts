import type { Actor, Relation } from '../../schema/dataset.ts';
import type { DatasetIndex } from '../dataset-index.ts';
import { sayPartial } from './dates.ts';
import { nameOf } from './names.ts';

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
  const body = of === undefined ? '' : ` (${nameOf(index, of)})`;
  const span = [from && `from ${sayPartial(from)}`, to && `to ${sayPartial(to)}`].filter(Boolean).join(' ');
  return `${role}${body}${span && `, ${span}`}`;
}

const doubts: Record<Relation['status'], string> = {
  asserted: '',
  disputed: ' (disputed)',
  general_knowledge: ' (general knowledge, in no document of the dataset)',
};

/** For example: Imtiaz Gul: analyst of Pakistan, May 2022. */
export function sayRelation(index: DatasetIndex, { from, relation, to, status, period }: Relation): string {
  const when = period ? `, ${sayPeriod(period)}` : '';
  return `${nameOf(index, from)}: ${relation.replaceAll('_', ' ')} ${nameOf(index, to)}${when}${doubts[status]}`;
}

/** A period is written as one date, as two with dots or "to" between, or in words. */
function sayPeriod(period: string): string {
  const parts = period.split(/\.\.| to /);
  const isDates = parts.every((part) => /^\d{4}(-\d{2}){0,2}$/.test(part));
  return isDates ? parts.map(sayPartial).join(' to ') : period;
}
