import { describe, expect, it } from 'vitest';
import { distance, Spelling, slipsOf } from '../../../src/knowledge/ask/spelling.ts';

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

describe('slipsOf', () => {
  const slips = slipsOf(['there', 'what', 'with', 'really', 'a']);

  it('knows a letter left out of five, and two that were swapped', () => {
    expect(slips.get('ther')).toBe('there');
    expect(slips.get('waht')).toBe('what');
    expect(slips.get('wtih')).toBe('with');
    expect(slips.get('realy')).toBe('really');
  });

  it('takes another letter for another word', () => {
    expect(slips.get('wham')).toBeUndefined();
    expect(slips.get('tere')).toBe('there');
    expect(slips.get('here')).toBeUndefined();
  });
});
