import { describe, expect, it } from 'vitest';
import { indexDataset } from '../../src/knowledge/dataset-index.ts';
import { statusJson, statusOn } from '../../src/knowledge/status.ts';
import { ceasefire, claim, dataset, dated, on, type Records } from './build.ts';

function stateOn(records: Records, day: string, dyad = 'd1') {
  return statusOn(indexDataset(dataset(records)), dyad, day).state;
}

const planned = ceasefire({
  declared: [dated('2020-03-08')],
  effective: [dated('2020-03-10')],
  plannedEnd: [dated('2020-03-20')],
});
const around = [
  claim({ id: 'first', date: on('2020-01-05') }),
  claim({ id: 'last', date: on('2020-12-05') }),
];

describe('a ceasefire with a planned end', () => {
  it.each([
    ['2020-01-04', 'unknown'],
    ['2020-01-05', 'none_documented'],
    ['2020-03-07', 'none_documented'],
    ['2020-03-08', 'announced'],
    ['2020-03-09', 'announced'],
    ['2020-03-10', 'in_effect'],
    ['2020-03-20', 'in_effect'],
    ['2020-03-21', 'planned_end_passed'],
    ['2020-04-19', 'planned_end_passed'],
    ['2020-04-20', 'none_documented'],
    ['2020-12-05', 'none_documented'],
    ['2020-12-06', 'unknown'],
  ])('on %s is %s', (day, state) => {
    expect(stateOn({ ceasefires: [planned], claims: around }, day)).toBe(state);
  });

  it('begins with its declaration if no other start is documented', () => {
    const declared = ceasefire({ declared: [dated('2020-03-08')], plannedEnd: [dated('2020-03-20')] });
    expect(stateOn({ ceasefires: [declared] }, '2020-03-08')).toBe('in_effect');
  });

  it('counts its planned end as documented, so the horizon is not before it', () => {
    const status = statusOn(indexDataset(dataset({ ceasefires: [planned] })), 'd1', '2020-03-15');
    expect(status).toMatchObject({ horizon: '2020-03-20', since: '2020-03-10', until: '2020-03-20' });
  });

  it('is told as the last documented state once the documents are left behind', () => {
    const status = statusOn(indexDataset(dataset({ ceasefires: [planned] })), 'd1', '2021-01-01');
    expect(statusJson(status)).toEqual({
      on: '2021-01-01',
      dyad: 'd1',
      state: 'unknown',
      ceasefire: 'cf',
      since: '2020-03-10',
      until: '2020-03-20',
      horizon: '2020-03-20',
      lastDocumented: { state: 'in_effect', on: '2020-03-20', ceasefire: 'cf' },
      sources: [{ id: 'doc-a', title: 'Document A', url: 'https://example.org/a' }],
    });
  });
});

describe('a documented end', () => {
  it('ends the ceasefire on the day before it, whatever was planned', () => {
    const ended = { ...planned, actualEnd: [dated('2020-03-15')] };
    expect(stateOn({ ceasefires: [ended] }, '2020-03-14')).toBe('in_effect');
    expect(stateOn({ ceasefires: [ended] }, '2020-03-15')).toBe('ended');
    expect(stateOn({ ceasefires: [ended] }, '2020-04-13')).toBe('ended');
  });

  it('given as the last day keeps that day', () => {
    const ended = { ...planned, actualEnd: [{ ...dated('2020-03-15'), lastDay: true }] };
    expect(stateOn({ ceasefires: [ended] }, '2020-03-15')).toBe('in_effect');
    expect(stateOn({ ceasefires: [ended] }, '2020-03-16')).toBe('ended');
  });

  it('without a date leaves the planned end as what is known', () => {
    const ended = {
      ...planned,
      actualEnd: [{ ...dated('2020-03-15'), on: null, precision: 'undated' as const }],
    };
    expect(stateOn({ ceasefires: [ended] }, '2020-03-21')).toBe('planned_end_passed');
  });

  it('in two documents makes the days between them disputed', () => {
    const index = indexDataset(
      dataset({
        ceasefires: [
          { ...planned, actualEnd: [dated('2020-03-15'), dated('2020-04-20', { claims: ['claim-b'] })] },
        ],
      }),
    );
    expect(statusOn(index, 'd1', '2020-03-14').state).toBe('in_effect');
    const between = statusOn(index, 'd1', '2020-04-01');
    expect(between.state).toBe('disputed');
    expect(between.sources.map(({ id }) => id)).toEqual(['doc-a', 'doc-b']);
    expect(statusOn(index, 'd1', '2020-04-20').state).toBe('ended');
  });

  it('known to the month only leaves that month open', () => {
    const ended = { ...planned, actualEnd: [dated('2020-04')] };
    expect(stateOn({ ceasefires: [ended] }, '2020-03-31')).toBe('in_effect');
    expect(stateOn({ ceasefires: [ended] }, '2020-04-10')).toBe('disputed');
    expect(stateOn({ ceasefires: [ended] }, '2020-04-30')).toBe('ended');
  });
});

