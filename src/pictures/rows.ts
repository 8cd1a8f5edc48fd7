import type { Block } from './svg.ts';

/** Something that takes a stretch of a row; in pixels. */
export interface RowItem {
  readonly from: number;
  readonly to: number;
  readonly height: number;
  draw(y: number): Block;
}

const gap = 24;

/**
 * Puts each item into the first row in which it touches no other, and the rows below each other from `top`.
 * @returns what was drawn, where it ends, and the items for which `limit` rows had no room
 */
export function stackRows<I extends RowItem>(items: readonly I[], top: number, limit = Infinity) {
  const rows: I[][] = [];
  const left: I[] = [];
  for (const item of items) {
    const free = (row: readonly I[]) =>
      row.every((other) => item.to + gap <= other.from || other.to + gap <= item.from);
    const row = rows.find(free);
    if (row) row.push(item);
    else if (rows.length < limit) rows.push([item]);
    else left.push(item);
  }
  const blocks: Block[] = [];
  let bottom = top;
  for (const row of rows) {
    blocks.push(...row.map((item) => item.draw(bottom)));
    bottom += Math.max(...row.map(({ height }) => height));
  }
  return { blocks, bottom, left, rowCount: rows.length };
}
