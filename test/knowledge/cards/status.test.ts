import { describe, expect, it } from 'vitest';
import { statusReply } from '../../../src/knowledge/cards/status.ts';
import { indexDataset } from '../../../src/knowledge/dataset-index.ts';
import { statusOn } from '../../../src/knowledge/status.ts';
import type { Reply } from '../../../src/reply.ts';
import { ceasefire, claim, dataset, dated, on } from '../build.ts';
import { indexes } from '../pack.ts';
import { report, story } from './story.ts';

function fieldOf(reply: Reply, name: string): unknown {
  return reply.cards?.[0]?.fields?.find((field) => field.name === name)?.value;
}

const seeds2021 = statusReply(
  indexes.seeds,
  statusOn(indexes.seeds, 'pk-ttp', '2021-11-20'),
  'Pakistan and the TTP',
);

const details2021 = statusReply(
  indexes.seeds,
  statusOn(indexes.seeds, 'pk-ttp', '2021-11-20'),
  'Pakistan and the TTP',
  [],
  'details',
);

describe('a status card', () => {
  it('is short at first, and leads to the details and back', () => {
    const sizeOf = (reply: Reply) => JSON.stringify(reply.cards?.[0]?.fields).length;
    expect(sizeOf(seeds2021)).toBeLessThan(600);
    expect(sizeOf(details2021)).toBeGreaterThan(1500);
    expect(seeds2021.buttons).toEqual([
      { id: 'ceasefire:status:details:2021-11-20:pk-ttp', label: 'Details' },
    ]);
    expect(details2021.buttons).toEqual([
      { id: 'ceasefire:status:brief:2021-11-20:pk-ttp', label: 'In brief' },
    ]);
    expect(fieldOf(seeds2021, 'Under “Details”')).toMatch(/4 points on which the documents differ/);
  });

  it('says in brief who declared it, who mediated, how it ended and how far the documents reach', () => {
    expect(fieldOf(seeds2021, 'Declared')).toBe(
      '8 November 2021, according to Fawad Chaudhry (date derived)',
    );
    expect(fieldOf(seeds2021, 'How it ended')).toBe(
      'It was not extended, according to the article with AP (May 2022) and the AFP report (May 2022).',
    );
    expect(fieldOf(seeds2021, 'How far the documents reach')).toMatch(/30 May 2022/);
  });

  it('has the state in its title and tone, and sources with their addresses', () => {
    const card = seeds2021.cards?.[0];
    expect(card?.title).toBe('Pakistan and the TTP on 20 November 2021: in effect');
    expect(card?.tone).toBe('in_effect');
    expect(card?.sources?.length).toBeGreaterThan(0);
    expect(card?.sources?.some(({ url }) => url?.startsWith('http'))).toBe(true);
  });

  it('names both sides where mediation is disputed', () => {
    expect(fieldOf(seeds2021, 'Mediation')).toMatch(
      /^Disputed:.*affirmed by Mohammad Khurasani.*denied by Zabihullah Mujahid/,
    );
  });

  it('says who declared it, and how it is known', () => {
    expect(fieldOf(details2021, 'Declared')).toMatch(
      /8 November 2021, according to Fawad Chaudhry \(.*\) – date derived/,
    );
  });

  it('tells at once of local ceasefires, and leads to their details where there is no other', () => {
    const records = {
      ceasefires: [
        ceasefire({
          name: 'Valley truce',
          scope: 'local',
          effective: [dated('2020-03-10')],
          plannedEnd: [dated('2020-03-20')],
        }),
      ],
    };
    const index = indexDataset(dataset(records));
    const reply = statusReply(index, statusOn(index, 'd1', '2020-03-15'), 'A and B');
    expect(reply.cards?.[0]?.title).toBe('A and B on 15 March 2020: no ceasefire documented');
    expect(fieldOf(reply, 'Beside it, local only')).toBe(
      'Valley truce, from 10 March 2020, planned until 20 March 2020.',
    );
    expect(reply.buttons).toMatchObject([{ label: 'Details' }]);
  });

  it('tells of one without a date where no other holds', () => {
    const records = {
      ceasefires: [
        ceasefire({ effective: [dated('2020-03-10')], plannedEnd: [dated('2020-03-20')] }),
        ceasefire({ id: 'undated', name: 'Undated truce', claims: ['claim-b'] }),
      ],
      claims: [claim({ id: 'last', date: on('2020-12-01') })],
    };
    const index = indexDataset(dataset(records));
    const noteOn = (day: string) =>
      fieldOf(statusReply(index, statusOn(index, 'd1', day), 'A and B'), 'Told without a date, not counted');
    expect(noteOn('2020-06-01')).toBe(
      'Undated truce. Between Side A and Side B; no document tells who announced it.',
    );
    expect(noteOn('2020-03-15')).toBeUndefined();
  });

  it('names no mediator whom the documents do not clearly call one', () => {
    const mediation = { status: 'unclear' as const, mediators: ['side-b'], claims: ['claim-a'] };
    const records = { ceasefires: [ceasefire({ effective: [dated('2020-03-10')], mediation })] };
    const index = indexDataset(dataset(records));
    const reply = statusReply(index, statusOn(index, 'd1', '2020-03-10'), 'A and B');
    expect(fieldOf(reply, 'Mediation')).toBe(
      'Not clear: Side A named Side B, without saying clearly that they mediated (Document A, 1 January 2020).',
    );
  });

  it('lists claimed violations up to the day, and no later or other ones', () => {
    const records = {
      ceasefires: [ceasefire({ effective: [dated('2020-03-10')], plannedEnd: [dated('2020-03-20')] })],
      claims: [
        claim({
          id: 'v1',
          kind: 'ceasefire_violation',
          date: on('2020-03-12'),
          summary: 'Side A says that side B fired.',
        }),
        claim({ id: 'v2', kind: 'ceasefire_violation', date: on('2020-03-18'), summary: 'Later.' }),
        claim({
          id: 'v3',
          kind: 'ceasefire_violation',
          dyad: 'd2',
          date: on('2020-03-12'),
          summary: 'Elsewhere.',
        }),
      ],
    };
    const index = indexDataset(dataset(records));
    const reply = statusReply(index, statusOn(index, 'd1', '2020-03-15'), 'A and B', [], 'details');
    expect(fieldOf(reply, 'Violations claimed')).toBe(
      '12 March 2020: Side A says that side B fired. (Document A, 1 January 2020)',
    );
  });
});

