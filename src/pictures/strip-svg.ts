import type { StoryStrip, StripDay, StripGroup } from '../story-strip.ts';
import { stripGroups } from '../story-strip.ts';
import { axisHeight, drawAxis } from './axis.ts';
import { DayScale, dayNumber } from './day-scale.ts';
import { drawLegend, type LegendEntry } from './legend.ts';
import { svgDocument } from './svg.ts';
import { round, textElement } from './text.ts';
import { colour, size } from './theme.ts';
import { drawTitle } from './title.ts';

const columnsHeight = 200;
const bandHeight = 22;
/** A single story stays a low column. */
const leastMaximum = 4;

const groups: Record<StripGroup, { words: string; fill: string }> = {
  talks: { words: 'Talks', fill: colour.talks },
  truce: { words: 'Truce declared or extended', fill: colour.ceasefire },
  breach: { words: 'Truce ended or violated', fill: colour.attack },
};
const states: Record<NonNullable<StripDay['state']>, { words: string; paint: string }> = {
  in_effect: { words: 'Documented: in effect', paint: `fill="${colour.ceasefire}"` },
  unclear: { words: 'Documents differ', paint: `fill="url(#hatch)"` },
  ended: { words: 'Documented: ended', paint: `fill="${colour.ended}"` },
};
const definitions = `
  <pattern id="hatch" width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect width="5" height="12" fill="${colour.ended}"/>
  </pattern>`;

const total = (day: StripDay) => stripGroups.reduce((sum, group) => sum + (day.stories[group] ?? 0), 0);

/** Columns of stories a day, a band with what is documented of the day, and an axis; 1,200 pixels wide. */
export function stripSvg(strip: StoryStrip): string {
  const edge = size.margin;
  const [first, last] = [strip.days.at(0), strip.days.at(-1)];
  if (!first || !last) throw new RangeError('a strip needs days');
  const scale = new DayScale(dayNumber(first.date), dayNumber(last.date), edge, size.width - edge);
  const title = drawTitle(strip.title);
  const columnsTop = title.bottom + 70;
  const ground = columnsTop + columnsHeight;
  const hasBand = strip.days.some((day) => day.state);
  const axisTop = ground + (hasBand ? bandHeight + 12 : 4);
  const unit = columnsHeight / Math.max(leastMaximum, ...strip.days.map(total));
  const legend = drawLegend(entries(strip), axisTop + axisHeight + 14);
  return svgDocument(legend.bottom + edge / 2, definitions, [
    title.svg,
    ...drawAxis(scale, axisTop, axisTop + axisHeight),
    ...strip.days.flatMap((day) => column(day, scale, ground, unit)),
    `<rect x="${edge}" y="${ground}" width="${scale.right - edge}" height="2" fill="${colour.quiet}"/>`,
    ...strip.days.map((day) => band(day, scale, ground + 6)),
    ...legend.content,
  ]);
}

function column(day: StripDay, scale: DayScale, ground: number, unit: number): string[] {
  const number = dayNumber(day.date);
  const [x, width] = [round(scale.startOf(number) + 3), round(scale.pixelsPerDay - 6)];
  let y = ground;
  const parts = stripGroups.flatMap((group) => {
    const height = (day.stories[group] ?? 0) * unit;
    if (height === 0) return [];
    y -= height;
    return `<rect class="stories ${group}" x="${x}" y="${round(y)}" width="${width}" height="${round(height - 2)}" fill="${groups[group].fill}"/>`;
  });
  if (parts.length === 0) return [];
  const count = String(total(day));
  return [
    ...parts,
    textElement(scale.middleOf(number), y - 8, count, { fontSize: size.small, anchor: 'middle' }),
  ];
}

function band(day: StripDay, scale: DayScale, y: number): string {
  if (!day.state) return '';
  const x = scale.startOf(dayNumber(day.date));
  return `<rect class="state ${day.state}" x="${round(x)}" y="${y}" width="${round(scale.pixelsPerDay)}" height="${bandHeight}" ${states[day.state].paint}/>`;
}

function entries(strip: StoryStrip): LegendEntry[] {
  const box = (paint: string, height: number) => (x: number, y: number) =>
    `<rect x="${round(x)}" y="${y + 17 - height / 2}" width="30" height="${height}" ${paint}/>`;
  const shown = stripGroups.filter((group) => strip.days.some((day) => (day.stories[group] ?? 0) > 0));
  const bands = (['in_effect', 'unclear', 'ended'] as const).filter((state) =>
    strip.days.some((day) => day.state === state),
  );
  return [
    ...shown.map((group) => ({
      text: groups[group].words,
      sampleWidth: 30,
      sample: box(`fill="${groups[group].fill}"`, 30),
    })),
    ...bands.map((state) => ({
      text: states[state].words,
      sampleWidth: 30,
      sample: box(states[state].paint, 14),
    })),
  ];
}
