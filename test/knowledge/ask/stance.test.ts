import { describe, expect, it } from 'vitest';
import { askSeeds } from './seeds.ts';

describe('on whose side somebody stands', () => {
  it('is told by the relations of the person and of the body that the person leads', () => {
    for (const question of [
      'Was Bilawal Bhutto Zardari with the government or against it?',
      'Was Bilawal in the opposition or in the government?',
    ]) {
      const { kind, answer } = askSeeds(question);
      expect(kind, question).toBe('relation');
      expect(answer).toContain("Pakistan People's Party (PPP): opposition to the Government of Pakistan");
      expect(answer.match(/leader of the Pakistan People’s Party/g)).toHaveLength(1);
    }
  });

  it('is not told where no relation is recorded', () => {
    expect(askSeeds('Is Imtiaz Gul for or against the government?').kind).not.toBe('relation');
  });
});
