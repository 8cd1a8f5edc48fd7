import { describe, expect, it } from 'vitest';
import { askAll } from './seeds.ts';

describe('two who have nothing with each other here', () => {
  it.each([
    'when did the US Taliban peace deal happen',
    'what about the US-Taliban doha deal',
    'ceasefire between the Afghan Taliban and the TTP',
    'Are there talks between the Afghan Taliban and the TTP?',
    'did the US have a truce with the TTP',
    'ceasefire between Pakistan and the BLA',
  ])('are given the ceasefire of no others: %s', (question) => {
    const { answered, answer, claims } = askAll(question);
    expect(answered).toBe(false);
    expect(claims).toEqual([]);
    expect(answer).toContain('no ceasefire and no talks between these two');
  });

  it.each([
    ['what is the deal between Pakistan and Gul Bahadur', 'L003'],
    ['Did the Afghan Taliban mediate the truce with the TTP?', '000-01'],
    ['did Qatar mediate between Pakistan and Afghanistan?', 'L048'],
    ['who mediated the Doha ceasefire', 'L048'],
  ])('are not those of whom a document tells it: %s', (question, id) => {
    const { answered, claims } = askAll(question);
    expect(answered).toBe(true);
    expect(claims).toContain(id);
  });
});

describe('another country', () => {
  it.each(['غزہ', 'یوکرین', 'سوڈان', 'فلسطین', 'بھارت'])(
    'in Urdu is no place of this conflict: %s',
    (name) => {
      const { answered, claims, answer } = askAll(`${name} میں جنگ بندی کب ہوئی؟`);
      expect(answered).toBe(false);
      expect(claims).toEqual([]);
      expect(answer).toContain(`it has nothing on ${name}`);
    },
  );
});
