import { type ListName, type Located, type LocatedLists, problemAt } from './dataset-file.ts';
import type { Problem } from './problem.ts';

interface Identified {
  readonly id: string;
  readonly dyad?: string | null | undefined;
  readonly type?: string | undefined;
}

/** These may stand in both layers: the later one adds to the former. */
const joined: readonly ListName[] = ['actors', 'ceasefires', 'events', 'disputes'];

/** Each id once: per list, or per list and layer where layers add to one record. */
export function checkIds(records: LocatedLists): readonly Problem[] {
  const problems: Problem[] = [];
  for (const list of ['sources', 'actors', 'ceasefires', 'events', 'claims', 'disputes'] as const) {
    const seen = new Map<string, Located<Identified>>();
    for (const located of records[list] as Located<Identified>[]) {
      const { record, file, path } = located;
      const first = seen.get(record.id);
      if (!first) seen.set(record.id, located);
      else if (!joined.includes(list) || first.record.layer === record.layer) {
        const where = `${first.file.path}, entry ${Number(first.path[1]) + 1}`;
        problems.push(problemAt(file, [...path, 'id'], `the id ${record.id} is taken by ${where}`));
      } else if (first.record.dyad !== record.dyad) {
        problems.push(
          problemAt(file, [...path, 'dyad'], `${record.id} has another dyad in ${first.file.path}`),
        );
      } else if (list === 'actors' && first.record.type !== record.type) {
        problems.push(
          problemAt(file, [...path, 'type'], `${record.id} has another type in ${first.file.path}`),
        );
      }
    }
  }
  return problems;
}
