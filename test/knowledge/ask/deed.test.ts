import { describe, expect, it } from 'vitest';
import { deedOf } from '../../../src/knowledge/ask/deed.ts';

const carriers = new Set(['led', 'delegation', 'minister', 'resigned', 'attack', 'news', 'agency', 'tribal']);
const deedIn = (question: string) => {
  const words = question.split(' ');
  const places = words.flatMap((word, at) => (carriers.has(word) ? [[at, word] as const] : []));
  return deedOf(words, new Map(places), new Set([words.indexOf('HC')]));
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
    ['which news agency did they tell', undefined],
  ])('%s', (question, deed) => {
    expect(deedIn(question).deed).toBe(deed);
  });

  it.each([
    ['who led the tribal delegation', 'delegation'],
    ['who led the HC delegation', 'delegation'],
    ['who led them', undefined],
  ])('%s is done to %s', (question, object) => {
    expect(deedIn(question).object).toBe(object);
  });
});
