import { describe, expect, test } from 'vitest';
import { createClassifier } from '../../src/news/classifier.ts';
import { item, shippedWatch } from './watch.ts';

const classify = createClassifier(shippedWatch);
const topicOf = (title: string, summary = '', language = 'en') =>
  classify(item(title, { summary, language })).topic;

describe('what becomes of talks and truces', () => {
  test.each([
    ['TTP refuses to extend ceasefire', 'truce_ended'],
    ['TTP not to extend truce with government', 'truce_ended'],
    ['Afghan Taliban warn of action if peace talks with TTP fail', 'talks'],
    ['No talks with TTP, minister says', 'talks_denied'],
    ['TTP rejects disarmament offer', 'talks_failed'],
    ['TTP announces ceasefire after talks in Kabul', 'truce_declared'],
    ['TTP accuses army of violating truce', 'truce_violated'],
  ])('%s: %s', (title, topic) => {
    expect(topicOf(title)).toBe(topic);
  });
});

describe('whose talks they are', () => {
  test('a name that others bear counts only in fitting company', () => {
    expect(topicOf('Taliban declare ceasefire')).toBe('none');
    expect(topicOf('Taliban declare ceasefire in South Waziristan')).toBe('truce_declared');
    expect(topicOf('Taliban declare ceasefire', 'Afghan president Ghani welcomed the move.')).toBe('none');
  });

  test('an acronym counts unless the item is about something else', () => {
    expect(topicOf('Minister confirms talks with TTP')).toBe('talks');
    expect(topicOf('TTP plc in merger talks')).toBe('none');
    expect(topicOf('Agreement on TTP treatment', 'Purpura patients benefit.')).toBe('none');
  });

  test('two scripts of one acronym are kept apart by one letter', () => {
    expect(topicOf('حکومت اور ٹی ٹی پی میں مذاکرات', '', 'ur')).toBe('talks');
    expect(topicOf('حکومت اور ٹی ایل پی میں مذاکرات', '', 'ur')).toBe('none');
  });

  test('states that speak about the group are related, mediation between the sides alerts', () => {
    expect(topicOf('Pakistan and Afghanistan hold talks over TTP')).toBe('related');
    expect(topicOf('Afghan Taliban mediate talks between Pakistan and TTP')).toBe('talks');
  });
});

describe('what is the news', () => {
  test('an attack report that ends in the history of a truce is none', () => {
    const background = 'Attacks rose since the TTP called off its ceasefire in 2022.';
    expect(classify(item('Policemen killed in Bannu attack', { summary: background })).alert).toBe(false);
  });

  test('a year that has passed makes background', () => {
    const at = (published: string) =>
      classify(
        item('Report on militancy', {
          summary: 'In 2021 the TTP declared a ceasefire.',
          published: Date.parse(published),
        }),
      ).alert;
    expect(at('2025-01-01')).toBe(false);
    expect(at('2021-11-09')).toBe(true);
  });
});

describe('writing', () => {
  test.each([
    ['TTP extends cease-fire'],
    ['TTP extends cease fire'],
    ['T.T.P. extends ceasefire'],
    ['“TTP” extends ‘ceasefire’'],
    ['ＴＴＰ extends ceasefire'],
    ['T\u00adT\u00adP extends cease\u00adfire'],
  ])('%s', (title) => {
    expect(topicOf(title)).toBe('truce_extended');
  });

  test.each([
    ['ٹی ٹی پی کی جنگ بندی میں توسیع', 'ur'],
    ['ٹي ٹي پي كي جنگ بندي ميں توسيع', 'ur'],
    ['ٹی‌ٹی‌پی کی جنگ‌بندی میں توسیع', 'ur'],
    ['ٹِی ٹِی پِی کی جنگبندی میں توسیع', 'ur'],
    ['ټي ټي پي اوربند وغځاوه', 'ps'],
    ['ټی ټی پی اور بند وغځاوه', 'ps'],
  ])('%s', (title, language) => {
    expect(topicOf(title, '', language)).toBe('truce_extended');
  });
});

test('gives its reasons in words', () => {
  const { reasons, score } = classify(item('Pakistani Taliban extend ceasefire with Islamabad'));
  expect(reasons).toEqual([
    '“Pakistani Taliban” as the TTP (watched)',
    '“Islamabad” as Pakistan (counterpart)',
    '“extend” with “ceasefire” in the title, in the same sentence as the party',
  ]);
  expect(score).toBe(1);
});

test('what names no party is not looked at further', () => {
  const answer = classify(item('Ceasefire talks go on elsewhere', { language: 'en-GB' }));
  expect(answer).toEqual({
    topic: 'none',
    alert: false,
    score: 0,
    language: 'en',
    reasons: ['names no watched party with talks or a truce'],
  });
});
