import { describe, expect, it } from 'vitest';
import { askSeeds } from './seeds.ts';

describe('which of two things is the greater', () => {
  const ways = [
    'Which killed more, the Peshawar school attack or the airstrike?',
    'Was the attack on the school in Peshawar deadlier than the airstrike of April 2022?',
    'did the airstrike cost more lives than the peshawar school attack',
  ];
  it.each(ways)('is told by the figures of both: %s', (question) => {
    const { kind, answer } = askSeeds(question);
    expect(kind).toBe('comparison');
    expect(answer).toContain('145');
    expect(answer).toContain('47');
  });

  it('is told by the dates of both, where it is asked what came first', () => {
    const { answer } = askSeeds(
      'Which came first, the school attack in Peshawar or the attack on the army headquarters?',
    );
    expect(answer).toMatch(/2009/);
    expect(answer).toMatch(/2014/);
  });

  it('is not told where one of them has no figure', () => {
    const { answered, answer } = askSeeds('Which killed more, the Peshawar school attack or the BLA?');
    expect(answered).toBe(false);
    expect(answer).toMatch(/145/);
  });

  it('is no question of a single thing', () => {
    expect(askSeeds('Did more people die in the airstrike?').kind).not.toBe('comparison');
  });
});
