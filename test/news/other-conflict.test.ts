import { describe, expect, test } from 'vitest';
import { createClassifier } from '../../src/news/classifier.ts';
import { createClusterer } from '../../src/news/clusterer.ts';
import { inventedWatch, item } from './watch.ts';

const classify = createClassifier(inventedWatch);

describe('a pack of another conflict', () => {
  test.each([
    ['River Front declares one-month truce with Norland', 'truce_declared'],
    ['River Front extends truce', 'truce_extended'],
    ['River Front calls off cease-fire in the delta', 'truce_ended'],
    ['Norland accuses River Front: truce violated', 'truce_violated'],
    ['Talks between Norland and River Front collapse', 'talks_failed'],
    ['Ostmark rules out talks with River Front', 'talks_denied'],
    ['Norland opens talks with River Front', 'talks'],
    ['Norland in talks with rebels in the delta', 'talks'],
    ['Le Front du Fleuve prolonge la trêve', 'truce_extended'],
    ['Aucune négociation avec le Front du Fleuve', 'talks_denied'],
  ])('%s', (title, topic) => {
    const language = /\b(le|avec)\b/i.test(title) ? 'fr' : 'en';
    expect(classify(item(title, { language }))).toMatchObject({ alert: true, topic, language });
  });

  test.each([
    ['Norland and Sudland hold talks over River Front'],
    ['Norland signs truce with Upland Army'],
    ['River Front kills two in delta attack'],
    ['Rebels declare truce with Upland Army'],
    ['Cup final talks with players on the river front'],
    ['Pakistani Taliban declare ceasefire'],
  ])('no alert: %s', (title) => {
    expect(classify(item(title, { language: 'en' })).alert).toBe(false);
  });

  test('bridges its languages and prefers its own title language', () => {
    const { place } = createClusterer(inventedWatch);
    const put = (title: string, language: string) => {
      const one = item(title, { language, source: `Outlet ${language}` });
      return place(one, classify(one));
    };
    const first = put('River Front declares one-month truce in the delta', 'en');
    const second = put('Le Front du Fleuve annonce une trêve d’un mois dans le delta', 'fr');
    expect(second?.story.id).toBe(first?.story.id);
    expect(second?.story.title).toMatch(/^Le Front/);
  });
});
