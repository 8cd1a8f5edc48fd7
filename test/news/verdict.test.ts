import { describe, expect, test } from 'vitest';
import { createClassifier } from '../../src/news/classifier.ts';
import { item, shippedWatch } from './watch.ts';

const classify = createClassifier(shippedWatch);
const topicOf = (title: string, summary = '') => classify(item(title, { summary })).topic;

describe('under a title about an attack', () => {
  const lead = 'The government and the TTP hold talks in Kabul.';

  test('talks that it tells as a circumstance leave those of the summary small', () => {
    expect(topicOf('Bomb kills five in Bannu amid talks', lead)).toBe('none');
    expect(topicOf('Bomb kills five in Bannu, talks go on', lead)).toBe('talks');
  });

  test('so do those that a go-between who was struck once led', () => {
    const summary = 'He led the talks of the government with the TTP.';
    expect(topicOf('Bomb kills Sami ul Haq in Akora', summary)).toBe('none');
    expect(topicOf('Sami ul Haq grieves for dead of Bannu', summary)).toBe('talks');
  });

  test('so does a truce of earlier times', () => {
    expect(topicOf('Post-truce bombing kills five in Bannu', lead)).toBe('none');
  });

  test('what it tells as news of its own lets those of the summary count', () => {
    const summary = 'Negotiators met the Taliban in North Waziristan.';
    expect(topicOf('Bomb kills five in Bannu, talks go on', summary)).toBe('talks');
    expect(topicOf('Bomb kills five in Bannu amid talks', summary)).toBe('related');
  });
});

describe('a truce that ends', () => {
  test('as a circumstance is not the news beside talks', () => {
    expect(topicOf('Jirga leaves for talks as truce with TTP runs out')).toBe('talks');
    expect(topicOf('Truce with TTP runs out as jirga leaves for talks')).toBe('truce_ended');
  });

  test('is the news beside attacks that are only vowed', () => {
    expect(topicOf('TTP vows fresh attacks as ceasefire collapses')).toBe('truce_ended');
    expect(topicOf('TTP makes fresh attacks as ceasefire collapses')).toBe('none');
  });

  test('is the news where nothing else is told', () => {
    expect(topicOf('Calm in Bannu as truce with TTP runs out')).toBe('truce_ended');
  });
});

test('an attack told first in the clause of a truce breaks it', () => {
  expect(topicOf('Two soldiers shot in Swat and truce with TTP looks thin')).toBe('truce_violated');
  expect(topicOf('Truce with TTP in Swat, two soldiers shot in Karak')).toBe('truce_declared');
});

test('who asks whether talks have failed speaks of the talks', () => {
  expect(topicOf('Have the talks with TTP failed?')).toBe('talks');
  expect(topicOf('The talks with TTP have failed. What now?')).toBe('talks_failed');
  expect(topicOf('The talks with TTP have failed')).toBe('talks_failed');
});

test('an offer of which nothing is said is no talks beside the one that is refused', () => {
  expect(topicOf('‘Amnesty is for men who erred’: TTP spurns Islamabad’s pardon')).toBe('talks_failed');
  expect(topicOf('TTP open to talks with Islamabad, spurns pardon')).toBe('talks');
});

test('a truce in the title is the news before talks in the summary', () => {
  const summary = 'The jirga met the TTP twice.';
  expect(topicOf('Temporary ceasefire in Bajaur', summary)).toBe('truce_declared');
  expect(topicOf('Calm in Bajaur', summary)).toBe('talks');
});
