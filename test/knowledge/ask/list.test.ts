import { describe, expect, it } from 'vitest';
import { askAll, askSeeds } from './seeds.ts';

describe('a list with a condition', () => {
  it.each([
    ['which truces did the TTP call off', ['June 2022', 'November 2021', 'April 2014'], ['Eid']],
    ['which ceasefires were called off by the TTP', ['June 2022'], ['March 2014:']],
    ['how many truces did the ttp extend', ['2 of the', 'March 2014', 'Eid truce of 2022'], ['June 2022']],
    ['which truces were not extended', ['November 2021', 'April 2014'], ['June 2022']],
    ['ceasefires that lasted longer than a month', ['June 2022'], ['March 2014', '2025']],
    ['truces shorter than 5 days', ['2024', '2025'], ['2021', '2014']],
    ['list the local ceasefires', ['Swat', 'Bajaur'], ['2021']],
    ['are there any ceasefires that lasted more than 2 months', ['June 2022'], ['2014', '2021']],
    ['did any truce last longer than a month', ['June 2022'], ['2025']],
    ['which ceasefires did Khurasani announce', ['June 2022', '2025'], ['March 2014:']],
    ['which ceasefires were one-sided', ['March 2014'], ['June 2022:', 'November 2021']],
  ])('has only those that fulfil it: %s', (question, those, others) => {
    const { answer, answered } = askAll(question);
    expect(answered).toBe(true);
    const [told = ''] = answer.split('Whether it is one of them');
    for (const each of those) expect(told).toContain(each);
    for (const each of others) expect(told).not.toContain(each);
  });

  it('names those of which no document says so or not', () => {
    expect(askAll('which truces were not extended').answer).toMatch(/no document says: Eid al-Adha.*2025/);
  });

  it('is declined where none fulfils it', () => {
    for (const question of [
      'which ceasefires did Pakistan extend',
      'which truces did the government end',
      'ceasefires that lasted longer than a year',
    ]) {
      expect(askAll(question), question).toMatchObject({ answered: false });
    }
    expect(askSeeds('ceasefires that lasted longer than a month').answered).toBe(false);
  });

  it('is whole without one', () => {
    expect(askAll('list all ceasefires').answer.split('\n')).toHaveLength(8);
  });
});

describe('the longest and the shortest', () => {
  it('are told by their first and last days, ties together', () => {
    expect(askAll('longest ceasefire').answer).toMatch(/June 2022.*\(94 to 179 days\)/);
    const { answer } = askAll('which truce was the shortest');
    expect(answer).toMatch(/2024.*3 days/);
    expect(answer).toMatch(/2025.*3 days/);
    expect(askSeeds('longest ceasefire').answer).toMatch(
      /November 2021.*\(30 days\)[\s\S]*Eid truce of 2022/,
    );
  });

  it('name a ceasefire whose record is asked for', () => {
    expect(askAll('who declared the longest ceasefire').answer).toMatch(/June 2022.*declared.*Khurasani/);
    expect(askAll('first ceasefire with the TTP in 2022').answer).toMatch(/^Eid truce of 2022/);
  });
});

describe('the first and the last talks', () => {
  it('are those that the documents date so', () => {
    expect(askAll('last talks').answer).toContain('13 October 2025');
    expect(askAll('when were the first talks with the TTP').answer).toContain('6 February 2014');
    expect(askSeeds('what were the latest negotiations').answer).toContain('May 2022');
  });
});
