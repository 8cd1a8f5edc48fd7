import { describe, expect, test } from 'vitest';
import { readLabelled } from '../../scripts/eval/labelled.ts';
import { evaluateRules } from '../../scripts/eval/news.ts';
import { gateOf, shippedWatch } from './watch.ts';

const file = 'test/news/fixtures/items.jsonl';
const items = readLabelled(file);
const { all, byLanguage, mistagged, clusters, acrossLanguages, errors } = evaluateRules(file);

describe('the project’s own labelled items', () => {
  test('are many, in several languages', () => {
    expect(items.length).toBeGreaterThanOrEqual(200);
    expect(new Set(items.map(({ lang }) => lang)).size).toBeGreaterThanOrEqual(8);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  });

  describe.each([
    'states at Doha',
    'states at Istanbul',
    'states at Riyadh',
    'US and Taliban',
    'TLP',
    'PTI',
    'truce of parties',
    'tribes of Kurram',
    'Baloch groups',
    'Line of Control',
    'another war',
    'trade talks',
    'cyber security',
    'medicine',
    'extortion',
    'suspects',
    'factions',
    'rallies',
  ])('hold what looks like the conflict: %s', (lookalike) => {
    test.each(['en', 'ur'])('in %s, and none of it alerts', (language) => {
      const alike = items.filter((item) => item.lookalike === lookalike && item.lang === language);
      expect(alike.length).toBeGreaterThanOrEqual(3);
      expect(alike.filter(({ alert }) => alert)).toEqual([]);
      const ids = new Set(alike.map(({ id }) => id));
      expect(errors.filter(({ item }) => ids.has(item.id))).toEqual([]);
    });
  });

  test('hold items that name the TLP beside the TTP, in English and Urdu', () => {
    const twins = { en: [/\bTLP\b/, /\bTTP\b/], ur: [/ٹی ایل پی/, /ٹی ٹی پی/] };
    for (const [language, names] of Object.entries(twins)) {
      const both = items.filter(
        ({ lang, lookalike, title, summary }) =>
          lang === language && lookalike === 'TLP' && names.every((name) => name.test(`${title} ${summary}`)),
      );
      expect(both.length, language).toBeGreaterThanOrEqual(2);
    }
  });

  // A little under what is measured: a change for the worse must be seen.
  test('recall', () => {
    expect(all.hit / all.alerts).toBeGreaterThanOrEqual(0.975);
    for (const language of ['en', 'ur', 'ps']) {
      const { hit, alerts } = byLanguage.get(language)!;
      expect(hit / alerts, language).toBeGreaterThanOrEqual(0.965);
    }
  });

  test('recall if every feed declares the wrong language', () => {
    expect(mistagged).toMatchObject({ alerts: all.alerts });
    expect(mistagged.hit / all.hit).toBeGreaterThanOrEqual(0.995);
  });

  test('false alerts', () => {
    expect(all.falseNone / all.none).toBeLessThanOrEqual(0.01);
    expect(all.falseRelated / all.related).toBeLessThanOrEqual(0.02);
  });

  test('topics', () => {
    expect(all.topicRight / all.hit).toBeGreaterThanOrEqual(0.97);
  });

  test('stories', () => {
    // Several stories a day stand side by side here, more than feeds have.
    expect(clusters.f1).toBeGreaterThanOrEqual(0.94);
    expect(acrossLanguages.f1).toBeGreaterThanOrEqual(0.95);
  });
});

test('the gate lets every alert through and keeps most of the ordinary out', () => {
  const passes = gateOf(shippedWatch);
  expect(items.filter(({ alert, title, summary }) => alert && !passes(title, summary))).toEqual([]);
  const ordinary = items.filter(({ story }) => /^o\d+$/.test(story));
  expect(ordinary.length).toBeGreaterThan(20);
  expect(ordinary.filter(({ title, summary }) => passes(title, summary)).length).toBeLessThan(3);
});
