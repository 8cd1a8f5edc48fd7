import { describe, expect, it } from 'vitest';
import { partsOf } from '../../../src/knowledge/ask/parts.ts';
import { askSeeds } from './seeds.ts';

describe('a question of several parts', () => {
  it('is split where another question begins', () => {
    expect(partsOf('Which day did it begin, and which day was it announced?')).toEqual([
      'Which day did it begin',
      'which day was it announced?',
    ]);
    expect(partsOf('who announced it n when')).toEqual(['who announced it', 'when']);
  });

  it('asks each of two speakers for themselves', () => {
    expect(partsOf('What do the officials and the witnesses say about the toll?')).toEqual([
      'What do the officials say about the toll?',
      'What do the witnesses say about the toll?',
    ]);
    const { answer } = askSeeds(
      'What do the Afghan officials and the witnesses say about the death toll of the airstrikes?',
    );
    expect(answer).toMatch(/47 people/);
    expect(answer).toMatch(/dozens of civilians/);
  });

  it('is left whole where it is one question, or a list of them', () => {
    for (const question of [
      'Who mediated between Pakistan and the TTP?',
      'Did Pakistan and the TTP agree?',
      'Who said it and when and where and why?',
    ]) {
      expect(partsOf(question)).toEqual([question]);
    }
  });

  it('has each part answered, the later ones of what the first is about', () => {
    const { answer, answered } = askSeeds(
      'Which day did the 2021 ceasefire begin, and which day was it announced?',
    );
    expect(answered).toBe(true);
    expect(answer).toContain('9 November 2021');
    expect(answer).toContain('8 November 2021');
  });

  it('says so where only the first part is documented', () => {
    const { answer } = askSeeds('Who announced the 2021 ceasefire, and which hotel was he in?');
    expect(answer).toMatch(/does not say|do not settle the rest/);
  });

  it('is declined if no part is documented', () => {
    expect(askSeeds('Which hotel hosted the talks, and which bank paid for them?').answered).toBe(false);
  });
});

describe('what a later part leaves to the first', () => {
  it('is the ceasefire that the first one names', () => {
    const { answer } = askSeeds('Who announced the truce of 2021, and did it hold?');
    expect(answer).toMatch(/declared: 8 November 2021/);
    expect(answer).toMatch(/not extended/);
    expect(answer).not.toMatch(/^Yes/m);
  });

  it('is the place that answers it', () => {
    const { answer } = askSeeds('In which province does the BLA attack, and which country borders it?');
    expect(answer).toMatch(/Balochistan also borders Afghanistan/);
  });

  it('is the person who answers it', () => {
    const { answer } = askSeeds('Who announced the November 2021 ceasefire, and what office did he have?');
    expect(answer).toContain('Fawad Chaudhry: information minister');
  });

  it('is the event that the victims are asked of', () => {
    const { answer } = askSeeds('In which year was the school in Peshawar attacked, and how many died?');
    expect(answer).toContain('145');
    expect(answer).not.toContain('47');
  });

  it('is all of the question where the other part only names the documents', () => {
    expect(partsOf('Is it home-grown, what do the reports say?')).toHaveLength(1);
  });

  it('may be a plan, which is no opinion', () => {
    const { answered, answer } = askSeeds('Until when should the 2021 truce have lasted, and did it go on?');
    expect(answered).toBe(true);
    expect(answer).toMatch(/planned end: 8 December 2021[\s\S]*not extended/);
    expect(askSeeds('When should Pakistan have ended the talks?').answered).toBe(false);
  });
});

it('takes “it” for the ceasefire that an answer on something else tells of', () => {
  const { answer } = askSeeds('What did the talks of November 2021 produce, and did it hold?');
  expect(answer).toMatch(/November 2021 ceasefire: from 9 November 2021/);
  expect(answer).toMatch(/not extended/);
});
