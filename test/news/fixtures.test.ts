import { describe, expect, test } from 'vitest';
import { readLabelled } from '../../scripts/eval/labelled.ts';
import { evaluateNewsFile } from '../../scripts/eval/news.ts';
import { gateOf, shippedWatch } from './watch.ts';

const file = 'test/news/fixtures/items.jsonl';
const items = readLabelled(file);
const { all, byLanguage, mistagged, clusters, acrossLanguages } = evaluateNewsFile(file);

describe('the project’s own labelled items', () => {
  test('are many, in several languages, with all look-alikes', () => {
    expect(items.length).toBeGreaterThanOrEqual(200);
    expect(new Set(items.map(({ lang }) => lang)).size).toBeGreaterThanOrEqual(8);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
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
