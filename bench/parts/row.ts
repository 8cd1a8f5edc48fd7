/** One line of the table that `npm run bench` closes with. */
export interface Row {
  readonly what: string;
  /** What the floor took, with its unit. */
  readonly floor: string;
  readonly measured: string;
  /** Of measured to floor, or what else the goal speaks of. */
  readonly result: string;
  readonly goal: string;
  /** Left out where there is no goal. */
  readonly met?: boolean;
}

/** Prints a row, and hands it to `bench/run.ts` for the table. */
export function report(row: Row): void {
  const verdict = row.met === undefined ? '' : row.met ? ': met' : ': MISSED';
  console.log(
    `  ${row.what}: ${row.measured} (floor ${row.floor}) → ${row.result}; goal ${row.goal}${verdict}`,
  );
  process.send?.(row);
}

/** The value below which this share of an ascending or unsorted list lies. */
export function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}
