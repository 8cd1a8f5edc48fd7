import { type DayScale, ticks } from './day-scale.ts';
import { round, textElement, widthOf } from './text.ts';
import { colour, size } from './theme.ts';

export const axisHeight = 76;

/** Months, with the year at its first one, and a line down to `bottom` at each; all in pixels. */
export function drawAxis(scale: DayScale, top: number, bottom: number): string[] {
  const room = 96;
  return ticks(scale, room).flatMap(({ day, text, year }) => {
    const x = round(scale.startOf(day));
    const place = { fontSize: size.small, fill: colour.quiet };
    const fits = x + 8 + widthOf(text, size.small) <= size.width;
    const line = `<line class="grid" x1="${x}" y1="${round(top)}" x2="${x}" y2="${round(bottom)}" stroke="${colour.grid}" stroke-width="2"/>`;
    const labels = [
      ...(year ? [textElement(x + 8, top + 27, year, { ...place, fill: colour.text, bold: true })] : []),
      textElement(x + 8, top + 62, text, place),
    ];
    return fits ? [line, ...labels] : [line];
  });
}
