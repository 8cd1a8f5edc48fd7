import { expect, test } from 'vitest';
import { createClassifier } from '../../src/news/classifier.ts';
import { item, shippedWatch } from './watch.ts';

test.each([
  ['en', 'TTP extends ceasefire with Pakistan'],
  ['ur', 'ٹی ٹی پی نے جنگ بندی میں توسیع کر دی'],
  ['de', 'TTP verlängert Waffenruhe mit Pakistan'],
  ['ar', 'حركة طالبان باكستان تمدد وقف إطلاق النار'],
])('an item in a language is read the same when its words are first compiled: %s', (language, title) => {
  const classify = createClassifier(structuredClone(shippedWatch));
  const one = item(title, { language });
  const first = classify(one);
  expect(first.alert).toBe(true);
  expect(classify(one)).toEqual(first);
});
