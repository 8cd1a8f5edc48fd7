import { describe, expect, it } from 'vitest';
import { indexDataset } from '../../../src/knowledge/dataset-index.ts';
import { statusOn } from '../../../src/knowledge/status.ts';
import { sayHorizon, sayState, sayStatus } from '../../../src/knowledge/wording/status.ts';
import { ceasefire, claim, dataset, dated, on, type Records } from '../build.ts';
import { indexes } from '../pack.ts';

function said(records: Records, day: string): string {
  const index = indexDataset(dataset(records));
  return sayStatus(index, statusOn(index, 'd1', day));
}

const planned = ceasefire({
  declared: [dated('2020-03-08')],
  effective: [dated('2020-03-10')],
  plannedEnd: [dated('2020-03-20', { by: ['side-b'], claims: ['claim-b'] })],
});
const around = [
  claim({ id: 'first', date: on('2020-01-05') }),
  claim({ id: 'last', date: on('2020-12-05') }),
];

describe('one sentence says', () => {
  it('that it is in effect, and whose each date is', () => {
    expect(said({ ceasefires: [planned] }, '2020-03-15')).toBe(
      'In effect on 15 March 2020: since 10 March 2020, according to Side A; until 20 March 2020 (planned end), according to Side B. This is the “Test ceasefire”.',
    );
  });

  it('that one side alone declared it', () => {
    expect(said({ ceasefires: [{ ...planned, side: 'unilateral' }] }, '2020-03-15')).toMatch(
      /declared by one side only\.$/,
    );
  });

  it('that a document speaks in its own voice', () => {
    const claims = [claim({ id: 'voice', attribution: 'newsroom' })];
    const own = { ...planned, effective: [dated('2020-03-10', { claims: ['voice'] })] };
    expect(said({ ceasefires: [own], claims }, '2020-03-15')).toContain(
      'since 10 March 2020, according to “Document A”;',
    );
    const paper = { id: 'paper', type: 'media' as const, name: 'Paper', inText: 'the Paper' };
    const ofPaper = [claim({ id: 'voice', attribution: 'newsroom', assertedBy: ['paper'] })];
    expect(said({ ceasefires: [own], claims: ofPaper, actors: [paper] }, '2020-03-15')).toContain(
      'since 10 March 2020, according to the Paper;',
    );
  });

  it('that no end is documented', () => {
    const open = ceasefire({ effective: [dated('2020-03-10')], held: [dated('2020-04-10')] });
    expect(said({ ceasefires: [open] }, '2020-04-01')).toContain('no end documented');
    expect(said({ ceasefires: [{ ...open, openEnded: true }] }, '2020-04-01')).toContain('without a term');
  });

  it('what the documents differ on, with both sides and their documents', () => {
    const actualEnd = [dated('2020-03-15'), dated('2020-04-20', { by: ['side-b'], claims: ['claim-b'] })];
    expect(said({ ceasefires: [{ ...planned, actualEnd }] }, '2020-04-01')).toBe(
      'Disputed for 1 April 2020: the documents differ on when the “Test ceasefire” ended: ' +
        'on 15 March 2020, according to Side A (Document A, 1 January 2020); ' +
        'or on 20 April 2020, according to Side B (Document B, 2 January 2020).',
    );
  });

  it('each day that somebody gives for its end, and no day between', () => {
    const actualEnd = [dated('2020-03-15'), dated('2020-04-20', { by: ['side-b'], claims: ['claim-b'] })];
    expect(said({ ceasefires: [{ ...planned, actualEnd }] }, '2020-05-01')).toBe(
      'Not in effect on 1 May 2020: the “Test ceasefire” had ended: on 15 March 2020, according to Side A; or on 20 April 2020, according to Side B (the documents differ).',
    );
  });

  it('that the planned end was moved by an extension', () => {
    const extension = ceasefire({
      id: 'more',
      extends: 'cf',
      declared: [dated('2020-03-18')],
      plannedEnd: [dated('2020-03-31')],
    });
    expect(said({ ceasefires: [planned, extension] }, '2020-03-25')).toContain(
      'until 31 March 2020 (planned end, as extended)',
    );
  });

  it('how it ended and who says so, where no day is given', () => {
    const undated = { on: null, precision: 'undated' as const, how: 'stated' as const };
    const actualEnd = [{ ...undated, by: ['side-b'], claims: ['claim-b'] }];
    const notExtended = { ...planned, endedHow: 'not_extended' as const };
    const saidOn = (record: typeof planned) => said({ ceasefires: [record] }, '2020-03-25');
    expect(saidOn({ ...notExtended, actualEnd })).toMatch(/It was not extended, according to Side B\.$/);
    expect(saidOn(notExtended)).toMatch(/It was not extended, according to the documents\.$/);
  });

  it('that a date is vague rather than disputed', () => {
    expect(said({ ceasefires: [{ ...planned, actualEnd: [dated('2020-04')] }] }, '2020-04-10')).toBe(
      'Not certain for 10 April 2020: the documents give no exact day on which the “Test ceasefire” ended; its last day is a day between 31 March and 29 April 2020, according to Side A.',
    );
  });

  it('that it was announced and had not begun', () => {
    expect(said({ ceasefires: [planned] }, '2020-03-09')).toBe(
      'Announced but not yet in effect on 9 March 2020: the “Test ceasefire”, declared on 8 March 2020 by Side A, was to begin on 10 March 2020.',
    );
  });

  it('that a document dates its end', () => {
    expect(said({ ceasefires: [{ ...planned, actualEnd: [dated('2020-03-15')] }] }, '2020-03-20')).toBe(
      'Not in effect on 20 March 2020: the “Test ceasefire” had ended: on 15 March 2020, according to Side A.',
    );
  });

  it('that a document gives the last day, in its own terms, and who worked out another', () => {
    const actualEnd = [
      { ...dated('2020-03-15'), lastDay: true },
      dated('2020-04-20', { by: ['side-b'], claims: ['claim-b'], how: 'derived' }),
    ];
    expect(said({ ceasefires: [{ ...planned, actualEnd }] }, '2020-03-15')).toContain(
      'since 10 March 2020, according to Side A; it ended on 15 March 2020 (its last day), according to Side A; ' +
        'or on 20 April 2020, according to Side B (date derived) (the documents differ).',
    );
  });

  it('who gives which planned end', () => {
    const plannedEnd = [dated('2020-03-20'), dated('2020-03-21', { by: ['side-b'], claims: ['claim-b'] })];
    expect(said({ ceasefires: [{ ...planned, plannedEnd }] }, '2020-03-25')).toContain(
      'was planned until 20 March 2020, according to Side A; or 21 March 2020, according to Side B;',
    );
  });

  it('that the planned end has passed, without calling it ended', () => {
    const text = said({ ceasefires: [planned] }, '2020-03-25');
    expect(text).toBe(
      'Not documented as in effect on 25 March 2020: the “Test ceasefire” was planned until 20 March 2020, according to Side B; no document dates a timely extension or an end.',
    );
  });

  it('that nobody knows, and what was last documented', () => {
    expect(said({ ceasefires: [planned] }, '2021-01-01')).toBe(
      'Not known for 1 January 2021: the last documented day, planned ends included, is 20 March 2020. Last documented state: in effect (20 March 2020). The last documented ceasefire before it: “Test ceasefire”, from 10 March 2020, planned until 20 March 2020.',
    );
    const open = ceasefire({ effective: [dated('2020-03-10')], openEnded: true });
    expect(said({ ceasefires: [open], claims: around }, '2020-06-01')).toContain(
      'no document dates the end of the “Test ceasefire”',
    );
    expect(said({ ceasefires: [planned] }, '2019-01-01')).toContain('do not reach back that far');
    expect(said({}, '2019-01-01')).toContain('no dated document');
  });

  it('that none is documented, with the nearest before and after', () => {
    const later = {
      ...planned,
      id: 'later',
      name: 'Later ceasefire',
      declared: [],
      effective: [dated('2020-09-01')],
      plannedEnd: [dated('2020-09-05')],
    };
    expect(said({ ceasefires: [planned, later], claims: around }, '2020-06-01')).toBe(
      'No ceasefire is documented for 1 June 2020. The one before: “Test ceasefire”, from 10 March 2020, planned until 20 March 2020. The one after: “Later ceasefire”, from 1 September 2020, planned until 5 September 2020.',
    );
  });
});

