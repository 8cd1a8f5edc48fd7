import { expect, test } from 'vitest';
import { asWhen } from '../../../src/knowledge/ask/either-day.ts';

test.each([
  ['Was the deal of 2021 on Nov 8 or Nov 9?', 'when Was the deal of 2021 in Nov?'],
  ['did the truce end on 30 or 31 may 2022', 'when did the truce end in may 2022'],
  ['Was it announced on the 8th or the 9th of November 2021?', 'when Was it announced in November 2021?'],
  ['was the truce declared 8 or 9 november', 'when was the truce declared in november'],
  ['was it 30 October or 2 November 2022', 'when was it in 2022'],
])('%s: %s', (question, read) => {
  expect(asWhen(question)).toBe(read);
});

test.each([
  'Did the attack kill 8 or 9 people?',
  'When was it, on 8 or 9 November?',
  'Was it in effect on 9 November 2021?',
  'Did it hold in May or June?',
])('no choice of days that is to be read anew: %s', (question) => {
  expect(asWhen(question)).toBe(question);
});
