import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/command.ts';
import { indexDataset } from '../../src/knowledge/dataset-index.ts';
import { timelineOf } from '../../src/knowledge/timeline.ts';
import type { HistoricEvent } from '../../src/schema/dataset.ts';
import { ceasefire, claim, dataset, dated, on, type Records } from './build.ts';

const dyad = { id: 'd1', name: 'A and B' };

function timeline(records: Records, bounds = {}) {
  return timelineOf(indexDataset(dataset(records)), dyad, bounds);
}

const around = [
  claim({ id: 'first', date: on('2010-01-05') }),
  claim({ id: 'last', date: on('2020-12-05') }),
];

describe('bars', () => {
  it('a planned end beyond what is documented as holding', () => {
    const ceasefires = [
      ceasefire({
        effective: [dated('2020-03-10')],
        plannedEnd: [dated('2020-03-20')],
        held: [dated('2020-03-12')],
      }),
    ];
    expect(timeline({ ceasefires }).bars).toEqual([
      {
        label: 'Test ceasefire',
        start: '2020-03-10',
        held: '2020-03-12',
        plannedEnd: '2020-03-20',
        openEnded: false,
        local: false,
        disputed: false,
      },
    ]);
  });

  it('ends that differ, and a start that is vague', () => {
    const ceasefires = [
      ceasefire({
        effective: [dated('2020-03-10', { earliest: '2020-03-08', latest: '2020-03-10' })],
        actualEnd: [dated('2020-04-01'), dated('2020-05-01')],
        scope: 'local',
      }),
    ];
    expect(timeline({ ceasefires }).bars[0]).toMatchObject({
      start: '2020-03-10',
      earliestStart: '2020-03-08',
      end: '2020-03-31',
      latestEnd: '2020-04-30',
      disputed: true,
      local: true,
    });
  });

  it('a ceasefire without a term', () => {
    const ceasefires = [
      ceasefire({ effective: [dated('2020-03-10')], openEnded: true, held: [dated('2020-06-01')] }),
    ];
    const [bar] = timeline({ ceasefires }).bars;
    expect(bar).toMatchObject({ held: '2020-06-01', openEnded: true });
    expect(bar).not.toHaveProperty('plannedEnd');
  });

  it('only what falls between the bounds', () => {
    const one = ceasefire({
      id: 'one',
      name: 'One',
      effective: [dated('2012-03-10')],
      plannedEnd: [dated('2012-03-20')],
    });
    const two = ceasefire({
      id: 'two',
      name: 'Two',
      effective: [dated('2020-03-10')],
      plannedEnd: [dated('2020-03-20')],
    });
    const labels = (bounds: object) =>
      timeline({ ceasefires: [two, one], claims: around }, bounds).bars.map(({ label }) => label);
    expect(labels({ from: '2010-01-05' })).toEqual(['One', 'Two']);
    expect(labels({ from: '2012-03-20', to: '2012-12-31' })).toEqual(['One']);
    expect(labels({})).toEqual(['Two']);
  });
});

describe('marks', () => {
  const event = (id: string, kind: HistoricEvent['kind'], date: string) => ({
    id,
    dyad: 'd1',
    kind,
    title: `Event ${id}`,
    date: on(date),
    claims: ['claim-a'],
  });

  it('talks, attacks and strikes on their day, or over the month if no document gives the day', () => {
    const events = [
      event('a', 'talks', '2020-05-01'),
      event('b', 'airstrike', '2020-06-01'),
      event('c', 'political', '2020-07-01'),
      event('d', 'talks', '2020-08'),
    ];
    const { marks, alt } = timeline({ events, claims: around }, { from: '2020-01-01' });
    expect(marks).toEqual([
      { date: '2020-05-01', kind: 'talks', label: 'Event a' },
      { date: '2020-06-01', kind: 'strike', label: 'Event b' },
      { date: '2020-08-01', until: '2020-08-31', kind: 'talks', label: 'Event d' },
    ]);
    expect(alt).toContain('August 2020: Event d.');
    expect(alt).not.toContain('Event c');
  });

  it('of a killing or an operation is what the documents call it: neither an attack nor a strike', () => {
    const events = [
      event('a', 'killing', '2020-05-01'),
      event('b', 'military_operation', '2020-06-01'),
      event('c', 'attack', '2020-07-01'),
    ];
    const { marks, alt } = timeline({ events, claims: around }, { from: '2020-01-01' });
    expect(marks.map(({ kind }) => kind)).toEqual(['killing', 'operation', 'attack']);
    expect(alt).toContain('attacks: 1; killings: 1; operations: 1.');
  });

  it('no day outside the bounds, though the document would allow one within', () => {
    const date = on('2020-05-18', { how: 'derived', earliest: '2020-05-10', latest: '2020-05-31' });
    const events = [{ ...event('a', 'talks', '2020-05-18'), date }];
    const { marks, alt } = timeline({ events, claims: around }, { from: '2020-05-20', to: '2020-05-25' });
    expect(marks).toEqual([]);
    expect(alt).not.toContain('Event a');
  });

  it('none of another dyad', () => {
    const events = [{ ...event('a', 'talks', '2020-05-01'), dyad: 'd2' }];
    expect(timeline({ events, claims: around }).marks).toEqual([]);
  });
});

describe('the words that stand for the picture', () => {
  it('count what there is, so that nothing is lost where not all of it fits', () => {
    const event = (at: number, kind: 'talks' | 'attack') => ({
      id: `e${at}`,
      dyad: 'd1',
      kind,
      title: `An event with a rather long title, number ${at}`,
      date: on('2020-06-01'),
      claims: ['claim-a'],
    });
    const events = Array.from({ length: 30 }, (_, at) => event(at, at < 10 ? 'attack' : 'talks'));
    const ceasefires = [ceasefire({ effective: [dated('2020-03-10')], plannedEnd: [dated('2020-03-20')] })];
    const { alt } = timeline({ ceasefires, events, claims: around }, { from: '2020-01-01' });
    expect(alt).toMatch(/^Timeline of A and B, .*\. Ceasefires: 1; talks: 20; attacks: 10\.\n/);
    expect(alt).toMatch(/and \d+ more$/);
    expect(alt.length).toBeLessThanOrEqual(1024);
    expect(timeline({ claims: around }, { from: '2020-01-01' }).alt).toMatch(/No ceasefire is documented/);
  });
});

describe('bounds', () => {
  const ceasefires = [ceasefire({ effective: [dated('2020-03-10')], plannedEnd: [dated('2020-03-20')] })];

  it('beyond the documents are drawn in to them', () => {
    expect(timeline({ ceasefires, claims: around }, { from: '1900-01-01', to: '2026-01-01' })).toMatchObject({
      from: '2010-01-05',
      to: '2020-12-05',
      title: 'A and B, 5 January 2010 to 5 December 2020',
    });
  });

  it('that no document reaches into are refused', () => {
    for (const bounds of [{ from: '2021-01-01' }, { to: '2009-01-01' }]) {
      expect(() => timeline({ ceasefires, claims: around }, bounds)).toThrow(UserError);
    }
    expect(() => timeline({})).toThrow(UserError);
  });
});