it('a heading calls disputed only what documents differ on', () => {
  const headed = (actualEnd: ReturnType<typeof dated>[]) => {
    const index = indexDataset(dataset({ ceasefires: [{ ...planned, actualEnd }] }));
    return sayState(statusOn(index, 'd1', '2020-04-10'));
  };
  expect(headed([dated('2020-04')])).toBe('not certain');
  expect(headed([dated('2020-03-15'), dated('2020-04-20')])).toBe('disputed');
});

it('the horizon says how long before the day asked about it lies', () => {
  const index = indexDataset(dataset({ ceasefires: [planned] }));
  expect(sayHorizon(statusOn(index, 'd1', '2020-03-21'))).toContain('1 day before the day asked about');
  expect(sayHorizon(statusOn(index, 'd1', '2020-03-20'))).not.toContain('before');
});

describe('the ceasefires of the seeds', () => {
  it.each([
    ['2021-11-01', 'none_documented', /9 November 2021/],
    ['2021-11-08', 'announced', /Fawad Chaudhry/],
    ['2021-11-20', 'in_effect', /until 8 December 2021 \(planned end\), according to Mohammad Khurasani/],
    ['2021-12-20', 'planned_end_passed', /not extended/],
    ['2022-05-20', 'in_effect', /since 10 May 2022, according to Mohammad Khurasani; until 30 May 2022/],
    ['2022-06-10', 'planned_end_passed', /30 May 2022/],
    ['2026-11-22', 'unknown', /30 May 2022/],
  ])('on %s: %s', (day, state, words) => {
    const status = statusOn(indexes.seeds, 'pk-ttp', day);
    expect(status.state).toBe(state);
    expect(sayStatus(indexes.seeds, status)).toMatch(words);
  });

  it('with the updates: two papers differ on the last day of the truce of May 2022, and each is named', () => {
    const status = statusOn(indexes.both, 'pk-ttp', '2022-05-31');
    expect(status.state).toBe('disputed');
    expect(sayStatus(indexes.both, status)).toMatch(
      /on 30 May 2022 \(its last day\).*\(Dawn,.*or on 31 May 2022 \(its last day\).*\(AP at/,
    );
    const after = sayStatus(indexes.both, statusOn(indexes.both, 'pk-ttp', '2022-06-01'));
    expect(after).toMatch(/30 May 2022 \(its last day\), according to Dawn; or on 31 May .* according to AP/);
  });

  it('with the updates: the end of the 2022 truce is disputed between two statements', () => {
    const status = statusOn(indexes.both, 'pk-ttp', '2022-10-01');
    expect(status.state).toBe('disputed');
    expect(sayStatus(indexes.both, status)).toMatch(/4 September 2022.*28 November 2022/);
    expect(statusOn(indexes.both, 'pk-ttp', '2022-12-01').state).toBe('ended');
  });

  it('the border truce of 2025 is never taken for one with the TTP', () => {
    expect(statusOn(indexes.both, 'pk-af', '2025-10-25').state).toBe('in_effect');
    expect(statusOn(indexes.both, 'pk-ttp', '2025-10-25').state).toBe('none_documented');
  });
});
