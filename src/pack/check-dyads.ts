import { ceasefireDates } from './check-dates.ts';
import { type LocatedLists, problemAt } from './dataset-file.ts';
import type { Problem } from './problem.ts';
import type { NodePath } from './yaml-position.ts';

/** Evidence of one dyad never stands for another: ceasefires and events rest on claims of their own. */
export function checkDyads({ ceasefires, events, claims }: LocatedLists): readonly Problem[] {
  const dyads = new Map(claims.map(({ record }) => [record.id, record.dyad]));
  const foreignIn = (ids: readonly string[], own: string | null) =>
    ids.flatMap((id, place) => {
      const dyad = dyads.get(id) ?? own;
      return own === null || dyad === own ? [] : [{ place, message: `the claim ${id} is on ${dyad}` }];
    });
  return [
    ...ceasefires.flatMap(({ record, file, path }) =>
      evidenceOf(record).flatMap(([at, ids]) =>
        foreignIn(ids, record.dyad).map(({ place, message }) =>
          problemAt(
            file,
            [...path, ...at, place],
            `${message}, but ${record.id} is a ceasefire of ${record.dyad}`,
          ),
        ),
      ),
    ),
    ...events.flatMap(({ record, file, path }) =>
      foreignIn(record.claims, record.dyad).map(({ place, message }) =>
        problemAt(
          file,
          [...path, 'claims', place],
          `${message}, but ${record.id} is an event of ${record.dyad}`,
        ),
      ),
    ),
  ];
}

/** All lists of claims in a ceasefire, each with where it stands. */
function evidenceOf(
  record: LocatedLists['ceasefires'][number]['record'],
): readonly (readonly [NodePath, readonly string[]])[] {
  return [
    ...ceasefireDates.flatMap((key) =>
      record[key].map((date, index) => [[key, index, 'claims'], date.claims] as const),
    ),
    [['mediation', 'claims'], record.mediation.claims],
    [['mediation', 'deniedIn'], record.mediation.deniedIn],
    [['agreedIn'], record.agreedIn],
    [['claims'], record.claims],
  ];
}
