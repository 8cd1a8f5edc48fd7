import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../../src/knowledge/ask/query.ts';
import { library } from './seeds.ts';

const namesIn = (question: string) =>
  [...readQuestion(question, library, '2026-11-22').naming].map(({ text }) =>
    text.replace(/^(?:on|in) /, ''),
  );

describe('a date that says which ceasefire is meant', () => {
  it.each([
    ['Was the November 2021 truce on in March 2022?', ['November 2021']],
    ['Was the truce of 2021 on in March 2022?', ['2021']],
    ['In March 2022, was the 2021 Eid truce on?', ['2021']],
    ['Did the ceasefire that both had declared in November 2021 hold in March 2022?', ['November 2021']],
    ['Did the 9 November 2021 ceasefire hold?', ['9 November 2021']],
    ['Did the truce in 2021 survive?', ['2021']],
    ['Was the May 2022 one in force in June 2022?', ['May 2022']],
    ['How do the 2021 and the 2022 ceasefires differ?', ['2021', '2022']],
  ])('%s', (question, expected) => {
    expect(namesIn(question).toSorted()).toEqual(expected);
  });

  it.each([
    'Was there a truce in May 2022?',
    'Did the truce hold in 2021?',
    'Was there a truce in November 2021 and in May 2022?',
    '28 May 2022, truce on?',
    'Was a ceasefire announced in November 2021 or in May 2022?',
    'Was the truce in force on 20 May 2022?',
  ])('is no date that is asked about: %s', (question) => {
    expect(namesIn(question)).toEqual([]);
  });
});
