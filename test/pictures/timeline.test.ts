import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawTimeline } from '../../src/pictures/draw-timeline.ts';
import { timelineSvg } from '../../src/pictures/timeline-svg.ts';
import type { Timeline, TimelineBar, TimelineMark } from '../../src/timeline.ts';
import { countOf, pngSize } from './png-facts.ts';

const year = { title: 'Two parties, 2022', from: '2022-01-01', to: '2022-12-31', alt: 'In words.' };
const empty: Timeline = { ...year, bars: [], marks: [] };
const bar: TimelineBar = {
  label: 'A ceasefire',
  start: '2022-03-01',
  held: '2022-03-20',
  openEnded: false,
  local: false,
  disputed: false,
};
const mark: TimelineMark = { date: '2022-05-13', kind: 'talks', label: 'Delegations meet' };

/** Drawn anew each time: of another dataset. */
let datasets = 0;
const draw = (timeline: Timeline) => drawTimeline(timeline, `dataset ${++datasets}`);

/** The legend shows each form once more. */
const inLegend = 1;

describe('the picture of a timeline', () => {
  it('is a PNG 1,200 pixels wide, with the words passed on', async () => {
    const picture = await draw({ ...empty, bars: [bar], marks: [mark] });
    expect(picture).toMatchObject({ name: 'timeline.png', alt: 'In words.' });
    const { width, height } = pngSize(picture.png);
    expect(width).toBe(1200);
    expect(height).toBeGreaterThan(300);
    expect(height).toBeLessThan(700);
  });

  it('says that there is nothing, if there is nothing', async () => {
    expect(timelineSvg(empty).svg).toContain('Nothing is documented for these days.');
    pngSize((await draw(empty)).png);
  });

  it('draws each mark in the shape of its kind, and explains the kinds that occur', () => {
    const marks: TimelineMark[] = [mark, { ...mark, date: '2022-08-01' }, { ...mark, kind: 'strike' }];
    const { svg } = timelineSvg({ ...empty, marks });
    expect(countOf(svg, 'mark talks')).toBe(2 + inLegend);
    expect(countOf(svg, 'mark strike')).toBe(1 + inLegend);
    expect(countOf(svg, 'mark attack')).toBe(0);
    expect(svg).toContain('>Talks<');
    expect(svg).not.toContain('>Attack<');
    expect(svg).toContain('>13 May<');
  });

  it('draws what is known to the month only hollow, over that month, and says so', () => {
    const vague = { ...mark, date: '2022-04-01', until: '2022-04-30' };
    const { svg } = timelineSvg({ ...empty, marks: [mark, vague] });
    expect(countOf(svg, 'mark talks vague')).toBe(1 + inLegend);
    expect(countOf(svg, 'span talks')).toBe(1 + inLegend);
    expect(svg).toContain('>Apr 2022<');
    expect(svg).toContain('>Day not documented<');
    expect(timelineSvg({ ...empty, marks: [mark] }).svg).not.toContain('Day not documented');
  });

  it('leaves out what lies outside the days shown', () => {
    const { svg, labels } = timelineSvg({
      ...empty,
      bars: [
        { ...bar, start: '2021-03-01', held: '2021-04-01' },
        { ...bar, start: '2023-03-01', held: '2023-04-01' },
      ],
      marks: [
        { ...mark, date: '2021-12-31' },
        { ...mark, date: '2023-01-01' },
      ],
    });
    expect(labels).toEqual([]);
    expect(svg).not.toMatch(/class="(bar|mark)/);
  });

  it('breaks a long title before the time, which is never cut off', () => {
    const names = 'The First Party and the Government of the Second Party';
    const { svg } = timelineSvg({ ...empty, title: `${names}, 15 September 2025 to 7 April 2026` });
    expect(svg).toContain(`>${names}<`);
    expect(svg).toContain('>15 September 2025 to 7 April 2026<');
  });

  it('sets nothing smaller than a phone can show', () => {
    const { svg } = timelineSvg({ ...empty, title: 'long '.repeat(60), bars: [bar], marks: [mark] });
    const sizes = [...svg.matchAll(/font-size="(\d+)"/g)].map((match) => Number(match[1]));
    expect(sizes.length).toBeGreaterThan(5);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(28);
  });

  it('is drawn once for a dataset, a title and a range, and anew for another of them', async () => {
    const timeline = { ...empty, bars: [bar] };
    const first = await drawTimeline(timeline, 'v1');
    expect(await drawTimeline({ ...timeline }, 'v1')).toBe(first);
    expect(await drawTimeline(timeline, 'v2')).not.toBe(first);
    expect(await drawTimeline({ ...timeline, to: '2022-12-30' }, 'v1')).not.toBe(first);
    expect(await drawTimeline({ ...timeline, title: 'Two others, 2022' }, 'v1')).not.toBe(first);
  });

  it('that failed is tried again', async () => {
    await expect(drawTimeline({ ...empty, marks: [{ ...mark, date: 'soon' }] }, 'v3')).rejects.toThrow();
    pngSize((await drawTimeline(empty, 'v3')).png);
  });

  it('refuses days that are none and a range that ends before it begins', async () => {
    await expect(draw({ ...empty, to: '2021-12-31' })).rejects.toThrow(RangeError);
    await expect(draw({ ...empty, from: '2022-02-30' })).rejects.toThrow(RangeError);
    await expect(draw({ ...empty, marks: [{ ...mark, date: 'soon' }] })).rejects.toThrow(RangeError);
  });

  it('draws a single day and three hundred years', async () => {
    for (const [from, to] of [
      ['2022-05-13', '2022-05-13'],
      ['1800-01-01', '2100-12-31'],
    ] as const) {
      const picture = await draw({ ...empty, from, to, bars: [bar], marks: [mark] });
      expect(pngSize(picture.png).height).toBeLessThan(700);
    }
  });

  it('gives rows that one kind does not need to another', () => {
    const strikes = Array.from({ length: 14 }, (_, at) => ({
      ...mark,
      kind: 'strike' as const,
      label: `A strike with a label as long as this one is, number ${at}`,
    }));
    const { labels } = timelineSvg({ ...empty, marks: [mark, ...strikes] });
    expect(labels).toHaveLength(12);
  });

  it('stays within bounds when there is far more than fits', async () => {
    const kinds = ['talks', 'attack', 'killing', 'strike', 'operation'] as const;
    const day = (index: number) => new Date(Date.UTC(2022, 0, 1 + index)).toISOString().slice(0, 10);
    const marks = Array.from({ length: 300 }, (_, i) => ({ ...mark, date: day(i), kind: kinds[i % 5]! }));
    const { svg } = timelineSvg({ ...empty, marks });
    expect(countOf(svg, 'mark attack')).toBe(60 + inLegend);
    expect(pngSize((await draw({ ...empty, marks })).png).height).toBeLessThan(1200);
  });
});

describe('foreign text in a timeline', () => {
  it('is shown, not obeyed', async () => {
    const label = '</text><script>alert("&amp;")</script>\u0000\u0007\u202Ereversed\uD800 \uFFFE';
    const timeline = { ...empty, title: label, bars: [{ ...bar, label }], marks: [{ ...mark, label }] };
    const { svg } = timelineSvg(timeline);
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;/text&gt;&lt;script&gt;');
    expect(svg).toContain('&amp;amp;');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(svg).not.toMatch(/[\u0000-\u0008\u202E\uD800-\uDFFF\uFFFE]/);
    pngSize((await draw(timeline)).png);
  });

  it('may be Urdu, Pashto, emoji, without spaces, very long or empty', async () => {
    const labels = [
      'جنگ بندی میں توسیع',
      'د اوربند غځول ښه ګام',
      '🕊️ truce 👨‍👩‍👧',
      'x'.repeat(5000),
      '',
      '停火',
    ];
    const timeline = {
      ...empty,
      bars: labels.map((label) => ({ ...bar, label })),
      marks: labels.map((label) => ({ ...mark, label })),
    };
    expect(timelineSvg(timeline).svg).toContain('Noto Nastaliq Urdu');
    pngSize((await draw(timeline)).png);
  });
});

describe('the labels', () => {
  const day = fc
    .integer({ min: -40, max: 420 })
    .map((n) => new Date(Date.UTC(2022, 0, 1 + n)).toISOString().slice(0, 10));
  const label = fc.oneof(
    fc.string({ maxLength: 80 }),
    fc.lorem({ maxCount: 9 }),
    fc.constantFrom('جنگ بندی میں توسیع پر بات چیت', 'WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW'),
  );
  const bars = fc.array(
    fc.record({ label, days: fc.tuple(day, day, day).map((days) => days.sort()), local: fc.boolean() }),
    { maxLength: 12 },
  );
  const marks = fc.array(
    fc.record({
      label,
      date: day,
      kind: fc.constantFrom('talks', 'attack', 'killing', 'strike', 'operation'),
    }),
    { maxLength: 40 },
  );

  it('never overlap and never leave the picture, whatever there is to show', () => {
    fc.assert(
      fc.property(bars, marks, (someBars, someMarks) => {
        const { svg, labels } = timelineSvg({
          ...empty,
          bars: someBars.map(({ label, days: [start, held, plannedEnd], local }) => ({
            ...bar,
            ...{ label, start: start!, held: held!, plannedEnd: plannedEnd!, local },
          })),
          marks: someMarks,
        });
        const height = Number(/height="(\d+)"/.exec(svg)![1]);
        for (const [index, a] of labels.entries()) {
          expect(a.x).toBeGreaterThanOrEqual(0);
          expect(a.x + a.width).toBeLessThanOrEqual(1200);
          expect(a.y + a.height).toBeLessThanOrEqual(height);
          for (const b of labels.slice(index + 1)) {
            const apart =
              a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
            expect(apart).toBe(true);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
