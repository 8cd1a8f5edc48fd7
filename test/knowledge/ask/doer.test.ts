import { describe, expect, it } from 'vitest';
import { doesAny, mayDo } from '../../../src/knowledge/ask/doer.ts';
import { libraryOf } from '../../../src/knowledge/ask/library.ts';
import { indexDataset } from '../../../src/knowledge/dataset-index.ts';
import { noVocabulary } from '../../../src/schema/no-vocabulary.ts';
import { dataset } from '../build.ts';

const index = indexDataset(
  dataset({ actors: [{ id: 'council', type: 'organisation', name: 'Harbour Council', aliases: ['HC'] }] }),
);
const library = libraryOf(index, noVocabulary);
const council = { text: 'the council', ids: ['council'], at: 0, length: 2 };

function does(summary: string, word: string): boolean {
  return mayDo(library, council, summary, { at: summary.indexOf(word), length: word.length });
}

describe('whoever may do what a summary tells', () => {
  it('is named before it, by any name', () => {
    expect(does('The Harbour Council demanded a pause.', 'demanded')).toBe(true);
    expect(does('HC demanded a pause.', 'demanded')).toBe(true);
  });

  it('is not whom it is done to', () => {
    expect(does('Side A demanded a pause of the HC.', 'demanded')).toBe(false);
  });

  it('is not whoever comes next after a date', () => {
    expect(does('After the raids of April 2022 the Harbour Council spoke.', 'raids')).toBe(false);
  });

  it('may stand after “by”, and is not whoever stands before that', () => {
    const summary = 'A raid on Side A was carried out by the Harbour Council.';
    expect(does(summary, 'carried')).toBe(true);
    expect(does('The Harbour Council’s house was raided by Side A.', 'raided')).toBe(false);
  });

  it('is not a name that only opens another', () => {
    expect(does('Harbour Councillors United demanded a pause.', 'demanded')).toBe(false);
  });

  it('may stand after “of”', () => {
    expect(does('A pause came at the request of the Harbour Council.', 'request')).toBe(true);
  });
});

describe('whether somebody does any of what a summary tells', () => {
  const any = (summary: string) => doesAny(library, council, summary, (word) => word === 'demanded');

  it.each([
    ['Side A demanded a pause, and the HC demanded another.', true],
    ['Side A demanded a pause of the HC.', false],
    ['The HC met.', undefined],
  ])('%s %s', (summary, does) => {
    expect(any(summary)).toBe(does);
  });
});
