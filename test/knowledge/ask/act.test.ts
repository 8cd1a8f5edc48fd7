import { describe, expect, it } from 'vitest';
import { actOf } from '../../../src/knowledge/ask/act.ts';
import { readQuestion } from '../../../src/knowledge/ask/query.ts';
import { askAll, askSeeds, library } from './seeds.ts';

describe('what is said against somebody or asked of them', () => {
  it.each([
    ['what does the TTP accuse Pakistan of', 'TTP', 'Pakistan'],
    ['what did Pakistan ask of Kabul', 'Pakistan', 'Kabul'],
    ['demands of Pakistan', 'Pakistan', undefined],
    ["what are Pakistan's accusations against the TTP", 'Pakistan', 'TTP'],
    ['who accuses Pakistan', undefined, 'Pakistan'],
  ])('has a speaker and somebody it is said to: %s', (question, by, to) => {
    const act = actOf(readQuestion(question, library, '2026-11-22'));
    expect([act?.by?.text, act?.to?.text]).toEqual([by, to]);
  });

  it('is none where somebody is accused or asked by whoever it may be', () => {
    for (const question of ['what is Pakistan accused of', 'what was Kabul asked to do', 'who mediated']) {
      expect(actOf(readQuestion(question, library, '2026-11-22')), question).toBeUndefined();
    }
  });

  it('is told of the side that is asked about, not of the other', () => {
    expect(askSeeds('what does the TTP accuse Pakistan of').answered).toBe(false);
    expect(askAll('what does the TTP accuse Pakistan of').answer).toContain('not respecting the terms');
    expect(askSeeds('demands of pakistan').answer).toMatch(/Pakistan (?:called on|urged)/);
    expect(askSeeds('demands of pakistan').answer).not.toContain('release of prisoners');
    expect(askSeeds('demands of the TTP').answer).toContain('release of prisoners');
    expect(askAll('what did the government ask of the TTP').answer).not.toContain('Afghan Taliban to');
    expect(askSeeds('who accuses Pakistan').answer).not.toMatch(/^Pakistan says/m);
  });

  it('is an answer where nothing else is asked', () => {
    expect(askSeeds('who accuses whom').answer).toContain('Opponents of Imran Khan accused him');
  });

  it('counts what a spokesman says as the word of the body', () => {
    expect(askSeeds('Did the Afghan Taliban say they knew of the 2021 talks?').answer).toMatch(
      /Mujahid.*not aware/,
    );
  });
});
