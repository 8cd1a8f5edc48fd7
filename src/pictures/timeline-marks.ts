import type { MarkKind, TimelineMark } from '../timeline.ts';
import { type DayScale, dayNumber, monthOf } from './day-scale.ts';
import { markElement, markKinds, markRadius, vagueMarkElement } from './mark-shapes.ts';
import { type RowItem, stackRows } from './rows.ts';
import type { Block } from './svg.ts';
import { drawable, inLines, lineHeight, textElement, widthOf } from './text.ts';
import { colour, size } from './theme.ts';

/** Rows of labels over all kinds; what finds no room in them is drawn without its label. */
const labelledRows = 12;
/** Up to here labels may take two lines; beyond, the picture would be higher than wide, and shown small. */
const fewMarks = 6;
/** What a label may take of a row, the widest with which all find room: several may have to share one. */
const labelWidths = [size.width, 700, 480];
const lineGap = 38;

interface MarkItem extends RowItem {
  readonly symbol: (y: number) => string;
}

/** A mark with its date and label to its right, or to its left if that has more room and it needs it. */
function item(mark: TimelineMark, scale: DayScale, count: number, labelWidth: number): MarkItem {
  const lineCount = count > fewMarks ? 1 : 2;
  const day = dayNumber(mark.date);
  const last = mark.until === undefined ? day : dayNumber(mark.until);
  const x = (scale.middleOf(day) + scale.middleOf(last)) / 2;
  const date = mark.until === undefined ? scale.shortDate(day) : monthOf(day);
  const symbol = (y: number) =>
    mark.until === undefined
      ? markElement(mark.kind, x, y)
      : vagueMarkElement(mark.kind, x, y, scale.startOf(day), scale.startOf(last + 1));
  const dateWidth = widthOf(date, size.label, 'bold') + 12;
  const label = drawable(mark.label);
  // Half the span may be wider than the mark that stands on it.
  const reach =
    mark.until === undefined
      ? markRadius
      : Math.max(markRadius, (scale.startOf(last + 1) - scale.startOf(day)) / 2);
  const offset = reach + 10;
  const right = scale.right - x - offset;
  const left = x - offset - scale.left;
  const needed = Math.min(labelWidth, dateWidth + widthOf(label, size.label) / lineCount + 60);
  const toRight = right >= needed || right >= left;
  const room = Math.min(labelWidth, toRight ? right : left) - dateWidth;
  const lines = inLines(label, room, size.label, lineCount);
  const width = dateWidth + Math.max(...lines.map((line) => widthOf(line, size.label)));
  const labelX = toRight ? x + offset : x - offset - width;
  const line = lineHeight(label, size.label);
  const height = line + (lines.length - 1) * lineGap;
  return {
    symbol,
    from: Math.min(x - reach, labelX),
    to: Math.max(x + reach, labelX + width),
    height: height + 8,
    draw(y) {
      const baseline = y + line - size.label * 0.35;
      const dateStyle = { fontSize: size.label, bold: true, fill: colour[mark.kind] };
      const svg = [
        symbol(baseline - size.label * 0.36),
        textElement(labelX, baseline, date, dateStyle),
        ...lines.map((text, index) =>
          textElement(labelX + dateWidth, baseline + index * lineGap, text, { fontSize: size.label }),
        ),
      ];
      return { svg: svg.join(''), label: { x: labelX, y, width, height } };
    },
  };
}

/** The marks, each kind in rows of its own; `top` in pixels. */
export function drawMarks(marks: readonly TimelineMark[], scale: DayScale, top: number) {
  const shown = marks
    .filter(({ date, until }) => scale.shows(dayNumber(date)) && scale.shows(dayNumber(until ?? date)))
    .sort((a, b) => dayNumber(a.date) - dayNumber(b.date));
  const kinds = markKinds.filter((kind) => shown.some((mark) => mark.kind === kind));
  const itemsOf = (kind: MarkKind, labelWidth: number) =>
    shown.filter((mark) => mark.kind === kind).map((mark) => item(mark, scale, shown.length, labelWidth));
  const rowsWanted = (labelWidth: number) =>
    kinds.map((kind) => stackRows(itemsOf(kind, labelWidth), 0).rowCount);
  const fits = (labelWidth: number) =>
    rowsWanted(labelWidth).reduce((sum, rows) => sum + rows, 0) <= labelledRows;
  const labelWidth = labelWidths.find(fits) ?? Math.min(...labelWidths);
  const limits = fairShares(rowsWanted(labelWidth), labelledRows);
  const blocks: Block[] = [];
  let bottom = top;
  for (const [at, kind] of kinds.entries()) {
    const limit = limits[at] ?? 0;
    const rows = stackRows(spread(itemsOf(kind, labelWidth), limit), bottom + 14, limit);
    blocks.push(...rows.blocks, ...bareMarks(rows.left, rows.bottom));
    bottom = rows.bottom + (rows.left.length > 0 ? 40 : 0);
  }
  return { blocks, bottom, kinds, vague: shown.some(({ until }) => until !== undefined) };
}

/** Who wants little gets it; what is left is shared evenly by the others. */
function fairShares(wanted: readonly number[], total: number): readonly number[] {
  const shares = wanted.map(() => 0);
  const order = wanted.map((_, at) => at).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  let left = total;
  for (const [done, at] of order.entries()) {
    shares[at] = Math.min(wanted[at] ?? 0, Math.floor(left / (order.length - done)));
    left -= shares[at];
  }
  return shares;
}

/** Where there is not room for all labels, those that come first should not all be the oldest. */
function spread<T>(items: readonly T[], rows: number): T[] {
  const step = Math.ceil(items.length / (2 * rows));
  const first = (index: number) => index % step === 0;
  return [...items.filter((_, index) => first(index)), ...items.filter((_, index) => !first(index))];
}

function bareMarks(items: readonly MarkItem[], y: number): Block[] {
  return items.map(({ symbol }) => ({ svg: symbol(y + 18), label: undefined }));
}
