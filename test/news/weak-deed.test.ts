import { expect, test } from 'vitest';
import { createClassifier } from '../../src/news/classifier.ts';
import { shippedWatch } from './watch.ts';

const classify = createClassifier(shippedWatch);
const topicOf = (title: string, summary = '') =>
  classify({ id: '1', title, summary, source: 'Wire', link: '', published: Date.UTC(2022, 4, 18) }).topic;

test.each([
  ['both sides', 'Islamabad has a hotline with TTP', 'talks'],
  ['one side and a go-between', 'Elders set up hotline with TTP', 'talks'],
  ['one side alone', 'TTP sets up hotline', 'none'],
  ['an attack in the same breath', 'TTP kills two Pakistani soldiers guarding hotline', 'none'],
])('a word of contact beside %s', (_, title, topic) => {
  expect(topicOf(title)).toBe(topic);
});

test.each([
  ['the watched side for a time', 'TTP to lie low over Eid', 'truce_declared'],
  ['nobody knows how long', 'TTP to lie low', 'none'],
  ['its counterpart', 'Islamabad to lie low for a week, ignores TTP', 'none'],
  ['others after its attack', 'TTP attack: bazaar to lie low for three days', 'none'],
])('a pause of %s', (_, title, topic) => {
  expect(topicOf(title)).toBe(topic);
});

test.each([
  ['in doubt', 'Ambush tests promise that TTP gave', 'truce_violated'],
  ['taken back', 'TTP no longer bound by promise', 'truce_ended'],
  ['and no more', 'TTP gave a promise', 'none'],
  ['by its counterpart', 'Minister’s promise after attack: Islamabad will hunt TTP down', 'none'],
])('a promise %s', (_, title, topic) => {
  expect(topicOf(title)).toBe(topic);
});

test('a return to war after a time ends a truce that nothing else names', () => {
  expect(topicOf('TTP goes back to war after six months')).toBe('truce_ended');
  expect(topicOf('TTP vows fresh attacks after six months')).toBe('truce_ended');
  expect(topicOf('Army goes back to war after six months, TTP flees')).toBe('none');
});

test('a return to war ends the truce that the item speaks of, and is no news of one where it speaks of none', () => {
  expect(topicOf('TTP goes back to war', 'The ceasefire of May has not been kept.')).toBe('truce_ended');
  expect(topicOf('TTP goes back to war', 'It burnt a school.')).toBe('none');
});

test.each([
  ['the watched side tells its men so', 'TTP tells fighters to resume attacks across country', 'truce_ended'],
  ['it tells that its counterpart did', 'TTP says army resumed strikes', 'none'],
  ['it did so, and nobody says that there was a pause', 'TTP resumes attacks in Bannu', 'none'],
])('attacks resume: %s', (_, title, topic) => {
  expect(topicOf(title)).toBe(topic);
});
