import type { AskVocabulary } from '../schema/ask.ts';
import { type LocatedLists, problemAt } from './dataset-file.ts';
import type { Problem } from './problem.ts';
import type { YamlFile } from './yaml-file.ts';

/** What the form of ask.yaml cannot say: that the actors and claims it adds words to are there. */
export function checkAsk(
  file: YamlFile,
  { names, claims }: AskVocabulary,
  records: LocatedLists,
  broken: ReadonlySet<string>,
): readonly Problem[] {
  const missing = (
    list: 'actors' | 'claims',
    key: 'names' | 'claims',
    what: string,
    ids: readonly string[],
  ) => {
    const known = new Set([...broken, ...records[list].map(({ record }) => record.id)]);
    return ids
      .filter((id) => !known.has(id))
      .map((id) => problemAt(file, [key, id], `no ${what} has the id "${id}"`));
  };
  return [
    ...missing('actors', 'names', 'actor', Object.keys(names)),
    ...missing('claims', 'claims', 'claim', Object.keys(claims)),
  ].flat();
}
