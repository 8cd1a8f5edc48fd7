import type { DatasetIndex } from '../dataset-index.ts';

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

export function nameOf(index: DatasetIndex, id: string): string {
  return index.actors.get(id)?.name ?? id;
}

/** For example: A, B and C; each once. */
export function sayList(names: readonly string[]): string {
  return list.format(new Set(names));
}

export function sayNames(index: DatasetIndex, ids: readonly string[]): string {
  return sayList(ids.map((id) => nameOf(index, id)));
}
