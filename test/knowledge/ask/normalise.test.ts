import { describe, expect, it } from 'vitest';
import { normalise } from '../../../src/knowledge/ask/normalise.ts';

const words = (question: string) => normalise(question).words.map(({ word }) => word);

describe('normalise', () => {
  it('spells out chat abbreviations and contractions', () => {
    expect(words('wats the relation btw ttp n afghan taliban')).toEqual(
      'what is the relation between ttp and afghan taliban'.split(' '),
    );
    expect(words("til wen didn't it end w/ them")).toEqual('until when did not it end with them'.split(' '));
  });

  it('drops mentions, addresses, Markdown, emoji and zero-width characters', () => {
    expect(words('<@123456789012345678> **who** ~~is~~ `Gul`? https://example.org/x 👍🏽 <:t:1>')).toEqual([
      'who',
      'is',
      'gul',
    ]);
    expect(words('cea\u200bse\u00adfire \u202e now')).toEqual(['ceasefire', 'now']);
  });

  it('folds full-width letters and digits of other scripts', () => {
    expect(words('ＴＴＰ ۲۰۲۱')).toEqual(['ttp', '2021']);
  });

  it('parts hyphens and slashes, and keeps a possessive as one word', () => {
    expect(words("Khan's army/TTP cease-fire")).toEqual(['khan', 'army', 'ttp', 'cease', 'fire']);
  });

  it('takes a capital inside a sentence for a name, at its start and in shouting not', () => {
    const names = (question: string) =>
      normalise(question)
        .words.filter(({ name }) => name)
        .map(({ word }) => word);
    expect(names('Did the Houthis agree? Who knows.')).toEqual(['houthis']);
    expect(names('IS THERE A TRUCE')).toEqual([]);
  });

  it.each([
    ['کیا جنگ بندی نافذ ہے؟', 'is ceasefire in effect'],
    ['ثالثی کس نے کی؟', 'mediation who'],
    ['jang bandi kab tak thi', 'ceasefire until when'],
    ['kya jang bandi abhi bhi hai?', 'is ceasefire still'],
    ['کیا جنگ بندی اب بھی قائم ہے؟', 'is ceasefire still in effect'],
    ['ttp ka sarbarah kaun hai', 'ttp leader who is'],
    ['یکم مئی 2022 کو جنگ بندی تھی؟', '1 may 2022 ceasefire'],
    ['may 2022 mein salisi kis ne ki', 'may 2022 mediation who'],
    ['2021 wali jang bandi kab khatam hui', '2021 ceasefire when end'],
    ['kya ttp aur afghan taliban ek hi hain', 'is ttp afghan taliban the same'],
    ['ttp kis se bayat karti hai', 'ttp to whom allegiance'],
    ['elders ki darkhwast kya thi', 'elders request is'],
    ['bilawal ne kya kaha tha', 'bilawal is said'],
    ['2021 mein jang bandi kitne din ki thi', '2021 ceasefire how many days'],
    ['کیا ٹی ٹی پی پر پابندی ہے؟', 'is ٹی ٹی پی ban'],
    ['ٹی ٹی پی نے کس کو دھمکی دی؟', 'ٹی ٹی پی whom threat'],
  ])('puts Urdu question words into English: %s', (question, english) => {
    expect(words(question).join(' ')).toBe(english);
  });

  it('reads a short year where it can be nothing else', () => {
    expect(words("the truce in 21, the '22 deal").join(' ')).toBe('the truce in 2021 the 2022 deal');
    expect(words('did it end in 21 already').join(' ')).toBe('did it end in 2021 already');
    expect(words('r d talks of 21 n 22 same').join(' ')).toBe('are the talks of 2021 and 2022 same');
    expect(words('killed in 21 days, the 21 dead').join(' ')).toBe('killed in 21 days the 21 dead');
  });

  it('does not take one word that both languages have for Urdu', () => {
    expect(words('the main par of the truce')).toEqual(['the', 'main', 'par', 'of', 'the', 'truce']);
    expect(words('noor wali leader h kya')).toContain('wali');
  });

  it('has no words for an empty or wordless question', () => {
    expect(words('')).toEqual([]);
    expect(words('??? 👍 \u200b')).toEqual([]);
  });
});
