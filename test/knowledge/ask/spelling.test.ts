import { describe, expect, it } from 'vitest';
import { distance, Spelling } from '../../../src/knowledge/ask/spelling.ts';

describe('distance', () => {
  it.each([
    ['truce', 'truce', 0],
    ['truce', 'trcue', 1],
    ['ceasfire', 'ceasefire', 1],
    ['taliban', 'talban', 1],
    ['kabul', 'karachi', Number.POSITIVE_INFINITY],
  ])('%s to %s', (a, b, expected) => {
    expect(distance(a, b, 2)).toBe(expected);
    expect(distance(b, a, 2)).toBe(expected);
  });
});

describe('Spelling', () => {
  const spelling = new Spelling([
    'ceasefire',
    'mediator',
    'khurasani',
    'truce',
    'iran',
    'attacks',
    'attacked',
  ]);

  it('corrects one slip, and two in long words', () => {
    expect(spelling.nearest('ceasefrie')).toBe('ceasefire');
    expect(spelling.nearest('khorassani')).toBe('khurasani');
    expect(spelling.nearest('truse')).toBe('truce');
  });

  it('leaves short words alone: they have too many neighbours', () => {
    expect(spelling.nearest('iraq')).toBeUndefined();
  });

  it('leaves words that resemble nothing, and what is no word', () => {
    expect(spelling.nearest('weather')).toBeUndefined();
    expect(spelling.nearest('12345')).toBeUndefined();
  });

  it('takes the first letter as right', () => {
    expect(spelling.nearest('bruce')).toBeUndefined();
  });
});

describe('slips in short words', () => {
  const spelling = new Spelling(
    ['iran', 'truce', 'talks', 'kabul'],
    ['there', 'what', 'when', 'with', 'really', 'said'],
  );

  it.each([
    ['whatt', 'what'],
    ['realy', 'really'],
    ['ther', 'there'],
    ['waht', 'what'],
    ['wth', 'with'],
    ['seid', 'said'],
    ['kabl', 'kabul'],
    ['tlaks', 'talks'],
  ])('%s is %s', (typed, word) => {
    expect(spelling.nearest(typed)).toBe(word);
  });

  it.each(['iraq', 'wham', 'sand', 'tks', 'tlk', 'wh'])('%s may be anything', (typed) => {
    expect(spelling.nearest(typed)).toBeUndefined();
  });
});
