import { describe, expect, test } from 'vitest';
import { readLabelled } from '../../scripts/eval/labelled.ts';
import { languageOf } from '../../src/news/language.ts';
import { createLexicon } from '../../src/news/lexicon.ts';
import { page } from '../../src/news/normalise.ts';
import { readPassage } from '../../src/news/passage.ts';
import { inventedWatch, shippedWatch } from './watch.ts';

const lexicon = createLexicon(shippedWatch);

/** The language of an item with that title, as the classifier reads it. */
const read = (title: string, language: string | undefined, known = lexicon): string =>
  readPassage(
    { title, summary: '', source: '', published: 0, ...(language !== undefined && { language }) },
    known,
  ).language;

describe('the language of a text', () => {
  test.each([
    ['Pakistan and the group agree', undefined, 'en'],
    ['Le groupe prolonge la trêve', 'fr-FR', 'fr'],
    ['Le groupe prolonge la trêve avec le gouvernement', undefined, 'fr'],
    ['Truce prolonged as talks go on', undefined, 'en'],
    ['حکومت کا فیصلہ', 'en', 'ur'],
    ['Hukumat aur group ke darmiyan muzakrat', 'ur', 'ur'],
    ['د سولې خبرې', 'ur', 'ps'],
    ['پاکستان با طالبان در کابل مذاکره کرد', undefined, 'fa'],
    ['باكستان تعلن الهدنة مع الحركة', undefined, 'ar'],
    ['पाकिस्तान के साथ वार्ता', undefined, 'hi'],
    ['चर्चा सुरू आहे', 'mr', 'mr'],
    ['చర్చలు', 'en', 'te'],
    ['停火', undefined, 'zh'],
    ['12345 …', undefined, 'und'],
  ])('%s, declared %s: %s', (title, declared, language) => {
    expect(read(title, declared)).toBe(language);
  });

  test.each([
    ['Le groupe prolonge la trêve avec le gouvernement', 'en-US', 'fr'],
    ['Der Sprecher und die Regierung sprechen', 'en-US', 'de'],
    ['The group extends its truce with the government', 'de', 'en'],
    ['Waffenruhe verlängert', 'en-US', 'de'],
    ['Ateşkes uzatıldı', 'en', 'tr'],
    ['حکومت نے کہا کہ مذاکرات ہو رہے ہیں', 'ar', 'ur'],
    ['باكستان تعلن الهدنة مع الحركة', 'ur', 'ar'],
    ['पाकिस्तानच्या सरकारने चर्चा केली नाही आणि', 'hi', 'mr'],
  ])('%s: its words are believed before the tag %s', (title, tag, language) => {
    expect(read(title, tag)).toBe(language);
  });

  test.each([
    ['Karachi 12', 'id', 'id'],
    ['Karachi 12', 'so', 'so'],
    ['Karachi 12', 'ur', 'ur'],
    ['Karachi 12', 'ru', 'und'],
    ['کراچی', 'fa', 'fa'],
    ['کراچی', 'en', 'ur'],
  ])(
    '%s: words that tell nothing leave it to the tag %s, if it is of that script',
    (title, tag, language) => {
      expect(read(title, tag)).toBe(language);
    },
  );

  test('two languages that the words tell alike of: the declared one', () => {
    const tells = (language: string): number => (language === 'de' || language === 'nl' ? 2 : 0);
    page.write('Karachi Quetta');
    expect(languageOf('Karachi Quetta', 'nl', tells)).toBe('nl');
    expect(languageOf('Karachi Quetta', 'de', tells)).toBe('de');
  });

  test('a vocabulary without a language tells nothing of it', () => {
    expect(read('Waffenruhe', 'en', createLexicon(inventedWatch))).toBe('en');
  });
});

test('the labelled items are read in their languages, whatever their feed declares', () => {
  const items = readLabelled('test/news/fixtures/items.jsonl');
  for (const tag of [undefined, 'en-US', 'de', 'ur', 'ar']) {
    const right = items.filter(({ title, summary, source, lang }) => {
      const item = { title, summary, source, published: 0, ...(tag !== undefined && { language: tag }) };
      return readPassage(item, lexicon).language === lang;
    });
    expect(right.length / items.length, tag).toBeGreaterThan(0.985);
  }
});
