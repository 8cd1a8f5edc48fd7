/** B-cubed precision, recall and F1 of a grouping (Bagga & Baldwin 1998). */
export interface BCubed {
  readonly items: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** `gold` and `found` give each item's group by its place. An item without a found group stands alone. */
export function bCubed(gold: readonly string[], found: readonly (string | null)[]): BCubed {
  const groups = withAlone(found);
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

/** Places of the items of a group, by their groups in the other grouping. */
type Parts = readonly (readonly number[])[];

/** Stories of `gold` told as several, and groups of `found` that hold several. */
export function partedGroups(
  gold: readonly string[],
  found: readonly (string | null)[],
): { readonly split: readonly Parts[]; readonly merged: readonly Parts[] } {
  const groups = withAlone(found);
  return { split: partedBy(gold, groups), merged: partedBy(groups, gold) };
}

function partedBy(groups: readonly string[], others: readonly string[]): readonly Parts[] {
  return [...Map.groupBy(groups.keys(), (at) => groups[at]!).values()]
    .map((places) => [...Map.groupBy(places, (at) => others[at]!).values()])
    .filter((parts) => parts.length > 1);
}

const withAlone = (found: readonly (string | null)[]): readonly string[] =>
  found.map((group, at) => group ?? `alone ${at}`);

const indices = (list: readonly string[], value: string): number[] =>
  list.flatMap((one, at) => (one === value ? [at] : []));
