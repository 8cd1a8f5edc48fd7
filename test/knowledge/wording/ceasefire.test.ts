import { describe, expect, it } from 'vitest';
import { indexDataset } from '../../../src/knowledge/dataset-index.ts';
import { saySide } from '../../../src/knowledge/wording/ceasefire.ts';
import { ceasefire, dataset, dated } from '../build.ts';
import { indexes } from '../pack.ts';

function said(record: Parameters<typeof ceasefire>[0]): string {
  const index = indexDataset(dataset({ ceasefires: [ceasefire(record)] }));
  return saySide(index, index.ceasefires.get('cf')!);
}

describe('whose ceasefire it is', () => {
  it('says who tells of an agreement, and who announced it', () => {
    const declared = [dated('2020-03-10', { by: ['side-b'], claims: ['claim-b'] })];
    expect(said({ declared, agreedIn: ['claim-a'] })).toBe(
      'Agreed between Side A and Side B, according to Side A; announced by Side B.',
    );
  });

  it('speaks of no agreement that no claim tells of', () => {
    expect(said({ declared: [dated('2020-03-10')] })).toBe('Between Side A and Side B; announced by Side A.');
    expect(said({})).toBe('Between Side A and Side B; no document tells who announced it.');
  });

  it('names the one side that declared it', () => {
    expect(said({ side: 'unilateral', declared: [dated('2020-03-10')] })).toBe(
      'Declared by one side only: Side A. Parties: Side A and Side B.',
    );
  });

  it.each([
    ['CF-2021-11', /according to Fawad Chaudhry and Mohammad Khurasani; announced by Fawad Chaudhry/],
    ['CF-2022-EID', /according to the TTP and two TTP sources of AFP; no document tells who announced it/],
    ['CF-2022-05', /Zabihullah Mujahid; announced by Mohammad Khurasani, Zabihullah Mujahid and the TTP/],
    ['CF-2022-06', /according to Dawn; announced by Mohammad Khurasani/],
  ])('of the shipped %s both are named as the documents have them', (id, words) => {
    expect(saySide(indexes.both, indexes.both.ceasefires.get(id)!)).toMatch(words);
  });

  it('never takes the word of one party of the shipped pack for that of both', () => {
    for (const each of indexes.both.dataset.ceasefires) {
      expect(saySide(indexes.both, each), each.id).not.toMatch(/for both sides/);
      if (each.side === 'bilateral' && each.agreedIn.length === 0) {
        const speakers = new Set(each.declared.flatMap(({ by }) => by));
        expect(speakers.size, each.id).toBeGreaterThan(1);
      }
    }
  });
});
