import { expect, test } from 'vitest';
import { createClassifier } from '../../src/news/classifier.ts';
import { item, shippedWatch } from './watch.ts';

const classify = createClassifier(shippedWatch);

test.each([
  [
    'as something else',
    'TTP negotiates over quiet hours',
    'The Teaching Talent Pathway has new rules.',
    false,
  ],
  ['in brackets', 'TTP negotiates a pay deal', 'TTP (Tactical Team Play) runs on two servers.', false],
  ['as the watched side', 'TTP negotiates release', 'The Tehreek Taliban Pakistan wants men freed.', true],
  ['by words in small letters', 'TTP negotiates release', 'It told the press in Wana.', true],
  ['not at all', 'TTP negotiates release', 'Elders in Wana are hopeful.', true],
])('an acronym spelt out %s', (_, title, summary, alert) => {
  expect(classify(item(title, { summary })).alert).toBe(alert);
});
