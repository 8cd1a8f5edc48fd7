import { expect, test } from 'vitest';
import { createClassifier } from '../../src/news/classifier.ts';
import { item, shippedWatch } from './watch.ts';

const classify = createClassifier(shippedWatch);
const topicOf = (title: string) => classify(item(title)).topic;

test.each([
  ['TTP announces indefinite ceasefire with Pakistan - Times of India', 'truce_declared'],
  ['Militants, Pakistan agree truce | The Indian Express', 'truce_declared'],
  ['TTP ends ceasefire – Afghanistan Times', 'truce_ended'],
])('a country in the name of the outlet is none of the affair: %s', (title, topic) => {
  expect(topicOf(title)).toBe(topic);
});

test.each([
  ['who says it is no outlet', 'Ceasefire is over - TTP Spokesman', 'truce_ended'],
  ['nor is a country alone', 'Pakistan, Taliban agree truce in Doha - Afghanistan', 'related'],
  ['what stands before it counts', 'India, Pakistan agree truce - Times of India', 'none'],
])('%s', (_, title, topic) => {
  expect(topicOf(title)).toBe(topic);
});
