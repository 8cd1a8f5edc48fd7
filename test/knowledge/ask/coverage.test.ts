import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../../src/knowledge/ask/coverage.ts';
import { libraryOf } from '../../../src/knowledge/ask/library.ts';
import { readQuestion } from '../../../src/knowledge/ask/query.ts';
import { indexDataset } from '../../../src/knowledge/dataset-index.ts';
import { noVocabulary } from '../../../src/schema/no-vocabulary.ts';
import { claim, dataset, on } from '../build.ts';

const index = indexDataset(
  dataset({
    claims: [
      claim({
        id: 'bridge',
        summary: 'Side B repaired the bridge at the old harbour.',
        date: on('2019-03-01'),
      }),
      claim({
        id: 'truce',
        kind: 'ceasefire_start',
        summary: 'Side A began a truce in March 2019.',
        date: on('2019-03-03'),
      }),
      claim({ id: 'talks', kind: 'talks', summary: 'Side A and side B held talks.', date: on('2019-02-01') }),
    ],
  }),
);
const claims = { bridge: 'crossing' };
const library = libraryOf(index, { ...noVocabulary, claims });

function covered(question: string, id: string): number {
  const evidence = library.evidence.get(id);
  if (!evidence) throw new Error(`no claim ${id}`);
  return coverageOf(library, readQuestion(question, library, '2019-06-01'), evidence).coverage;
}

describe('the share of a question that stands in a claim', () => {
  it('is whole if all of it does', () => {
    expect(covered('What was repaired at the harbour?', 'bridge')).toBe(1);
  });

  it('is nothing if none of it does', () => {
    expect(covered('What was repaired at the harbour?', 'talks')).toBe(0);
  });

  it('counts what the pack says that people ask for the claim with, a little less', () => {
    const crossing = covered('What crossing was repaired?', 'bridge');
    expect(crossing).toBeGreaterThan(0.9);
    expect(crossing).toBeLessThan(1);
  });

  it('falls with a word that no claim has: little for wording, more for a deed, most for a thing', () => {
    const wording = covered('What did they wisely repair at the harbour?', 'bridge');
    const deed = covered('Was the harbour wisely repaired?', 'bridge');
    const thing = covered('What ransom was repaired at the harbour?', 'bridge');
    expect(wording).toBeLessThan(1);
    expect(deed).toBeLessThan(wording);
    expect(thing).toBeLessThan(wording);
  });

  it('rests on what claims are about, however many have it', () => {
    expect(covered('Was the bridge repaired during the truce at the harbour?', 'truce')).toBeLessThan(0.5);
    expect(covered('Did the truce hold at the bridge?', 'bridge')).toBeLessThan(0.6);
  });

  it('falls for another time', () => {
    expect(covered('What was repaired in March 2019?', 'bridge')).toBe(1);
    expect(covered('What was repaired in May 2019?', 'bridge')).toBeLessThan(0.8);
  });
});
