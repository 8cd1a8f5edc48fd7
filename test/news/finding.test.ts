import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createClassifier } from '../../src/news/classifier.ts';
import { findingsOf } from '../../src/news/finding.ts';
import { createLexicon } from '../../src/news/lexicon.ts';
import { type Passage, readPassage } from '../../src/news/passage.ts';
import { judge } from '../../src/news/verdict.ts';
import { item, shippedWatch } from './watch.ts';

const lexicon = createLexicon(shippedWatch);

const passageOf = (summary: string): Passage =>
  readPassage({ title: 'x', summary, source: '', language: 'en', published: 0 }, lexicon);

const terms = ['TTP', 'Taliban', 'talks', 'truce', 'ends', 'no', 'if', 'after', 'with', 'attack', 'Pakistan'];
const text = fc
  .array(fc.oneof(fc.constantFrom(...terms), fc.constantFrom('a', ',')), { minLength: 1, maxLength: 300 })
  .map((words) => words.join(' '));

/** Words and mentions that were looked at in finding and weighing what a summary tells. */
function lookedAt(summary: string): number {
  let looks = 0;
  const counted = <T extends object>(list: T): T =>
    new Proxy(list, {
      get(target, key, receiver) {
        if (typeof key === 'string' && /^\d/.test(key)) looks += 1;
        return Reflect.get(target, key, receiver);
      },
    });
  const { words, mentions, sentences, ...rest } = passageOf(summary);
  const passage: Passage = {
    ...rest,
    words: counted(words),
    mentions: counted(mentions),
    sentences: counted(sentences.map((one) => ({ ...one, mentions: counted(one.mentions) }))),
  };
  judge(counted(findingsOf(passage, 2025)), passage);
  return looks;
}

describe('a run of words without a stop', () => {
  test('is cut where it has more mentions than a sentence', () => {
    fc.assert(
      fc.property(text, (summary) => {
        const { sentences, mentions, words } = passageOf(summary);
        for (const one of sentences) {
          const starts = new Map(Object.entries(Object.groupBy(one.mentions, ({ from }) => from)));
          const most = Math.max(0, ...[...starts.values()].map((some) => some?.length ?? 0));
          expect(one.mentions.length).toBeLessThan(32 + most);
        }
        // Nothing is lost by it.
        expect(sentences.flatMap((one) => one.mentions)).toEqual(mentions);
        expect(sentences.map(({ from, to }) => words.slice(from, to).join(' ')).join(' ')).toBe(
          words.filter((word) => word !== '.').join(' '),
        );
      }),
    );
  });

  test.each([
    '(TTP "ceasefire" ',
    'TTP talks ',
    'TTP, talks, truce, not, ',
    'TTP ends truce talks failed after attack ',
    'no talks with TTP after truce ends if talks fail ',
  ])('of %s costs about twice as much when it is twice as long', (unit) => {
    const [once, twice] = [800, 1600].map((length) => lookedAt(unit.repeat(400).slice(0, length)));
    expect(once).toBeGreaterThan(10_000);
    expect(twice! / once!).toBeLessThan(2.75);
  });
});

test('many short sentences cost less than the cube of their number', () => {
  const [once, twice] = [800, 1600].map((length) => lookedAt('TTP talks. '.repeat(400).slice(0, length)));
  expect(once).toBeGreaterThan(10_000);
  expect(twice! / once!).toBeLessThan(4.5);
});

test('years past are earlier times, unless the title looks back at them', () => {
  const classify = createClassifier(shippedWatch);
  const topicOf = (title: string) => classify(item(title)).topic;
  expect(topicOf('Timeline: Islamabad’s talks with the TTP, 2008–2014')).toBe('talks');
  expect(topicOf('TTP commander of the 2014 talks buried in Bannu')).toBe('none');
});