describe('a ceasefire without a term', () => {
  const open = ceasefire({ declared: [dated('2020-03-10')], openEnded: true, held: [dated('2020-05-01')] });

  it('holds up to the last day on which a claim says so, and then nobody knows', () => {
    expect(stateOn({ ceasefires: [open], claims: around }, '2020-05-01')).toBe('in_effect');
    expect(stateOn({ ceasefires: [open], claims: around }, '2020-05-02')).toBe('unknown');
    expect(stateOn({ ceasefires: [open], claims: around }, '2020-11-01')).toBe('unknown');
  });

  it('says when it was last documented as holding', () => {
    const { lastDocumented } = statusOn(
      indexDataset(dataset({ ceasefires: [open], claims: around })),
      'd1',
      '2020-11-01',
    );
    expect(lastDocumented).toMatchObject({ state: 'in_effect', on: '2020-05-01' });
  });

  it('gives way to a later ceasefire', () => {
    const later = ceasefire({
      id: 'later',
      declared: [dated('2020-06-01')],
      plannedEnd: [dated('2020-06-10')],
    });
    const ceasefires = [open, later];
    expect(stateOn({ ceasefires, claims: around }, '2020-05-20')).toBe('unknown');
    expect(stateOn({ ceasefires, claims: around }, '2020-06-20')).toBe('planned_end_passed');
    expect(stateOn({ ceasefires, claims: around }, '2020-11-01')).toBe('none_documented');
  });

  it('counts a vague day of holding with the part that is certain', () => {
    const vague = { ...open, held: [dated('2020-05')] };
    expect(stateOn({ ceasefires: [vague], claims: around }, '2020-05-01')).toBe('in_effect');
    expect(stateOn({ ceasefires: [vague], claims: around }, '2020-05-02')).toBe('unknown');
  });
});

describe('an extension', () => {
  const extension = (declared: string) =>
    ceasefire({ id: 'ext', extends: 'cf', declared: [dated(declared)], plannedEnd: [dated('2020-04-10')] });

  it('declared up to the day after the planned end moves that end', () => {
    const status = statusOn(
      indexDataset(dataset({ ceasefires: [planned, extension('2020-03-21')] })),
      'd1',
      '2020-04-01',
    );
    expect(status).toMatchObject({ state: 'in_effect', since: '2020-03-10', until: '2020-04-10' });
    expect(status.episode?.ceasefire.id).toBe('cf');
  });

  it('declared later is a ceasefire of its own', () => {
    const index = indexDataset(dataset({ ceasefires: [planned, extension('2020-03-22')] }));
    expect(statusOn(index, 'd1', '2020-03-21').state).toBe('planned_end_passed');
    expect(statusOn(index, 'd1', '2020-03-22')).toMatchObject({ state: 'in_effect', since: '2020-03-22' });
  });

  it('of which no document says when it was declared is a ceasefire of its own', () => {
    const undated = ceasefire({ id: 'ext', extends: 'cf', plannedEnd: [dated('2020-04-10')] });
    expect(stateOn({ ceasefires: [planned, undated] }, '2020-04-01')).toBe('planned_end_passed');
  });

  it('of an extension moves the end again', () => {
    const second = ceasefire({
      id: 'ext2',
      extends: 'ext',
      declared: [dated('2020-04-09')],
      plannedEnd: [dated('2020-05-01')],
    });
    expect(stateOn({ ceasefires: [second, extension('2020-03-19'), planned] }, '2020-04-30')).toBe(
      'in_effect',
    );
  });

  it('in a cycle hangs nothing', () => {
    const one = ceasefire({
      id: 'one',
      extends: 'two',
      declared: [dated('2020-03-10')],
      plannedEnd: [dated('2020-03-20')],
    });
    const two = ceasefire({
      id: 'two',
      extends: 'one',
      declared: [dated('2020-03-19')],
      plannedEnd: [dated('2020-04-20')],
    });
    expect(stateOn({ ceasefires: [one, two] }, '2020-04-20')).toBe('in_effect');
  });
});

