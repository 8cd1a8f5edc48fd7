import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalise } from '../../src/news/normalise.ts';
import { compilePatterns, endOf } from '../../src/news/pattern.ts';

const word = fc.constantFrom('a', 'ab', 'abc', 'b', 'ba', 'ج', 'جب');
const piece = fc.oneof(
  { weight: 3, arbitrary: word },
  word.map((stem) => `${stem}*`),
  fc.constantFrom('~', '~1', '~2'),
  fc
    .array(
      fc.oneof(
        word,
        word.map((stem) => `${stem}*`),
        fc.constant(''),
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((options) => `(${options.join('|')})`),
);
const term = fc
  .array(fc.tuple(piece, fc.constantFrom(' ', ' ', '-', '')), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.flat().join('').replaceAll('**', '*').trim())
  .filter((text) => text !== '' && !/~\S*~/.test(text));
const said = fc
  .array(fc.constantFrom('a', 'ab', 'abc', 'b', 'ba', 'aab', 'abab', 'ج', 'جب', 'ججب', 'x', '.', ','), {
    maxLength: 8,
  })
  .map((words) => ` ${words.join(' ')} `);

/** The same as a regular expression. */
const expression = (terms: readonly string[]): RegExp =>
  new RegExp(`(?:${terms.map(sourceOf).join('|')})(?= )`, 'y');

const sourceOf = (text: string): string =>
  text
    .split(/(\*|\(|\)|\||~\d?)/)
    .map((part) => {
      if (part === '*') return '[^ .,]{0,12}';
      if (part === '(') return '(?:';
      if (part.startsWith('~')) return `(?:[^ .,]+ ){0,${part.slice(1) || '3'}}`;
      if (part === ')' || part === '|') return part;
      const words = normalise(part).trim();
      return `${/^[ -]/.test(part) ? ' ?' : ''}${words.replaceAll(' ', ' ?')}${words && /[ -]$/.test(part) ? ' ?' : ''}`;
    })
    .join('')
    // A gap begins with a word.
    .replace(/ \?(\(\?:\[\^ \.,\]\+ \)\{0,\d\})/g, '(?: $1)?');

const unitsOf = (text: string): Uint16Array =>
  Uint16Array.from({ length: text.length + 1 }, (_, at) => text.charCodeAt(at));

test('a pattern ends where the regular expression does that says the same', () => {
  let found = 0;
  fc.assert(
    fc.property(fc.array(term, { minLength: 1, maxLength: 3 }), said, (terms, text) => {
      const steps = Uint16Array.from(compilePatterns(terms));
      const same = expression(terms);
      const units = unitsOf(text);
      for (let at = 1; at < text.length; at += 1) {
        same.lastIndex = at;
        const end = same.test(text) ? same.lastIndex : -1;
        expect(endOf(steps, 0, units, at), `${terms} in ${text} at ${at}`).toBe(end);
        if (end > at) found += 1;
      }
    }),
    { numRuns: 2_000 },
  );
  expect(found).toBeGreaterThan(400);
});

test.each([
  ['hold* ~2 talks', ' holding some secret talks today ', 'holding some secret talks'],
  ['hold* ~2 talks', ' holding some more secret talks ', undefined],
  ['hold* ~2 talks', ' holding , talks ', undefined],
  ['cease(fire|) deal', ' ceasefiredeal ', 'ceasefiredeal'],
])('%s in “%s”', (one, text, expected) => {
  const end = endOf(Uint16Array.from(compilePatterns([one])), 0, unitsOf(text), 1);
  expect(end === -1 ? undefined : text.slice(1, end)).toBe(expected);
});

test('a gap does not begin within a word', () => {
  const steps = Uint16Array.from(compilePatterns(['end ~2 talks']));
  expect(endOf(steps, 0, unitsOf(' endorse talks '), 1)).toBe(-1);
  expect(endOf(steps, 0, unitsOf(' end the talks '), 1)).toBe(14);
});
