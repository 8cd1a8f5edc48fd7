import { expect, test } from 'vitest';
import { mayFollow } from '../../src/news/look-ahead.ts';
import { compilePatterns } from '../../src/news/pattern.ts';
import { stepKinds } from '../../src/news/pattern-steps.ts';

const unitsOf = (text: string): Uint16Array =>
  Uint16Array.from({ length: text.length + 3 }, (_, at) => text.charCodeAt(at));

/** Behind the letters of “hold”. */
const place = 4;

test.each([
  [['hold ~2 talks'], ' hold very secret talks ', true],
  [['hold ~2 talks'], ' hold very very secret talks ', false],
  [['hold ~2 talks'], ' hold fire , talks ', false],
  [['hold ~2 (to|for) talks'], ' hold on to it ', true],
  [['hold ~2 talks', 'hold a truce'], ' hold a truce ', true],
  [['hold ~2 talks', 'hold a truce'], ' hold fire ', false],
])('%j may go on in “%s”: %s', (terms, text, expected) => {
  const steps = compilePatterns(terms);
  expect(steps[place]).toBe(stepKinds.ahead);
  expect(mayFollow(Uint16Array.from(steps), place, unitsOf(text), 1 + place)).toBe(expected);
});

test('a pattern that may end with its first words looks for nothing behind them', () => {
  expect(compilePatterns(['hold', 'hold ~2 talks'])[place]).not.toBe(stepKinds.ahead);
});
