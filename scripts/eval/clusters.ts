/** B-cubed precision, recall and F1 of a grouping (Bagga & Baldwin 1998). */
export interface BCubed {
  readonly items: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** `gold` and `found` give each item's group by its place. An item without a found group stands alone. */
export function bCubed(gold: readonly string[], found: readonly (string | null)[]): BCubed {
  const groups = found.map((group, at) => group ?? `alone ${at}`);
  let precision = 0;
  let recall = 0;
  for (let at = 0; at < gold.length; at += 1) {
    const inGold = indices(gold, gold[at]!);
    const inFound = indices(groups, groups[at]!);
    const common = inFound.filter((one) => gold[one] === gold[at]).length;
    precision += common / inFound.length;
    recall += common / inGold.length;
  }
  const items = gold.length;
  if (items === 0) return { items, precision: 1, recall: 1, f1: 1 };
  precision /= items;
  recall /= items;
  return { items, precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

const indices = (list: readonly string[], value: string): number[] =>
  list.flatMap((one, at) => (one === value ? [at] : []));
