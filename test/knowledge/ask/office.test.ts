import { describe, expect, it } from 'vitest';
import { askAll, askSeeds } from './seeds.ts';

describe('who holds an office', () => {
  it.each([
    'Who was prime minister when the truce of 2021 was announced?',
    'who was prime minister of Pakistan in November 2021',
    'Who was the prime minister at the time of the ceasefire of November 2021?',
  ])('at a time is who the documents name for it: %s', (question) => {
    const { kind, answer, claims } = askAll(question);
    expect(kind).toBe('relation');
    expect(answer).toMatch(/^Imran Khan: prime minister/);
    expect(answer).not.toMatch(/^Shehbaz Sharif: /m);
    expect(claims).toContain('000-38');
  });

  it('after whoever held it before is the next one', () => {
    expect(askAll('who was prime minister in june 2022').answer).toMatch(/^Shehbaz Sharif: prime minister/);
  });

  it.each([
    ['who was prime minister in june 2022', askSeeds],
    ['who was prime minister in 2015', askAll],
    ['Who is the prime minister of Afghanistan?', askAll],
  ])('is declined where no document names one: %s', (question, asked) => {
    expect(asked(question).answered).toBe(false);
  });

  it('now is the latest that is documented, as of its date', () => {
    const { answer, claims } = askAll('Who is the current prime minister?');
    expect(answer).toMatch(
      /^Shehbaz Sharif: prime minister of the Government of Pakistan, from 11 April 2022\.\nThat is as of 2 January 2023, /,
    );
    expect(claims[0]).toBe('L035');
    const ended = askAll('who is the spokesman of the TTP now');
    expect(ended.answered).toBe(false);
    expect(ended.answer).toContain('Mohammad Khurasani: spokesman of the TTP');
    expect(ended.answer).toContain('as of 29 March 2025');
    expect(askSeeds('who is the prime minister of Pakistan now').answered).toBe(false);
    expect(askAll('who was prime minister in may 2024').answer).toContain('as of 2 January 2023');
  });

  it('is asked for by whose it is, too', () => {
    const first = askAll('Who is the current prime minister?').answer;
    expect(askAll('Who’s Pakistan’s current prime minister?').answer).toBe(first);
    expect(askAll('Who was Pakistan’s prime minister at the time of the Doha ceasefire?').answer).toContain(
      'Shehbaz Sharif: prime minister',
    );
    expect(askSeeds('Who is the current spokesman of the Afghan Taliban?').answer).toMatch(
      /^Zabihullah Mujahid: spokesman of the Afghan Taliban, from May 2022/,
    );
  });

  it.each([askSeeds, askAll])('is no longer whoever is told to have left it', (asked) => {
    const { answer } = asked('Was Imran Khan still prime minister on 19 May 2022?');
    expect(answer).toMatch(/^No longer, by the documents\./);
    expect(asked('Was Imran Khan prime minister in 2015?').answer).not.toContain('No longer');
  });
});
