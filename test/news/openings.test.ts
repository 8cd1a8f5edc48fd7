import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Openings } from '../../src/news/openings.ts';

const letters = fc.string({
  unit: fc.constantFrom('a', 'b', 'q', ' ', 'ا', 'ب', '😀'),
  minLength: 1,
  maxLength: 6,
});
const units = (text: string): Uint16Array =>
  Uint16Array.from({ length: text.length + 3 }, (_, at) => text.charCodeAt(at));

test('whatever stands at a place is among those that may', () => {
  fc.assert(
    fc.property(fc.uniqueArray(letters, { minLength: 1, maxLength: 40 }), letters, (texts, behind) => {
      const openings = new Openings(texts);
      for (const text of texts) {
        expect(openings.groups[openings.find(units(text + behind), 0)]).toContain(text);
      }
    }),
    { numRuns: 500 },
  );
});

test('what begins otherwise is turned away, and a group holds few others', () => {
  const openings = new Openings(['talks ', 'tall', 'truce']);
  expect(openings.groups[openings.find(units('talk'), 0)]).toEqual(['talks ', 'tall']);
  expect(openings.find(units('tree'), 0)).toBe(-1);
  expect(openings.find(units(''), 0)).toBe(-1);
  expect(new Openings([]).find(units('talks'), 0)).toBe(-1);
});
