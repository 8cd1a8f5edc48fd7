import { describe, expect, it } from 'vitest';
import { deedOf } from '../../../src/knowledge/ask/deed.ts';

const carriers = new Set(['led', 'delegation', 'minister', 'resigned', 'attack']);
const deedIn = (question: string) => {
  const words = question.split(' ');
  return deedOf(
    words,
    new Map(words.flatMap((word, at) => (carriers.has(word) ? [[at, word] as const] : []))),
  );
};

describe('the deed whose doer is asked for', () => {
  it.each([
    ['who led the delegation', 'led'],
    ['who first led the delegation', 'led'],
    ['which minister resigned over it', 'resigned'],
    // Another word of asking is the verb.
    ['who said the delegation left', undefined],
    ['who was behind the attack', undefined],
    ['when was the attack', undefined],
  ])('%s', (question, deed) => {
    expect(deedIn(question)).toBe(deed);
  });
});