describe('reports of the watched feeds', () => {
  const status = statusOn(indexes.seeds, 'pk-ttp', '2026-11-22');

  it('stand in a card of their own, called unverified, with outlet, count and time', () => {
    const told = story({ last: 1_790_000_000_000, reports: [report({}), report({ outlet: 'Outlet B' })] });
    const [dataset_, reports] =
      statusReply(indexes.seeds, status, 'Pakistan and the TTP', [told]).cards ?? [];
    expect(reports?.title).toMatch(/^Unverified reports/);
    const body = JSON.stringify(reports?.body);
    expect(body).toContain('Outlet A and 1 more (2 outlets)');
    expect(body).toContain('1790000000000');
    expect(JSON.stringify(dataset_)).not.toContain('Talks reported');
  });

  it('are the newest, and say how many more there are', () => {
    const many = Array.from({ length: 7 }, (_, at) =>
      story({ id: `s${at}`, title: `Story ${at}`, last: at }),
    );
    const body = JSON.stringify(
      statusReply(indexes.seeds, status, 'Pakistan and the TTP', many).cards?.[1]?.body,
    );
    expect(body).toContain('Story 6');
    expect(body).not.toContain('Story 2"');
    expect(body).toContain('and 3 more');
  });

  it('say that a story was corrected or retracted since', () => {
    const body = JSON.stringify(
      statusReply(indexes.seeds, status, 'Pakistan and the TTP', [story({ standing: 'retracted' })])
        .cards?.[1]?.body,
    );
    expect(body).toContain('retracted since');
  });

  it('do not change the state', () => {
    const [card] =
      statusReply(indexes.seeds, status, 'Pakistan and the TTP', [story({ topic: 'truce_declared' })])
        .cards ?? [];
    expect(card?.title).toContain('not known');
  });
});
