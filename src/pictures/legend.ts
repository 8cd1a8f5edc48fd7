import { textElement, widthOf } from './text.ts';
import { colour, size } from './theme.ts';

export interface LegendEntry {
  readonly text: string;
  /** Draws the sample in a box this wide, 34 high, whose upper left corner is given. */
  readonly sample: (x: number, y: number) => string;
  readonly sampleWidth: number;
}

const lineHeight = 46;

/** Entries side by side, in as many lines as they need; `top` in pixels. */
export function drawLegend(entries: readonly LegendEntry[], top: number) {
  let x: number = size.margin;
  let line = 0;
  const content = entries.map(({ text, sample, sampleWidth }) => {
    const width = sampleWidth + 12 + widthOf(text, size.small);
    if (x + width > size.width - size.margin && x > size.margin) {
      x = size.margin;
      line += 1;
    }
    const y = top + line * lineHeight;
    const svg =
      sample(x, y) +
      textElement(x + sampleWidth + 12, y + 27, text, { fontSize: size.small, fill: colour.quiet });
    x += width + 30;
    return svg;
  });
  return { content, bottom: entries.length === 0 ? top : top + (line + 1) * lineHeight };
}
