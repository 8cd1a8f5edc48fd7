import { describe, expect, test } from 'vitest';
import { readWatch } from '../../scripts/eval/labelled.ts';
import { createClassifier } from '../../src/news/classifier.ts';
import { createLexicon } from '../../src/news/lexicon.ts';
import { createModel } from '../../src/news/model.ts';
import { readPassage } from '../../src/news/passage.ts';
import { alertTopics } from '../../src/news/story.ts';
import type { Learned } from '../../src/schema/learned.ts';
import { inventedWatch, item, shippedWatch } from './watch.ts';

/** “hatchet” tells of a truce in the title, “armistice” wherever it stands; both tell against none. */
const learned: Learned = {
  topics: ['none', 'talks', 'truce_declared'],
  bias: [100, 0, 0],
  weights: [
    'hatchet 0 0 0 -300 0 300',
    'armistice -300 0 250 0 0 0',
    'talks 0 50 0 0 0 0',
    'the -100 0 100 0 0 0',
    'floods 600 0 0 0 0 0',
    '#watched/none 0 0 10 0 0 0',
  ],
};
const taught = { ...inventedWatch, learned };
const lexicon = createLexicon(inventedWatch);
const opinionOf = (title: string, summary = '') =>
  createModel(learned).opinionOf(readPassage(item(title, { summary, language: 'en' }), lexicon));

describe('an opinion', () => {
  test('adds up what features say, in the title and anywhere', () => {
    // 100 to 0 to 0, in hundredths.
    expect(opinionOf('Rain').chance).toBeCloseTo(2 / (2 + Math.E));
    const { chance, topic } = opinionOf('A hatchet');
    expect(topic).toBe('truce_declared');
    expect(chance).toBeCloseTo((1 + Math.exp(3)) / (1 + Math.exp(3) + Math.exp(-2)));
    expect(opinionOf('Rain', 'A hatchet.').chance).toBeCloseTo(opinionOf('Rain').chance);
    expect(opinionOf('Rain', 'An armistice.')).toEqual(opinionOf('Armistice'));
  });

  test('counts a feature once, and nothing of an earlier text', () => {
    expect(opinionOf('Armistice, armistice', 'Armistice!')).toEqual(opinionOf('Armistice'));
    const model = createModel(learned);
    const passages = ['Hatchet', 'Rain', 'Hatchet'].map((title) => readPassage(item(title), lexicon));
    const [first, , third] = passages.map((passage) => model.opinionOf(passage));
    expect(third).toEqual(first);
  });
});

describe('what the rules let go', () => {
  test('is raised where labelled items are sure of it, and says by which words', () => {
    const one = item('No word on the River Front', {
      summary: 'Hatchet and armistice. Talks of states over the River Front.',
      language: 'en',
    });
    expect(createClassifier(inventedWatch)(one).alert).toBe(false);
    const { alert, topic, score, reasons } = createClassifier(taught)(one);
    expect({ alert, topic }).toEqual({ alert: true, topic: 'truce_declared' });
    expect(score).toBeGreaterThan(0.4);
    expect(score).toBeLessThanOrEqual(0.5);
    expect(reasons[0]).toContain('River Front');
    expect(reasons.at(-1)).toMatch(/^labelled items outweigh that: truce declared by “armistice” \(9\d %\)$/);
  });

  test('stays so where they are not', () => {
    const one = item('No word on the River Front', {
      summary: 'Floods, hatchet and armistice. Talks of states over the River Front.',
      language: 'en',
    });
    expect(createClassifier(taught)(one)).toEqual(createClassifier(inventedWatch)(one));
  });

  test('is all that is looked over: what the rules know alerts as they say', () => {
    const one = item('River Front extends truce as floods rise', { language: 'en' });
    expect(createClassifier(taught)(one)).toEqual(createClassifier(inventedWatch)(one));
    expect(createClassifier(taught)(one).alert).toBe(true);
  });

  test('is not looked at where nobody of the conflict is named', () => {
    const one = item('Hatchet, armistice: the end of a family feud', { language: 'en' });
    expect(createClassifier(taught)(one).alert).toBe(false);
  });
});

test('what ships was learned for the topics there are, and finds news in words that the rules do not know', () => {
  const watch = readWatch('config/pakistan-ttp');
  expect(watch.learned?.topics).toEqual(['none', ...alertTopics]);
  const rules = createClassifier(shippedWatch);
  const one = item('TTP walks away, says Pakistan never meant it', {
    summary: 'The commanders were told to take up where they left off last year.',
    language: 'en',
  });
  expect(rules(one).alert).toBe(false);
  expect(createClassifier(watch)(one)).toMatchObject({ alert: true });
});
