import { describe, expect, it } from 'vitest';
import { type AskOptions, ask } from '../../../src/knowledge/ask/ask.ts';
import { indexDataset } from '../../../src/knowledge/dataset-index.ts';
import { ceasefire, claim, dataset, dated, on } from '../build.ts';

const index = indexDataset(
  dataset({
    actors: [{ id: 'go', type: 'organisation', name: 'Harbour Council', aliases: ['HC'] }],
    claims: [
      claim({
        id: 'start',
        kind: 'ceasefire_start',
        summary: 'Side A said the truce began on 3 March 2019.',
        date: on('2019-03-03'),
      }),
      claim({
        id: 'until',
        kind: 'ceasefire_end',
        summary: 'Side A said the truce would last until 9 April 2019.',
        date: on('2019-04-09'),
      }),
      claim({
        id: 'med',
        kind: 'mediation',
        summary: 'Side B said that the Harbour Council mediated.',
        assertedBy: ['side-b'],
        actors: ['go'],
        date: on('2019-03-01'),
      }),
    ],
    ceasefires: [
      ceasefire({
        id: 'spring',
        name: 'Spring truce',
        declared: [dated('2019-03-01')],
        effective: [dated('2019-03-03', { claims: ['start'] })],
        plannedEnd: [dated('2019-04-09', { claims: ['until'] })],
        mediation: { status: 'yes', mediators: ['go'], claims: ['med'] },
      }),
    ],
  }),
);
const options: AskOptions = { index, dyad: { id: 'd1', parties: ['side-a', 'side-b'] }, today: '2019-06-01' };

/** The engine knows no conflict by name: another dataset is answered as well. */
describe('another conflict', () => {
  it.each([
    ['Was the truce in force on 10 March 2019?', /^Yes/],
    ['until when was the spring truce planned', /9 April 2019/],
    ['who mediated the truce?', /Harbour Council/],
    ['what is the HC', /Harbour Council/],
  ])('%s', (question, expected) => {
    expect(ask(question, options)).toMatchObject({ answered: true });
    expect(ask(question, options).answer).toMatch(expected);
  });

  it('holds nothing of this one', () => {
    expect(ask('Who is Imran Khan?', options)).toMatchObject({ answered: false, claims: [] });
  });
});
