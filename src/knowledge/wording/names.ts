import type { DatasetIndex } from '../dataset-index.ts';

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** Its name as it stands alone, for a title or a list. */
export function nameOf(index: DatasetIndex, id: string): string {
  return index.actors.get(id)?.name ?? id;
}

/** Its name inside a sentence, with the article that it takes: the TTP. */
function nameInText(index: DatasetIndex, id: string): string {
  return index.actors.get(id)?.inText ?? nameOf(index, id);
}

/** For example: A, B and C; each once. */
export function sayList(names: readonly string[]): string {
  return list.format(new Set(names));
}

/** The same of actors. */
export function sayNames(index: DatasetIndex, ids: readonly string[]): string {
  return sayList(ids.map((id) => nameInText(index, id)));
}

const alternatives = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** For example: A, B or C; each once. */
export function sayAlternatives(names: readonly string[]): string {
  return alternatives.format(new Set(names));
}
