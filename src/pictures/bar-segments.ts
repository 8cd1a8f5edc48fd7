import type { TimelineBar } from '../timeline.ts';
import { type DayScale, dayNumber } from './day-scale.ts';
import { round } from './text.ts';
import { colour } from './theme.ts';

/** How a stretch of a bar is known, and so how it is drawn. */
export type Certainty = 'full' | 'planned' | 'unkept' | 'uncertain' | 'faded';

export interface Segment {
  readonly certainty: Certainty;
  readonly from: number;
  readonly to: number;
}

const fade = 90;
const leastWidth = 6;

export const barDefinitions = `
  <pattern id="hatch" width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect width="12" height="12" fill="${colour.ceasefire}" fill-opacity="0.2"/>
    <rect width="5" height="12" fill="${colour.ceasefire}"/>
  </pattern>
  <linearGradient id="fade"><stop offset="0" stop-color="${colour.ceasefire}"/>
    <stop offset="1" stop-color="${colour.ceasefire}" stop-opacity="0"/></linearGradient>`;

/** What of a bar is known how, in pixels; what lies outside the picture is left out. */
export function segmentsOf(bar: TimelineBar, scale: DayScale): Segment[] {
  const after = (day: string) => scale.startOf(dayNumber(day) + 1);
  const start = scale.startOf(dayNumber(bar.start));
  const certain = Math.max(start, after(bar.end !== undefined && bar.end > bar.held ? bar.end : bar.held));
  const planned = bar.plannedEnd === undefined ? certain : after(bar.plannedEnd);
  const lasted = bar.end === undefined ? Math.max(planned, certain) : certain;
  const latest = bar.latestEnd === undefined ? lasted : after(bar.latestEnd);
  const segments: Segment[] = [
    {
      certainty:
        bar.disputed && bar.earliestStart === undefined && bar.latestEnd === undefined ? 'uncertain' : 'full',
      from: start,
      to: certain > start ? Math.max(certain, start + leastWidth) : certain,
    },
    { certainty: 'planned', from: certain, to: lasted },
    { certainty: 'uncertain', from: lasted, to: latest },
    { certainty: 'unkept', from: Math.max(lasted, latest), to: planned },
  ];
  if (bar.earliestStart !== undefined) {
    segments.unshift({
      certainty: 'uncertain',
      from: scale.startOf(dayNumber(bar.earliestStart)),
      to: start,
    });
  }
  const endKnown = bar.end ?? bar.plannedEnd ?? bar.latestEnd;
  if (endKnown === undefined && dayNumber(bar.held) >= scale.first) {
    segments.push({ certainty: 'faded', from: certain, to: Math.min(certain + fade, scale.right) });
  }
  return segments.filter((segment) => segment.to > segment.from);
}

export function segmentElement(segment: Segment, y: number, height: number): string {
  // Whole pixels: at a fraction the ground would shine through between two segments.
  const [x, end] = [Math.round(segment.from), Math.round(segment.to)];
  const box = `class="bar ${segment.certainty}" x="${x}" y="${round(y)}" width="${Math.max(1, end - x)}" height="${height}"`;
  const paint: Record<Certainty, string> = {
    full: `fill="${colour.ceasefire}"`,
    planned: `fill="${colour.ceasefire}" fill-opacity="0.4"`,
    unkept: `fill="none" stroke="${colour.ceasefire}" stroke-width="2" stroke-dasharray="8 6"`,
    uncertain: 'fill="url(#hatch)"',
    faded: 'fill="url(#fade)"',
  };
  return `<rect ${box} ${paint[segment.certainty]}/>`;
}
