import type { TimelineBar } from '../timeline.ts';
import { type Segment, segmentElement, segmentsOf } from './bar-segments.ts';
import type { DayScale } from './day-scale.ts';
import { type RowItem, stackRows } from './rows.ts';
import { drawable, fitted, lineHeight, textElement, widthOf } from './text.ts';
import { size } from './theme.ts';

const barHeight = 34;
const localHeight = 18;
const gap = 12;

/** A bar with its label to its right, else to its left, else above it. */
function item(bar: TimelineBar, segments: readonly Segment[], scale: DayScale): RowItem {
  const from = segments[0]!.from;
  const to = segments.at(-1)!.to;
  const label = fitted(drawable(bar.label), scale.right - scale.left, size.label);
  const width = widthOf(label, size.label);
  const line = lineHeight(label, size.label);
  const height = bar.local ? localHeight : barHeight;
  const right = to + gap + width <= scale.right;
  const left = from - gap - width >= scale.left;
  const above = !right && !left;
  const besideX = right ? to + gap : from - gap - width;
  const x = above ? Math.max(scale.left, Math.min(from, scale.right - width)) : besideX;
  const barMiddle = above ? line + 4 + barHeight / 2 : Math.max(line, barHeight) / 2;
  return {
    from: Math.min(from, x),
    to: Math.max(to, x + width),
    height: (above ? line + 4 + barHeight : Math.max(line, barHeight)) + 14,
    draw(y) {
      const baseline = above ? y + line - size.label * 0.35 : y + barMiddle + size.label * 0.36;
      const bars = segments.map((segment) => segmentElement(segment, y + barMiddle - height / 2, height));
      return {
        svg: bars.join('') + textElement(x, baseline, label, { fontSize: size.label }),
        label: { x, y, width, height: line },
      };
    },
  };
}

/** The ceasefires in as few rows as hold them; `top` in pixels. */
export function drawBars(bars: readonly TimelineBar[], scale: DayScale, top: number) {
  const shown = bars
    .map((bar) => ({ bar, segments: segmentsOf(bar, scale) }))
    .filter(({ segments }) => segments.length > 0);
  const { blocks, bottom } = stackRows(
    shown.map(({ bar, segments }) => item(bar, segments, scale)),
    top,
  );
  const certainties = new Set(shown.flatMap(({ segments }) => segments.map(({ certainty }) => certainty)));
  return { blocks, bottom, certainties, local: shown.some(({ bar }) => bar.local) };
}
