import { describe, expect, it } from 'vitest';
import { askAll, askSeeds } from './seeds.ts';

describe('a ceasefire named by who declared it', () => {
  it.each([
    ['When did the truce that Chaudhry announced begin?', '9 November 2021'],
    ['until when was the ceasefire declared by Khurasani to last', '30 May 2022'],
    ['What has become of the deal that Chaudhry made known?', 'not extended'],
    ['how long was the truce Fawad Chaudhry had announced', 'month-long'],
    ['Who mediated the truce that Chaudhry announced?', 'disputed whether mediated'],
  ])('is the one that is asked about: %s', (question, expected) => {
    const { answer, answered } = askSeeds(question);
    expect(answered).toBe(true);
    expect(answer).toContain(expected);
  });

  it('is the one of the time that is named, of several', () => {
    const { answer } = askAll('how long did the ceasefire that Khurasani announced in June 2022 last');
    expect(answer).toContain('Indefinite ceasefire of June 2022');
    expect(answer).not.toContain('2025');
  });

  it('is left open where that is what is asked, or nobody of that name declared one', () => {
    expect(askSeeds('Was the truce of 2021 announced by Chaudhry?').answer).toMatch(/^Yes, by the documents/);
    expect(askSeeds('When did the truce that Malala announced begin?').answered).toBe(false);
  });
});
