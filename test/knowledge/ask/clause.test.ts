import { describe, expect, it } from 'vitest';
import { clauseOf } from '../../../src/knowledge/ask/clause.ts';
import { findEntities } from '../../../src/knowledge/ask/entities.ts';
import { normalise } from '../../../src/knowledge/ask/normalise.ts';
import { library } from './seeds.ts';

const clauseIn = (question: string) => {
  const { words } = normalise(question);
  const clause = clauseOf(words, findEntities(words, library.names));
  return clause && [clause.asker, clause.subject?.text ?? clause.nouns.at(-1), clause.verb];
};

describe('whom a question asks about and what they are said to do', () => {
  it.each([
    ['Did the TTP apologise for the attack?', [undefined, 'TTP', 'apologise']],
    ['What did Bilawal not say?', ['what', 'Bilawal', 'say']],
    ['did bilawal ever really meet the TTP', [undefined, 'bilawal', 'meet']],
    ['What has the TTP demanded?', ['what', 'TTP', 'demanded']],
    ['What law did Pakistan pass?', ['law', 'Pakistan', 'pass']],
    ['What did China say about it?', ['what', 'china', 'say']],
    ['Did women vote on it?', [undefined, 'women', 'vote']],
    ['Did the TTP fighters surrender?', [undefined, 'fighters', 'surrender']],
    ['How did the TTP do?', ['how', 'TTP', undefined]],
    // The subject is neither named nor known to end.
    ['Did the truce hold?', undefined],
    ['Who broke it?', undefined],
  ])('%s', (question, clause) => {
    expect(clauseIn(question)).toEqual(clause);
  });

  it('are all who are joined', () => {
    const { words } = normalise('Did the TTP and Bilawal meet?');
    const { subject, verb } = clauseOf(words, findEntities(words, library.names)) ?? {};
    expect(subject?.ids).toEqual(expect.arrayContaining(['ttp', 'bilawal']));
    expect(verb).toBe('meet');
  });
});
