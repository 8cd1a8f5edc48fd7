import { describe, expect, it } from 'vitest';
import { acronymsOf } from '../../../src/knowledge/ask/acronyms.ts';
import { askAll } from './seeds.ts';

describe('short forms', () => {
  it('stand for titles of three words or more', () => {
    const found = acronymsOf([
      'Since the North-East Frontier Guard met the Council of the River Valleys of Asia, …',
      'Northland’s National River Board sat.',
    ]);
    expect([...found]).toEqual([
      ['nefg', 'north east frontier guard'],
      ['crva', 'council river valleys asia'],
      ['nrb', 'national river board'],
    ]);
  });

  it('that could be of several stand for none', () => {
    expect(acronymsOf(['The New River Board', 'the Northern Rail Bureau']).size).toBe(0);
  });

  it('are read as the documents spell them out', () => {
    expect(askAll('NWFP accord 2008').answer).toContain('North-West Frontier Province');
    expect(askAll('what did the nsc decide in 2023').answer).toContain('National Security Committee');
  });

  it('are no words of everyday', () => {
    expect(askAll('who sat for the TTP at the talks in Kabul').answer).toContain('unclear who represented');
  });
});
