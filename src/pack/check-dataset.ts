import type { PackInfo } from '../schema/pack.ts';
import { checkCeasefires } from './check-ceasefires.ts';
import { checkDates } from './check-dates.ts';
import { checkDyads } from './check-dyads.ts';
import { checkIds } from './check-ids.ts';
import { checkQuoteLength } from './check-quotes.ts';
import { checkReferences } from './check-references.ts';
import { type LocatedLists, problemAt } from './dataset-file.ts';
import type { Problem } from './problem.ts';

/**
 * What the form of a dataset file cannot say.
 *
 * @param broken ids of records left out because of their form
 * @param isWhole every file could be read, so that an id that is nowhere is a mistake
 */
export function checkDataset(
  records: LocatedLists,
  broken: ReadonlySet<string>,
  info: PackInfo | undefined,
  isWhole: boolean,
): readonly Problem[] {
  return [
    ...checkIds(records),
    ...(isWhole ? checkReferences(records, broken, info) : []),
    ...checkDates(records),
    ...checkCeasefires(records),
    ...checkDyads(records),
    ...checkQuoteLength(records),
    ...checkAddresses(records),
    ...checkSides(records),
    ...checkPeople(records),
  ];
}

/** A later source is a public page, so it has an address. */
function checkAddresses({ sources }: LocatedLists): readonly Problem[] {
  return sources
    .filter(({ record }) => record.layer === 'updates' && record.url === undefined)
    .map(({ record, file, path }) => problemAt(file, path, `the source ${record.id} of updates has no url`));
}

/** Documents disagree only where two say different things; a later layer may add one more side. */
function checkSides({ disputes }: LocatedLists): readonly Problem[] {
  const ofSeeds = new Set(disputes.flatMap(({ record }) => (record.layer === 'seeds' ? [record.id] : [])));
  return disputes
    .filter(({ record }) => record.sides.length < 2 && (record.layer === 'seeds' || !ofSeeds.has(record.id)))
    .map(({ record, file, path }) =>
      problemAt(file, [...path, 'sides'], `the dispute ${record.id} has one side only`),
    );
}

/** Roles and relations are what documents say; of general knowledge alone none has to. */
function checkPeople({ actors, relations }: LocatedLists): readonly Problem[] {
  const roles = actors.flatMap(({ record, file, path }) =>
    record.roles.flatMap(({ role, claims }, at) =>
      claims.length > 0
        ? []
        : problemAt(file, [...path, 'roles', at], `the role ${role} of ${record.id} needs a claim`),
    ),
  );
  const unproven = relations.filter(
    ({ record }) => record.claims.length === 0 && record.status !== 'general_knowledge',
  );
  return [
    ...roles,
    ...unproven.map(({ record: { from, relation, to }, file, path }) =>
      problemAt(file, path, `the relation ${from} ${relation} ${to} needs a claim`),
    ),
  ];
}
