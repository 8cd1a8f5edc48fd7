import { expect, it } from 'vitest';
import { countedFrom } from '../../../src/knowledge/ask/lead-time.ts';
import { askSeeds } from './seeds.ts';

it('finds from what a question counts', () => {
  expect(countedFrom('how long before the truce had he spoken')).toEqual({
    from: 3,
    to: 4,
    text: 'the truce',
  });
  expect(countedFrom('how many days after the school attack did they talk')).toMatchObject({
    from: 4,
    to: 6,
  });
  expect(countedFrom('how long did the truce last')).toBeUndefined();
  expect(countedFrom('who spoke before the truce')).toBeUndefined();
});

it('keeps it from deciding what answers', () => {
  const { answer } = askSeeds(
    'How long before the ceasefire of November 2021 did Imran Khan announce talks?',
  );
  expect(answer).toMatch(/^Weeks before 9 November 2021/);
});
