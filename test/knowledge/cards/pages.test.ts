import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Line, pageAt, pageButtons, pagesOf } from '../../../src/knowledge/cards/pages.ts';
import { fitLines, fitWords, weightOf } from '../../../src/knowledge/cards/weight.ts';

const line = (text: string): Line => ({ text, sources: [] });
const sentence = fc
  .array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 40 })
  .map((words) => words.join(' '));

describe('pages', () => {
  it('lose no line, keep their order, and fit', () => {
    const sections = fc.array(
      fc.record({
        name: fc.string({ minLength: 1, maxLength: 60 }),
        lines: fc.array(sentence.map(line), { minLength: 1, maxLength: 20 }),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(sections, (some) => {
        const pages = pagesOf(some);
        const shown = pages.flatMap(({ fields }) => fields.map(({ value }) => value)).join('\n');
        expect(shown).toBe(
          some.flatMap(({ lines }) => lines.map(({ text }) => fitWords(text, 1000))).join('\n'),
        );
        for (const { fields } of pages) {
          const sizes = fields.map(({ name, value }) => weightOf(name) + weightOf(String(value)));
          expect(Math.max(...sizes)).toBeLessThan(1300);
          expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(4000);
        }
      }),
    );
  });

  it('do not tear a section that a fresh page holds', () => {
    const section = (name: string) => ({
      name,
      lines: Array.from({ length: 5 }, () => line('word '.repeat(90).trim())),
    });
    const pages = pagesOf([section('One'), section('Two')]);
    expect(pages.map(({ fields }) => fields[0]?.name)).toEqual(['One', 'Two']);
  });

  it('say that a field goes on', () => {
    const [page] = pagesOf([
      { name: 'One', lines: Array.from({ length: 4 }, () => line('x '.repeat(200).trim())) },
    ]);
    expect(page?.fields.map(({ name }) => name)).toEqual(['One', 'One (continued)']);
  });

  it('beyond either end are the nearest there is', () => {
    expect(pageAt(['a', 'b'], 7)).toEqual({ page: 'b', number: 1 });
    expect(pageAt(['a', 'b'], -1)).toEqual({ page: 'a', number: 0 });
    expect(pageAt(['a', 'b'], Number.NaN)).toEqual({ page: 'a', number: 0 });
    expect(pageAt([], 0)).toEqual({ page: undefined, number: 0 });
  });

  it('have buttons only if there are several, the one at the end disabled', () => {
    expect(pageButtons(0, 1, String)).toEqual([]);
    expect(pageButtons(0, 2, (page) => `x:${page}`)).toMatchObject([
      { disabled: true },
      { id: 'x:1', disabled: false },
    ]);
    expect(pageButtons(1, 2, (page) => `x:${page}`)).toMatchObject([{ id: 'x:0' }, { disabled: true }]);
    expect(pageButtons(0, 2, () => 'x'.repeat(101))).toEqual([]);
  });
});

describe('fitting', () => {
  it('keeps whole words and whole characters, and never exceeds', () => {
    fc.assert(
      fc.property(sentence, fc.integer({ min: 5, max: 60 }), (text, weight) => {
        const fitted = fitWords(text, weight);
        expect(weightOf(fitted)).toBeLessThanOrEqual(weight);
        expect(fitted.isWellFormed()).toBe(text.isWellFormed());
        if (fitted !== text) expect(fitted.endsWith('…')).toBe(true);
      }),
    );
    expect(fitWords('The truce held for a day', 12)).toBe('The truce…');
  });

  it('keeps whole lines and says how many more there are', () => {
    const lines = ['one', 'two', 'three', 'four'];
    expect(fitLines(lines, 100)).toBe('one\ntwo\nthree\nfour');
    expect(fitLines(lines, 18)).toBe('one\ntwo\nand 2 more');
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 9 }), fc.integer({ min: 20, max: 300 }), (some, weight) => {
        expect(weightOf(fitLines(some, weight))).toBeLessThanOrEqual(weight + 1);
      }),
    );
  });
});
