import { describe, expect, it } from 'vitest';
import { drawStrip } from '../../src/pictures/draw-strip.ts';
import { stripSvg } from '../../src/pictures/strip-svg.ts';
import type { StripDay } from '../../src/story-strip.ts';
import { countOf, pngSize } from './png-facts.ts';

const days = (of: (index: number) => Omit<StripDay, 'date'>): StripDay[] =>
  Array.from({ length: 30 }, (_, index) => ({
    date: new Date(Date.UTC(2026, 9, 24 + index)).toISOString().slice(0, 10),
    ...of(index),
  }));
const strip = (of: (index: number) => Omit<StripDay, 'date'>) => ({
  title: 'Stories of the last 30 days',
  days: days(of),
  alt: 'In words.',
});

describe('the strip of the last days', () => {
  it('is a PNG 1,200 pixels wide, with the words passed on', async () => {
    const picture = await drawStrip(strip((index) => ({ stories: { talks: index % 3 } })));
    expect(picture).toMatchObject({ name: 'stories.png', alt: 'In words.' });
    expect(pngSize(picture.png).width).toBe(1200);
    expect(pngSize(picture.png).height).toBeLessThan(700);
  });

  it('has a column for each group of each day that had stories, and their number', () => {
    const svg = stripSvg(strip((index) => ({ stories: index === 3 ? { talks: 2, breach: 5 } : {} })));
    expect(countOf(svg, 'stories talks')).toBe(1);
    expect(countOf(svg, 'stories breach')).toBe(1);
    expect(countOf(svg, 'stories truce')).toBe(0);
    expect(svg).toContain('>7<');
    expect(svg).toContain('Truce ended or violated');
    expect(svg).not.toContain('Truce declared or extended');
  });

  it('shows what is documented of each day below, and explains it', () => {
    const svg = stripSvg(
      strip((index) => ({ stories: {}, ...(index < 10 && { state: 'in_effect' as const }) })),
    );
    expect(countOf(svg, 'state in_effect')).toBe(10);
    expect(svg).toContain('Documented: in effect');
    expect(svg).not.toContain('Documented: ended');
  });

  it('keeps columns within the picture however many stories there are', () => {
    const svg = stripSvg(strip((index) => ({ stories: { talks: 10 ** (index % 5) } })));
    const tops = [...svg.matchAll(/class="stories[^"]*" x="[\d.]+" y="([\d.-]+)"/g)].map((match) =>
      Number(match[1]),
    );
    expect(tops).toHaveLength(30);
    expect(Math.min(...tops)).toBeGreaterThan(100);
  });

  it('is quiet when there was nothing, and refuses to have no days', async () => {
    pngSize((await drawStrip(strip(() => ({ stories: {} })))).png);
    await expect(drawStrip({ title: '', days: [], alt: '' })).rejects.toThrow(RangeError);
  });
});
