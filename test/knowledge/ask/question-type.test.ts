import { describe, expect, it } from 'vitest';
import { asksForDay, asksOf, isComparison, isRelation } from '../../../src/knowledge/ask/question-type.ts';

describe('asksOf', () => {
  it.each([
    ['until when was the truce to last', 'until'],
    ['when was the truce due to end', 'until'],
    ['since when has it held', 'since'],
    ['it was the most important step since when', 'since'],
    ['how many people were killed', 'count'],
    ['how long was the truce', 'duration'],
    ['on which day was it announced', 'when'],
    ['where did they meet', 'where'],
    ['why was it extended', 'why'],
    ['who mediated', 'who'],
    ['which minister announced it', 'who'],
    ['was the truce in effect', 'yesno'],
    ['what was offered to militants who lay down arms', 'what'],
    ['what did he say', 'what'],
  ])('%s: %s', (text, asks) => {
    expect(asksOf(text)).toBe(asks);
  });
});

it('tells an exact day from any date', () => {
  expect(asksForDay('on which exact day did it end')).toBe(true);
  expect(asksForDay('in which year did it end')).toBe(false);
});

it('knows comparisons and relations', () => {
  expect(isComparison('what is the difference between the two truces')).toBe(true);
  expect(isRelation('are they the same group')).toBe(true);
  expect(isRelation('who announced the truce')).toBe(false);
});
