import { describe, expect, it } from 'vitest';
import { askSeeds } from './seeds.ts';

describe('two speakers side by side', () => {
  it.each([
    [
      'How do Zabihullah Mujahid and the TTP describe the ceasefire of May 2022 differently?',
      [/Mujahid said.*temporary ceasefire/, /TTP statement.*extended until 30 May 2022/],
    ],
    [
      'Imran Khan versus Bilawal on talks',
      [/Imran Khan.*prefers negotiations/, /Bilawal.*without consulting/],
    ],
    [
      'How do Imtiaz Gul and Mujahid differ on the talks of May 2022?',
      [/Gul.*tough messages/, /Mujahid.*mediation of the Islamic Emirate/],
    ],
  ])('are both told: %s', (question, expected) => {
    const { kind, answer } = askSeeds(question);
    expect(kind).toBe('comparison');
    for (const each of expected) expect(answer).toMatch(each);
  });

  it('are not compared on what no document tells of both', () => {
    for (const question of [
      'How do Imran Khan and Bilawal differ on taxes?',
      'How do Malala and Imran Khan differ on the talks?',
    ]) {
      expect(askSeeds(question), question).toMatchObject({ answered: false });
    }
  });

  it('are not taken for speakers where they are parties', () => {
    expect(askSeeds('Did both Pakistan and the TTP announce the truce?').kind).toBe('ceasefire');
  });
});
