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
