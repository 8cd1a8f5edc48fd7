import { describe, expect, it } from 'vitest';
import { ask } from '../../../src/knowledge/ask/ask.ts';
import { indexDataset } from '../../../src/knowledge/dataset-index.ts';
import { askSeeds, pack, seeds } from './seeds.ts';

describe('a post that somebody holds', () => {
  it.each([
    ['What job did Bilal Karimi have?', /Bilal Karimi: spokesman of the Afghan Taliban, in May 2022/],
    ['What is the occupation of Imtiaz Gul?', /Imtiaz Gul: analyst/],
    [
      'In which capacity is Zabihullah Mujahid known?',
      /Mujahid: spokesman.*\n(?:.*\n)*.*Mujahid: senior official/,
    ],
    ['Who is the boss of the PPP?', /Bilawal Bhutto Zardari: leader of the Pakistan People’s Party/],
    ['who talks for the ttp', /Mohammad Khurasani: spokesman of the TTP/],
    ['Who is in charge of the PPP?', /Bilawal Bhutto Zardari: leader of the Pakistan People’s Party/],
    ['What side is Khurasani on?', /Mohammad Khurasani: spokesman of the TTP/],
    ['Which Taliban does Karimi belong to?', /Bilal Karimi: spokesman of the Afghan Taliban/],
    ['Was Imran Khan still in office in May 2022?', /out of office by May 2022/],
  ])('is told from its record: %s', (question, expected) => {
    const { kind, answer } = askSeeds(question);
    expect(kind).toBe('relation');
    expect(answer).toMatch(expected);
  });

  it('is told with its time, and the time that no document covers', () => {
    const { answer } = askSeeds('Was Fawad Chaudhry still the information minister in May 2022?');
    expect(answer).toContain('information minister of the Government of Pakistan, in November 2021');
    expect(answer).toContain('No document of the dataset gives this post for May 2022');
    const during = askSeeds('Was Karimi a spokesman in May 2022?').answer;
    expect(during).not.toContain('No document');
  });

  it('is told for today as the latest that is documented', () => {
    const today = ask('who leads the TTP now', { ...seeds, index: indexDataset(pack.dataset) });
    expect(today.answer).toMatch(/^Noor Wali Mehsud: leader of the TTP/);
    expect(today.answer).toContain('who holds the post today it does not say');
    expect(today.answer).not.toContain('Baitullah');
  });

  it('is not held for ever where another held it later', () => {
    const all = { ...seeds, index: indexDataset(pack.dataset) };
    expect(ask('who was the ttp leader in 2008', all).answer).toContain('Baitullah Mehsud: leader');
    expect(ask('who was the ttp leader in 2014', all)).toMatchObject({ answered: false });
  });

  it('is asked about a time though the time is told by a clause', () => {
    expect(askSeeds('Was Khurasani already the spokesman when the 2021 truce was announced?').kind).toBe(
      'relation',
    );
  });

  it('is declined where no document names it', () => {
    const { answered, answer } = askSeeds('Who is the current army chief of Pakistan?');
    expect(answered).toBe(false);
    expect(answer).toContain('no document names one');
  });

  it('is declined where another post is documented', () => {
    expect(askSeeds('Was Bilawal the prime minister?')).toMatchObject({ answered: false });
    expect(askSeeds('Who does Imtiaz Gul work for?')).toMatchObject({ answered: false });
    expect(askSeeds('Which party does Imran Khan lead?')).toMatchObject({ answered: false });
  });
});

describe('a post at another time', () => {
  it.each([
    'Who was the spokesman of the TTP in 2014?',
    'Who led the PPP in March 2022?',
    'Who followed Khurasani as spokesman in 2022?',
    'Which party does Fawad Chaudhry belong to?',
    'What office does Malala hold?',
  ])('or of another kind is declined: %s', (question) => {
    expect(askSeeds(question)).toMatchObject({ kind: 'declined', answered: false });
  });

  it('is told where its time is documented', () => {
    expect(askSeeds('Who was the spokesman of the TTP in December 2021?').answer).toMatch(/Khurasani/);
  });
});

describe('who came next in a post', () => {
  it.each([
    'Who became information minister after Fawad Chaudhry?',
    'Who was prime minister before Imran Khan?',
    'Who succeeded Khurasani as spokesman?',
    'Who took over from Imran Khan?',
  ])('is declined unless recorded: %s', (question) => {
    expect(askSeeds(question)).toMatchObject({ kind: 'declined', answered: false });
  });

  it('is told where a record names one', () => {
    const index = indexDataset(pack.layers(['seeds', 'updates']));
    const { answer } = ask('Who became prime minister after Imran Khan?', { ...seeds, index });
    expect(answer).toMatch(/^Shehbaz Sharif: prime minister of the Government of Pakistan/);
  });
});

describe('the name of a state', () => {
  it('that its rulers give it is told', () => {
    expect(askSeeds('What do the Afghan Taliban call their country?').answer).toMatch(/^Islamic Emirate/);
  });

  it('is declined where no document gives one', () => {
    expect(askSeeds('What does Pakistan call its government?').answered).toBe(false);
  });
});
