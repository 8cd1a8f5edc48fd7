import { expect, it } from 'vitest';
import { askAll, askSeeds } from './seeds.ts';

it.each([
  'help',
  'hi',
  'hello there',
  'what can you do',
  'how up to date are you?',
  'what can i ask',
  'are you a bot',
  'what is ur source',
])('says what the dataset holds and up to when: %s', (question) => {
  const { answer, answered } = askSeeds(question);
  expect(answered).toBe(false);
  expect(answer).toContain('It covers the ceasefires');
  expect(answer).toContain('30 May 2022');
  expect(askAll(question).answer).toContain('2026');
});

it('is no answer to what is asked of the conflict, or to no word at all', () => {
  for (const question of [
    'what do you know about the attack of 2009',
    '???',
    'what can you tell me of Gul',
  ]) {
    expect(askSeeds(question).answer, question).not.toContain('/help');
  }
});
