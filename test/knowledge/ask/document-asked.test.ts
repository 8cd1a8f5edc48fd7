import { describe, expect, it } from 'vitest';
import { documentsAsked } from '../../../src/knowledge/ask/document-asked.ts';
import { askSeeds, seeds } from './seeds.ts';

const read = (question: string) => {
  const { question: asked, documents } = documentsAsked(question, seeds.index.dataset.sources);
  return { asked, ids: [...(documents ?? [])] };
};

describe('the documents that a question names', () => {
  it('are known by their agency or by when they were published', () => {
    expect(read('How does the AFP report describe the TTP?').ids).toEqual(['seed-001']);
    expect(read('What does the article of November 2021 say of the TTP?').ids).toEqual(['seed-004']);
    expect(read('What does the 2022 article with AP say?').ids).toEqual(['seed-000']);
  });

  it('are none where nothing tells which, or no document is meant', () => {
    expect(read('What does the article say?').ids).toEqual([]);
    expect(read('What does the Reuters article say?').ids).toEqual([]);
    expect(read('Who attacked in May 2022?').ids).toEqual([]);
  });

  it('leave the question without the words that only say where to look', () => {
    expect(read('Where is the TTP based, in the words of the AP article?').asked).toBe(
      'Where is the TTP based?',
    );
    expect(read('According to the AFP report, who inspired the TTP?').asked).toBe('who inspired the TTP?');
    expect(read('How does the AP article rate the raids?').asked).toBe(
      'How does the AP article rate the raids?',
    );
  });

  it('are the ones that answer', () => {
    expect(askSeeds('How does the AFP report describe the TTP?').sources).toEqual(['seed-001']);
    expect(askSeeds('What does the AFP report say about the BLA?').answered).toBe(false);
  });
});
