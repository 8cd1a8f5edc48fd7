import { expect, it } from 'vitest';
import { asksForWeekday, withWeekdays } from '../../../src/knowledge/ask/weekdays.ts';
import { askSeeds } from './seeds.ts';

it('gives full dates their day of the week, and vague ones none', () => {
  expect(withWeekdays('on 18 May 2022, in May 2022, in 2021')).toBe(
    'on Wednesday, 18 May 2022, in May 2022, in 2021',
  );
});

it('leaves a date alone that has its day already', () => {
  expect(withWeekdays('on Tuesday, 9 November 2021')).toBe('on Tuesday, 9 November 2021');
});

it('is done only where a question asks for it', () => {
  expect(asksForWeekday('on which day of the week was it?')).toBe(true);
  expect(asksForWeekday('on which day was it?')).toBe(false);
  const asked = 'was the 2021 ceasefire announced?';
  expect(askSeeds(`On which weekday ${asked}`).answer).toContain('Monday, 8 November 2021');
});
