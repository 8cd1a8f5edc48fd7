import { describe, expect, it } from 'vitest';
import { isEnglish, isOrdinary } from '../../../src/knowledge/ask/ordinary.ts';

describe('a word that only says how a thing is put', () => {
  it.each(['accept', 'accepted', 'handling', 'softly', 'bigger', 'approach', 'mistake'])('%s', (word) => {
    expect(isOrdinary(word)).toBe(true);
  });
});

describe('a word that names a thing', () => {
  it.each(['money', 'flag', 'salary', 'hospitals', 'aircraft', 'vpn'])('%s', (word) => {
    expect(isOrdinary(word)).toBe(false);
  });
});

describe('a word that is no slip of another', () => {
  it.each(['shot', 'presidents', 'apologise', 'apologised', 'colour', 'driving'])('%s', (word) => {
    expect(isEnglish(word)).toBe(true);
  });

  it.each(['ceasfire', 'trcue', 'khorassani', 'taks', 'talkks'])('unlike %s', (word) => {
    expect(isEnglish(word)).toBe(false);
  });
});