describe('what does not set the state', () => {
  it('a local ceasefire is listed beside it', () => {
    const local = { ...planned, id: 'local', scope: 'local' as const };
    const status = statusOn(
      indexDataset(dataset({ ceasefires: [local], claims: around })),
      'd1',
      '2020-03-15',
    );
    expect(status.state).toBe('none_documented');
    expect(status.local.map((each) => each.ceasefire.id)).toEqual(['local']);
  });

  it('a ceasefire without dates is told, not counted', () => {
    const index = indexDataset(dataset({ ceasefires: [ceasefire({})], claims: around }));
    expect(statusOn(index, 'd1', '2020-03-15').state).toBe('none_documented');
    expect(index.dyads.get('d1')?.undated.map((each) => each.ceasefire.id)).toEqual(['cf']);
  });

  it('a ceasefire of another dyad', () => {
    const ceasefires = [planned, { ...planned, id: 'other', dyad: 'd2', plannedEnd: [dated('2020-09-01')] }];
    expect(stateOn({ ceasefires, claims: around }, '2020-08-01')).toBe('none_documented');
    expect(stateOn({ ceasefires, claims: around }, '2020-08-01', 'd2')).toBe('in_effect');
  });

  it('a dyad of which nothing is documented is unknown', () => {
    expect(stateOn({ ceasefires: [planned] }, '2020-03-15', 'd3')).toBe('unknown');
  });
});

it('a day on which the start is documented differently is disputed until both agree', () => {
  const twice = {
    ...planned,
    effective: [dated('2020-03-10'), dated('2020-03-12', { claims: ['claim-b'] })],
  };
  expect(stateOn({ ceasefires: [twice] }, '2020-03-11')).toBe('disputed');
  expect(stateOn({ ceasefires: [twice] }, '2020-03-12')).toBe('in_effect');
});

describe('what is vague counts with what is certain', () => {
  it('an announcement from the last day on which it may have been made', () => {
    const vague = {
      ...planned,
      declared: [dated('2020-03-05', { earliest: '2020-03-05', latest: '2020-03-08' })],
    };
    expect(stateOn({ ceasefires: [vague], claims: around }, '2020-03-07')).toBe('none_documented');
    expect(stateOn({ ceasefires: [vague], claims: around }, '2020-03-08')).toBe('announced');
  });

  it('the horizon by the first day, the beginning of the documents by the last', () => {
    const claims = [claim({ id: 'first', date: on('2020-01') }), claim({ id: 'last', date: on('2020-12') })];
    expect(stateOn({ claims }, '2020-01-30')).toBe('unknown');
    expect(stateOn({ claims }, '2020-01-31')).toBe('none_documented');
    expect(stateOn({ claims }, '2020-12-01')).toBe('none_documented');
    expect(stateOn({ claims }, '2020-12-02')).toBe('unknown');
  });
});

it('of two that end on one day, the one whose end nobody knows speaks first, then a documented end', () => {
  const open = ceasefire({ id: 'open', effective: [dated('2020-03-20')], openEnded: true });
  const ended = ceasefire({
    id: 'ended',
    effective: [dated('2020-03-18')],
    actualEnd: [dated('2020-03-21')],
  });
  for (const ceasefires of [
    [planned, ended, open],
    [open, ended, planned],
  ]) {
    expect(stateOn({ ceasefires, claims: around }, '2020-03-25')).toBe('unknown');
  }
  expect(stateOn({ ceasefires: [planned, ended] }, '2020-03-25')).toBe('ended');
});

it('an extension declared after a documented end is a ceasefire of its own', () => {
  const ended = { ...planned, actualEnd: [dated('2020-03-14')] };
  const extension = ceasefire({
    id: 'ext',
    extends: 'cf',
    declared: [dated('2020-03-18')],
    plannedEnd: [dated('2020-04-10')],
  });
  expect(stateOn({ ceasefires: [ended, extension] }, '2020-03-16')).toBe('ended');
  expect(stateOn({ ceasefires: [ended, extension] }, '2020-04-01')).toBe('in_effect');
});
