import { describe, expect, it } from 'vitest';
import { libraryOf } from '../../../src/knowledge/ask/library.ts';
import { readQuestion } from '../../../src/knowledge/ask/query.ts';
import { indexDataset } from '../../../src/knowledge/dataset-index.ts';
import { library, pack } from './seeds.ts';

const read = (question: string) => readQuestion(question, library, '2026-11-22');
const ids = (question: string) => read(question).entities.map((mention) => mention.ids[0]);

describe('names in a question', () => {
  it('takes the longest name: the Pakistani Taliban are not the Taliban', () => {
    expect(ids('did the Pakistani Taliban meet the Afghan Taliban')).toEqual(['ttp', 'afghan-taliban']);
  });

  it('knows aliases, other spellings and slips', () => {
    expect(ids('who is khorasani')).toEqual(['khurasani']);
    expect(ids('who is fawad chaudry')).toEqual(['chaudhry']);
    expect(ids('ٹی ٹی پی کون ہے؟')).toEqual(['ttp']);
  });

  it('knows a last name that only one person bears', () => {
    expect(ids('what did zardari question')).toEqual(['bilawal']);
    const all = libraryOf(indexDataset(pack.dataset), pack.ask);
    const named = (question: string) => readQuestion(question, all, '2026-11-22').entities;
    expect(named('who is balti')).toMatchObject([{ ids: ['khalid-balti'] }]);
    // Three leaders of the TTP were called so.
    expect(named('who is mehsud')).toEqual([]);
  });

  it('gives a name as typed, slips put right', () => {
    expect(read('Who leads the TTP’s delegation?').entities.map(({ text }) => text)).toEqual(['TTP']);
    expect(read('what do the melitants want').entities.map(({ text }) => text)).toEqual(['militants']);
  });

  it('tells the country US from the word us', () => {
    expect(ids('did the US invade')).toEqual(['usa']);
    expect(ids('did the us invade')).toEqual(['usa']);
    expect(ids('tell us more')).toEqual([]);
  });

  it('keeps what no document knows apart', () => {
    expect(read('Is there a truce in Gaza?').strangers).toEqual(['Gaza']);
    expect(read('did hamas agree to a truce').strangers).toEqual(['hamas']);
    expect(read('Did the truce on the Line of Control hold?').strangers).not.toEqual([]);
  });

  it('does not bend a stranger into a known name', () => {
    expect(read('who is Noor Wali Mehsud').strangers).toContain('Noor');
    expect(ids('what did iran say')).toEqual([]);
  });
});

describe('words of a question', () => {
  it('corrects slips against the documents', () => {
    expect(read('who was the mediatr').terms).toEqual(['mediation']);
    expect(read('til when was the 2021 truce suposed to last').terms).toEqual(['ceasefire']);
  });

  it('counts a clause of time or an alternative as an aside', () => {
    expect([...read('what did the army do after the talks collapsed').asides]).toEqual(['talks', 'end']);
  });
});
