import { describe, expect, it } from 'vitest';
import { askAll, askSeeds } from './seeds.ts';

describe('a ceasefire that a question presupposes', () => {
  it.each([
    'who declared the ceasefire of 2023',
    'why did the truce of 2023 collapse?',
    'how long did the ceasefire of March 2023 last?',
    'who broke the truce of 2023?',
    'Did the Afghan Taliban mediate the 2023 ceasefire?',
  ])('is said not to be documented, with those around: %s', (question) => {
    const { answered, answer } = askAll(question);
    expect(answered).toBe(false);
    expect(answer).toMatch(
      /^The dataset does not say: no document tells of a ceasefire of (?:March )?2023\.\nThe one before: “Indefinite ceasefire of June 2022”.*\nThe one after: “Eid al-Adha ceasefire of 2024”/,
    );
  });

  it('is said not to have been extended where no document tells of that', () => {
    const { answered, answer } = askAll('why did the TTP extend the truce in 2024');
    expect(answered).toBe(false);
    expect(answer).toContain('no document tells of an extension of the “Eid al-Adha ceasefire of 2024”');
    expect(answer).toContain('from 17 June 2024');
  });

  it.each([
    ['who extended the truce in May 2022', askAll],
    ['was the truce in Bajaur in 2025 mediated', askAll],
    ['who paid for the Eid truce of 2022', askSeeds],
    ['who paid for the truce of 2021', askAll],
  ])('is not denied where there is one, local or undated: %s', (question, asked) => {
    expect(asked(question).answer).not.toMatch(/no document tells of (?:a ceasefire|an extension)/);
  });
});
