import { expect, test } from 'vitest';
import { classifyAll } from '../../src/news/classify-all.ts';
import { item, shippedWatch } from './watch.ts';

test('answers in the order of the items, whatever their dates', () => {
  const late = item('Pakistani Taliban prolong truce', {
    id: 'late',
    published: Date.parse('2022-05-18T12:00:00Z'),
    source: 'Outlet B',
  });
  const none = item('Rain in the north', { id: 'none' });
  const early = item('TTP extends truce', { id: 'early', published: Date.parse('2022-05-18T06:00:00Z') });
  const answers = [...classifyAll(shippedWatch, [late, none, early])];
  expect(answers.map(({ id }) => id)).toEqual(['late', 'none', 'early']);
  expect(answers[0]).toMatchObject({ alert: true, topic: 'truce_extended', score: 1 });
  expect(answers[1]).toMatchObject({ alert: false, topic: 'none', story: null });
  expect(answers[0]?.story).toBe(answers[2]?.story);
  expect(Object.keys(answers[0]!)).toEqual(['id', 'alert', 'topic', 'score', 'story', 'reasons']);
});
