import type { MarkKind, Timeline } from '../timeline.ts';
import { axisHeight, drawAxis } from './axis.ts';
import { barDefinitions, type Certainty, segmentElement } from './bar-segments.ts';
import { DayScale, dayNumber } from './day-scale.ts';
import { drawLegend, type LegendEntry } from './legend.ts';
import { markElement, vagueMarkElement } from './mark-shapes.ts';
import { type Block, type Box, svgDocument } from './svg.ts';
import { round, textElement } from './text.ts';
import { colour, size } from './theme.ts';
import { drawBars } from './timeline-bars.ts';
import { drawMarks } from './timeline-marks.ts';
import { drawTitle } from './title.ts';

const barWords: Record<Certainty, string> = {
  full: 'Ceasefire documented',
  planned: 'Planned term only',
  unkept: 'Planned, not reached',
  uncertain: 'Dates differ or are vague',
  faded: 'End not documented',
};
const markWords: Record<MarkKind, string> = {
  talks: 'Talks',
  attack: 'Attack',
  killing: 'Killing',
  strike: 'Strike',
  operation: 'Operation',
};

/** The timeline as SVG, 1,200 pixels wide and as high as it needs, and where its labels stand. */
export function timelineSvg(timeline: Timeline): { svg: string; labels: readonly Box[] } {
  const edge = size.margin;
  const scale = new DayScale(dayNumber(timeline.from), dayNumber(timeline.to), edge, size.width - edge);
  const title = drawTitle(timeline.title);
  const axisTop = title.bottom + 28;

  const bars = drawBars(timeline.bars, scale, axisTop + axisHeight + 20);
  const marks = drawMarks(timeline.marks, scale, bars.bottom);
  const blocks: readonly Block[] = [...bars.blocks, ...marks.blocks];
  const labels = blocks.flatMap((block) => block.label ?? []);
  const empty = blocks.length === 0;
  const bottom = marks.bottom + (empty ? 100 : 14);
  const legend = drawLegend(
    [...barEntries(bars), ...marks.kinds.map(markEntry), ...(marks.vague ? [vagueEntry] : [])],
    bottom + 22,
  );
  const svg = svgDocument(legend.bottom + edge / 2, barDefinitions, [
    title.svg,
    ...drawAxis(scale, axisTop, bottom),
    ...labels.map(clearing),
    ...blocks.map((block) => block.svg),
    ...(empty ? [emptyNote(bottom - 50)] : []),
    ...legend.content,
  ]);
  return { svg, labels };
}

/** Keeps the lines of the axis out of a label. */
function clearing({ x, y, width, height }: Box): string {
  const box = `x="${round(x - 6)}" y="${round(y)}" width="${round(width + 12)}" height="${round(height)}"`;
  return `<rect ${box} fill="${colour.ground}"/>`;
}

function markEntry(kind: MarkKind): LegendEntry {
  return {
    text: markWords[kind],
    sampleWidth: 30,
    sample: (x, y) => markElement(kind, x + 15, y + 17),
  };
}

const vagueEntry: LegendEntry = {
  text: 'Day not documented',
  sampleWidth: 52,
  sample: (x, y) => vagueMarkElement('talks', x + 26, y + 17, x, x + 52),
};

function barEntries(bars: ReturnType<typeof drawBars>): LegendEntry[] {
  const entry = (text: string, certainty: Certainty, height: number): LegendEntry => ({
    text,
    sampleWidth: 52,
    sample: (x, y) => segmentElement({ certainty, from: x, to: x + 52 }, y + (34 - height) / 2, height),
  });
  const entries = (Object.keys(barWords) as Certainty[])
    .filter((certainty) => bars.certainties.has(certainty))
    .map((certainty) => entry(barWords[certainty], certainty, 26));
  return bars.local ? [...entries, entry('Local only', 'full', 14)] : entries;
}

function emptyNote(y: number): string {
  const words = 'Nothing is documented for these days.';
  return textElement(size.width / 2, y, words, {
    fontSize: size.label,
    fill: colour.quiet,
    anchor: 'middle',
  });
}
