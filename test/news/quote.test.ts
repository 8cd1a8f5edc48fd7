import { describe, expect, test } from 'vitest';
import { createClassifier } from '../../src/news/classifier.ts';
import { normalise } from '../../src/news/normalise.ts';
import { quotesOf } from '../../src/news/quote.ts';
import { item, shippedWatch } from './watch.ts';

describe('a folded phrase is quoted as it was written', () => {
  test.each([
    ['case and accents', 'Os Talibãs anunciam TRÉGUA', 'tregua', 'TRÉGUA'],
    ['letters that writers differ in', 'کوئی بات نہیں', 'کویی بات', 'کوئی بات'],
    ['marks behind the last letter', 'ٹِی ٹِی پِیّ کا بیان', 'ٹی ٹی پی', 'ٹِی ٹِی پِیّ'],
    ['joiners', 'جنگ‌بندی میں توسیع', 'جنگ بندی', 'جنگ‌بندی'],
    ['signs within', 'a cease-fire; then “war”', 'cease fire', 'cease-fire'],
    ['a genitive', 'the Army’s truce', 'army truce', 'Army’s truce'],
    ['no sign behind it', 'The ‘Army’s’ truce', 'army', 'Army'],
  ])('%s', (_, text, phrase, quote) => {
    expect(quotesOf(text)(normalise(phrase).trim())).toBe(quote);
  });
});

test('the title is quoted before the summary', () => {
  expect(quotesOf('A Truce', 'the truce and the WAR')('truce')).toBe('Truce');
  expect(quotesOf('A Truce', 'the truce and the WAR')('war')).toBe('WAR');
});

test('whole words are found; what is not stays as it is', () => {
  expect(quotesOf('Pastor speaks', 'A PAST')('past')).toBe('PAST');
  expect(quotesOf('U.N.O. speaks')('uno')).toBe('uno');
  expect(quotesOf('')('uno')).toBe('uno');
});

test('reasons quote the text, and call a rival one', () => {
  const classify = createClassifier(shippedWatch);
  const { reasons } = classify(
    item('حافظ گل بہادر کی ٹی ٹی پی سے ملاقات، کوئی جنگ بندی نہیں', { language: 'ur' }),
  );
  expect(reasons[0]).toBe('“حافظ گل بہادر” as Pakistani Taliban outside the TTP (rival)');
});
