import { describe, expect, test } from 'vitest';
import { normalise, page, starts, units } from '../../src/news/normalise.ts';

describe('a text is normalised', () => {
  test.each([
    ['letters of one case, without marks', 'Ceasefire TALKS, café', ' ceasefire talks , cafe '],
    ['one space for all signs between words', 'one “two” – (three)/four', ' one two , three four '],
    ['sentences and clauses', 'One. Two… three; four: five!', ' one . two . three . four , five . '],
    ['a quoted question, and who asks', '‘Why? How?’ a judge asks', ' why . how , a judge asks '],
    ['a genitive', 'the group’s truce', ' the group truce '],
    ['an elided article', "l’accord, qu’il d'un", ' accord , il un '],
    ['an apostrophe within a word', 'o’brien rock ’n’ roll', ' obrien rock n roll '],
    ['an acronym with dots', 'The U.S. and T.T.P extend', ' the us and tt p extend '],
    ['a single letter before a dot', 'Vitamin C. New', ' vitamin c . new '],
    ['numbers', '4.2 billion, 1,200 men, ۱۲ and 3٫5', ' 42 billion , 1200 men , 12 and 35 '],
    ['dashes', 'talks - over - and cease-fire -', ' talks , over , and cease fire '],
    ['a dash at a sentence’s end', 'over. - Next', ' over . , next '],
    ['Arabic letters as Urdu writes them', 'ٹي ٹي پي كي', ' ٹی ٹی پی کی '],
    ['points, tatweel and joiners', 'جنـگ\u200cبَندی\u200f', ' جنگ بندی '],
    ['signs of Arabic and Devanagari', 'بند، ختم۔ अंत। नया', ' بند , ختم . अंत . नया '],
    ['Devanagari with and without nukta', 'क़ क', ' क क '],
    ['letters that fold to several', 'ﷺ ß ﬁ', ' صلی اللہ علیہ وسلم ss fi '],
    ['letters outside the basic plane', '𝐓𝐓𝐏 😀 truce', ' ttp truce '],
    ['text without spaces', '停火。新', ' 停 火 . 新 '],
    ['a sigma at a word’s end', 'Σας', ' σας '],
    ['half a pair', 'a\ud800b', ' a b '],
    ['nothing', ' \u200d ', '  '],
  ])('%s', (_, text, normal) => {
    expect(normalise(text)).toBe(normal);
  });
});

test('the page tells where the words of an item begin, and how many are the title’s', () => {
  page.writeItem('T.T.P. talks', 'It’s over.');
  const words = page.toString().trim().split(' ');
  expect(words).toEqual(['ttp', 'talks', '.', 'it', 'over', '.']);
  expect([page.words, page.titleWords]).toEqual([6, 2]);
  const at = Array.from(starts.slice(0, page.words));
  expect(at.map((start) => String.fromCharCode(units[start]!))).toEqual(words.map((word) => word[0]));
});

test('a text of any length is read, up to a bound', () => {
  const text = normalise('truce '.repeat(100_000));
  expect(text.length).toBeGreaterThan(10_000);
  expect(text.length).toBeLessThan(100_000);
});

test('what the page holds outlasts other work on it', () => {
  page.writeItem('ٹی ٹی پی talks', 'It’s over.');
  const before = [page.toString(), page.words, page.titleWords, Array.from(starts.slice(0, page.words))];
  expect(
    page.keeping(() => normalise('A longer text of one byte a letter, with many more words than that.')),
  ).toBe(' a longer text of one byte a letter , with many more words than that . ');
  expect([page.toString(), page.words, page.titleWords, Array.from(starts.slice(0, page.words))]).toEqual(
    before,
  );
});
