import { type DayRange, rangeOf } from '../knowledge/dates.ts';
import { ceasefireDates } from './check-dates.ts';
import { type LocatedLists, problemAt } from './dataset-file.ts';
import type { Problem } from './problem.ts';

type At = LocatedLists['ceasefires'][number];

/** A ceasefire ends after it starts, rests on claims, and does not extend itself. */
export function checkCeasefires({ ceasefires }: LocatedLists): readonly Problem[] {
  return [
    ...ceasefires.flatMap(checkOrder),
    ...ceasefires.flatMap(checkEvidence),
    ...checkChains(ceasefires),
  ];
}

function checkOrder({ record, file, path }: At): readonly Problem[] {
  const starts = (record.effective.length > 0 ? record.effective : record.declared).flatMap(
    (date) => rangeOf(date) ?? [],
  );
  const first = starts.map(({ earliest }) => earliest).sort()[0];
  if (first === undefined) return [];
  return (['plannedEnd', 'actualEnd'] as const).flatMap((key) =>
    record[key].flatMap((date, index) => {
      const end: DayRange | undefined = rangeOf(date);
      if (!end || end.latest >= first) return [];
      return problemAt(
        file,
        [...path, key, index],
        `${record.id} ends on ${end.latest}, before its start on ${first}`,
      );
    }),
  );
}

function checkEvidence({ record, file, path }: At): readonly Problem[] {
  const problems: Problem[] = [];
  const { status, mediators, claims, deniedIn } = record.mediation;
  if (record.claims.length === 0 && ceasefireDates.every((key) => record[key].length === 0)) {
    problems.push(
      problemAt(file, path, `${record.id} rests on no claim: it needs a date with claims, or claims`),
    );
  }
  if (status === 'yes' && (mediators.length === 0 || claims.length === 0)) {
    problems.push(
      problemAt(file, [...path, 'mediation'], `${record.id} was mediated: say by whom, and give a claim`),
    );
  }
  if (status === 'disputed' && (claims.length === 0 || deniedIn.length === 0)) {
    problems.push(
      problemAt(file, [...path, 'mediation'], `disputed mediation of ${record.id}: both sides need a claim`),
    );
  }
  return problems;
}

function checkChains(all: readonly At[]): readonly Problem[] {
  const bases = new Map<string, string>();
  const dyads = new Map(all.map(({ record }) => [record.id, record.dyad]));
  for (const { record } of all) if (record.extends !== undefined) bases.set(record.id, record.extends);
  return all.flatMap(({ record, file, path }) => {
    const base = record.extends;
    if (base === undefined) return [];
    const at = [...path, 'extends'];
    if ((dyads.get(base) ?? record.dyad) !== record.dyad) {
      return problemAt(file, at, `${record.id} extends ${base}, a ceasefire of another dyad`);
    }
    const chain = [record.id];
    for (let next = bases.get(record.id); next !== undefined; next = bases.get(next)) {
      if (next === record.id)
        return problemAt(file, at, `extends goes in a circle: ${[...chain, next].join(' → ')}`);
      if (chain.includes(next)) break;
      chain.push(next);
    }
    return [];
  });
}
