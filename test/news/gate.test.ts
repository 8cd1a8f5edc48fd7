import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLabelled } from '../../scripts/eval/labelled.ts';
import { findingsOf } from '../../src/news/finding.ts';
import { createLexicon } from '../../src/news/lexicon.ts';
import { deedKinds, weakKinds } from '../../src/news/meaning.ts';
import { readPassage } from '../../src/news/passage.ts';
import { plainSummary, plainTitle } from '../../src/news/text.ts';
import { judge } from '../../src/news/verdict.ts';
import type { Watch } from '../../src/schema/watch.ts';
import { gateOf, inventedWatch, shippedWatch } from './watch.ts';

const passes = gateOf(shippedWatch);

describe('the gate', () => {
  test.each([
    ['the full name', 'Tehreek-e-Taliban Pakistan in peace talks', ''],
    ['one word in the title, one in the summary', 'TTP statement', 'It speaks of a ceasefire.'],
    ['letters with dots', 'T.T.P. extends truce', ''],
    ['a genitive', 'Pakistani Taliban’s ceasefire', ''],
    ['an elided article', 'Le TTP rompt l’accord de paix', ''],
    ['full-width letters', 'ＴＴＰ ceasefire', ''],
    ['points and joiners', 'ٹِی ٹِی پِی کی جنگ‌بندی', ''],
    ['Arabic letters for Urdu ones', 'ٹي ٹي پي كي جنگ بندي', ''],
    ['an article written with its word', 'طالبان باكستان والمفاوضات', ''],
    ['no spaces', '巴塔宣布停火', ''],
    ['syllables that come apart', '파키스탄 탈레반 휴전', ''],
    ['a common name near a deed', 'Militants agree to a ceasefire', ''],
  ])('lets through %s', (_, title, summary) => {
    expect(passes(title, summary)).toBe(true);
  });

  test.each([
    ['a name without a deed', 'TTP claims attack in Bannu', 'Four soldiers were killed.'],
    ['a deed without a name', 'Ceasefire talks resume in Cairo', 'Mediators met both sides.'],
    [
      'a common name far from a deed',
      'Militants fire at a post',
      `${'It rained later. '.repeat(10)}Talks go on elsewhere.`,
    ],
    ['a word inside others', 'Vegetables: according to the grounds', 'A total of digital talkies.'],
  ])('keeps out %s', (_, title, summary) => {
    expect(passes(title, summary)).toBe(false);
  });

  test('lets through whatever holds a name of its own and a deed for the vocabulary', () => {
    for (const watch of [shippedWatch, inventedWatch]) {
      const open = gateOf(watch);
      const lexicon = createLexicon(watch);
      const terms = (all: Readonly<Record<string, readonly string[]>>) =>
        Object.entries(all).flatMap(([language, list]) =>
          list.map((term) => ({ language, text: spoken(term) })),
        );
      const names = watch.parties
        .filter(({ side, doubt }) => side === 'watched' && doubt !== 'common')
        .flatMap((party) => terms(party.terms));
      const deeds = deedKinds.flatMap((kind) => terms(watch.actions[kind]));
      const small = fc.constantFrom(' ', ', ', ' - ', ' and so on: ', '; ', ' … ');
      fc.assert(
        fc.property(fc.constantFrom(...names), small, fc.constantFrom(...deeds), (name, between, deed) => {
          const summary = plainSummary(`Today ${name.text}${between}${deed.text} .`);
          const { mentions } = readPassage(
            { title: '', summary, source: '', language: deed.language, published: 0 },
            lexicon,
          );
          const isNamed = mentions.some(
            (one) => one.kind === 'party' && one.party.side === 'watched' && one.party.doubt !== 'common',
          );
          const isOwn = mentions.some(
            (one) =>
              one.kind === 'party' &&
              one.party.side === 'watched' &&
              one.party.doubt !== 'common' &&
              one.party.doubt !== 'generic',
          );
          const isDone = mentions.some(
            (one) => one.kind === 'action' && isDeed(one.action) && (isOwn || !weakKinds.has(one.action)),
          );
          if (isNamed && isDone) expect(open('', summary), summary).toBe(true);
        }),
        { numRuns: 2_000 },
      );
    }
  });
});

test.each([
  ['the shipped vocabulary', shippedWatch],
  ['an invented one', inventedWatch],
])('the gate lets through whatever all rules together alert to: %s', (_, watch) => {
  const passes = gateOf(watch);
  const lexicon = createLexicon(watch);
  const published = Date.parse('2022-06-02T08:00:00Z');
  const fragments = Object.groupBy(termsOf(watch), ({ language }) => language);
  const text = fc.constantFrom(...Object.keys(fragments)).chain((language) => {
    const fragment = fc.constantFrom(...fragments[language]!.map((one) => spoken(one.term)));
    const small = fc.constantFrom(' ', ' ', ' ', ', ', '. ', ' - ', '’s ', ' “', '” ', ' 2 ');
    const said = fc.array(fc.tuple(fragment, small), { maxLength: 7 });
    return fc.record({
      language: fc.constant(language),
      title: said.map((parts) => parts.flat().join('')),
      summary: said.map((parts) => parts.flat().join('')),
    });
  });
  let told = 0;
  fc.assert(
    fc.property(text, ({ language, title, summary }) => {
      const item = {
        title: plainTitle(title),
        summary: plainSummary(summary),
        source: 'Outlet',
        language,
        published,
      };
      const passage = readPassage(item, lexicon);
      const { alert } = judge(findingsOf(passage, 2022), passage);
      if (!alert) return;
      told += 1;
      expect(passes(title, summary), `${title} | ${summary}`).toBe(true);
    }),
    { numRuns: 2_000 },
  );
  expect(told).toBeGreaterThan(100);
});

test('the gate lets through every labelled item that all rules have something to say on', () => {
  const lexicon = createLexicon(shippedWatch);
  let told = 0;
  for (const { title, summary, lang, ...rest } of readLabelled('test/news/fixtures/items.jsonl')) {
    const published = Date.parse(rest.date);
    const plain = { title: plainTitle(title), summary: plainSummary(summary), source: rest.source };
    const passage = readPassage({ ...plain, language: lang, published }, lexicon);
    const { topic } = judge(findingsOf(passage, new Date(published).getUTCFullYear()), passage);
    if (topic === 'none') continue;
    told += 1;
    expect(passes(title, summary), title).toBe(true);
  }
  expect(told).toBeGreaterThan(300);
});

/** Every term of a watch that an item may be judged by. */
function termsOf({ parties, actions, cues, places }: Watch): { language: string; term: string }[] {
  const lists = [...parties, ...places].map(({ terms }) => terms);
  const { not, with: beside, about } = cues;
  return [...lists, ...Object.values(actions), not.before, beside.before, about.before, cues.between].flatMap(
    (terms) => Object.entries(terms).flatMap(([language, list]) => list.map((term) => ({ language, term }))),
  );
}

const isDeed = (action: string): boolean => deedKinds.some((kind) => kind === action);

/** One text that a term stands for. */
const spoken = (term: string): string =>
  term
    .replace(/\(([^)|]*)[^)]*\)/g, '$1')
    .replace(/\*/g, 'x')
    .replace(/~\d?/g, 'some')
    .replace(/ +/g, ' ')
    .trim();
