import { expect, test } from 'vitest';
import { eachFeature } from '../../src/news/features.ts';
import { createLexicon } from '../../src/news/lexicon.ts';
import { readPassage } from '../../src/news/passage.ts';
import { inventedWatch, item } from './watch.ts';

test('words and kinds of the title and of the sentence behind it, and no more', () => {
  const one = item('River Front, Norland to talk', {
    summary: 'A truce may come. Nothing else is known.',
    language: 'en',
  });
  const [inTitle, elsewhere]: [string[], string[]] = [[], []];
  eachFeature(readPassage(one, createLexicon(inventedWatch)), (feature, isInTitle) =>
    (isInTitle ? inTitle : elsewhere).push(feature),
  );
  expect(inTitle.slice(0, 5)).toEqual(['river', 'front', 'norland', 'to', 'talk']);
  expect(inTitle).toContain('#watched/none');
  expect(inTitle).toContain('#counterpart/none');
  expect(elsewhere).toContain('#truce');
  expect(elsewhere.filter((feature) => !feature.startsWith('#'))).toEqual(['a', 'truce', 'may', 'come']);
});
