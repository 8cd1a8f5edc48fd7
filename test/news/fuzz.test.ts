import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createClassifier } from '../../src/news/classifier.ts';
import { createClusterer } from '../../src/news/clusterer.ts';
import { createLexicon } from '../../src/news/lexicon.ts';
import { normalise } from '../../src/news/normalise.ts';
import { readPassage } from '../../src/news/passage.ts';
import { plainSummary, plainTitle } from '../../src/news/text.ts';
import { item, shippedWatch } from './watch.ts';

const classify = createClassifier(shippedWatch);
const lexicon = createLexicon(shippedWatch);

/** Text as feeds may send it: any code units, with words that open the gate and signs that turn its direction. */
const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.integer({ min: 0xd800, max: 0xdfff }).map((code) => String.fromCharCode(code)) }),
      fc.constantFrom(
        'TTP',
        'طالبان',
        'ٹی ٹی پی',
        'ceasefire',
        'talks',
        'مذاکرات',
        'no',
        '.',
        ',',
        '-',
        "'s",
      ),
      fc.constantFrom(
        '\u202e',
        '\u2066',
        '\u200c',
        '\u200d',
        '\u0640',
        '\u0000',
        '<',
        '>',
        '&',
        '&amp;',
        '﷽',
      ),
    ),
  )
  .map((parts) => parts.join(' '));

describe('any text', () => {
  test('is classified and clustered', () => {
    fc.assert(
      fc.property(text, text, (title, summary) => {
        const one = item(title, { summary });
        const answer = classify(one);
        expect(answer.alert).toBe(!['related', 'none'].includes(answer.topic));
        expect(answer.score).toBeGreaterThanOrEqual(0);
        expect(answer.score).toBeLessThanOrEqual(1);
        const placement = createClusterer(shippedWatch).place(one, answer);
        expect(placement !== undefined).toBe(answer.alert);
        if (placement) expect(JSON.parse(JSON.stringify(placement.story))).toEqual(placement.story);
      }),
      { numRuns: 300 },
    );
  });

  test('normalises to words with single spaces, and no further', () => {
    fc.assert(
      fc.property(text, (raw) => {
        const once = normalise(raw.toWellFormed());
        expect(once).toMatch(/^ (\S+( \S+)*)? $/u);
        expect(once.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('size', () => {
  const million = 1_000_000;
  test.each([
    ['one word', 'a'.repeat(million)],
    ['open tags', '<'.repeat(million)],
    ['tags that never close', '<a '.repeat(million / 3)],
    ['dots', 't.'.repeat(million / 2)],
    ['spaces', ' '.repeat(million)],
    ['half a pair', '\ud800'.repeat(million)],
    ['right to left', '\u202eTTP '.repeat(million / 5)],
    ['a letter that grows', '﷽'.repeat(million)],
    ['names and actions', 'TTP ceasefire talks with no '.repeat(million / 28)],
  ])('a title of a million characters: %s', (_, title) => {
    expect(() => classify(item(title, { summary: title }))).not.toThrow();
    // What is looked at is bounded, so nothing grows with the input.
    const plain = { title: plainTitle(title), summary: plainSummary(title), source: 'Outlet', published: 0 };
    expect(readPassage(plain, lexicon).words.length).toBeLessThan(20_000);
  });
});
