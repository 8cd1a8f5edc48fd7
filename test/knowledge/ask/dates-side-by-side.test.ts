import { describe, expect, it } from 'vitest';
import { askSeeds } from './seeds.ts';

describe('two dates of a ceasefire', () => {
  it.each([
    'Was the ceasefire of 2021 announced before it began?',
    'How many days after its announcement did the November 2021 truce start?',
    'Had the November 2021 truce started by the time it was announced?',
    'Was the 2021 truce in force on the day of its announcement?',
  ])('are told side by side: %s', (question) => {
    const { answer } = askSeeds(question);
    expect(answer).toContain('first day: 9 November 2021');
    expect(answer).toContain('declared: 8 November 2021');
    expect(answer).toContain('in effect from 1 day later');
  });

  it('are both told where it is asked which of them is right', () => {
    for (const question of [
      'Did the truce of 2021 start on the 8th or on the 9th of November?',
      'Which date is correct for the 2021 truce, 8th or 9th of November?',
    ]) {
      const { answer } = askSeeds(question);
      expect(answer, question).toContain('9 November 2021');
      expect(answer, question).toContain('8 November 2021, according to Fawad Chaudhry');
    }
  });
});

describe('where reports differ', () => {
  it.each([
    ['Why is there doubt about when the May 2022 ceasefire began?', /10 May 2022[\s\S]*Eid/],
    ['Do the articles give the same start date for the May 2022 ceasefire?', /10 May 2022[\s\S]*Eid/],
    [
      'Do the reports give the same end date of the May 2022 ceasefire?',
      /30 May 2022[\s\S]*no further details/,
    ],
    ['Is the toll of the April 2022 airstrikes the same in both articles?', /47 people[\s\S]*dozens/],
    ['Do AP and AFP agree on why the truce was extended in May 2022?', /tribal elders[\s\S]*TTP/],
    ['Why do the dates of the May 2022 ceasefire differ?', /10 May 2022[\s\S]*Eid/],
    ['How many versions of Khurasani’s name do the articles have?', /Mohammad[\s\S]*Muhammad/],
    ['Does Mujahid contradict himself between 2021 and 2022?', /denied[\s\S]*mediated/],
    ['Do the accounts vary on how the 2021 ceasefire ended?', /not extended[\s\S]*failed/],
  ])('every side is told: %s', (question, expected) => {
    const { kind, answer } = askSeeds(question);
    expect(kind).toBe('dispute');
    expect(answer).toMatch(expected);
  });

  it('a choice that divides them is answered by every side', () => {
    const { kind, answer } = askSeeds('Is the TTP home-grown or Afghanistan-based, what do the reports say?');
    expect(kind).toBe('dispute');
    expect(answer).toMatch(/Afghanistan-based/);
    expect(answer).toMatch(/home-grown/);
  });

  it('a choice that divides none is no dispute', () => {
    expect(askSeeds('Was the truce announced by a minister or by a general?').kind).not.toBe('dispute');
  });
});
