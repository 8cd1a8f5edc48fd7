import { describe, expect, it } from 'vitest';
import { actorReply } from '../../../src/knowledge/cards/actor.ts';
import { actorKindReply, actorListReply } from '../../../src/knowledge/cards/actor-list.ts';
import { disputesReply } from '../../../src/knowledge/cards/disputes.ts';
import { historyReply } from '../../../src/knowledge/cards/history.ts';
import { indexDataset } from '../../../src/knowledge/dataset-index.ts';
import type { Reply } from '../../../src/reply.ts';
import { ceasefire, claim, dataset, dated, on } from '../build.ts';
import { indexes } from '../pack.ts';

const dyad = { id: 'd1', name: 'A and B' };
const pkTtp = { id: 'pk-ttp', name: 'Pakistan and the TTP' };

function fieldNames(reply: Reply): string[] {
  return reply.cards?.[0]?.fields?.map(({ name }) => name) ?? [];
}

function words(reply: Reply): string {
  return JSON.stringify(reply.cards);
}

function allPages(replyAt: (page: number) => Reply): Reply[] {
  const count = Number(/of (\d+)$/.exec(replyAt(0).cards?.[0]?.footer ?? 'of 1')?.[1]);
  return Array.from({ length: count }, (_, page) => replyAt(page));
}

describe('history', () => {
  const ceasefires = [
    ceasefire({
      id: 'old',
      name: 'Old',
      effective: [dated('2012-03-10')],
      plannedEnd: [dated('2012-03-20')],
    }),
    ceasefire({ id: 'undated', name: 'Undated', claims: ['claim-b'] }),
    ceasefire({ id: 'new', name: 'New', effective: [dated('2020-03-10')], openEnded: true }),
    ceasefire({
      id: 'local',
      name: 'Local',
      scope: 'local',
      effective: [dated('2016-03-10')],
      openEnded: true,
    }),
    ceasefire({ id: 'other', name: 'Other', dyad: 'd2', effective: [dated('2017-03-10')] }),
  ];
  const index = indexDataset(dataset({ ceasefires }));

  it('has all of the dyad, newest first, undated ones last', () => {
    expect(fieldNames(historyReply(index, dyad))).toEqual(['New', 'Local', 'Old', 'Undated']);
  });

  it('tells of an undated one what is said of it, and where', () => {
    const [card] = historyReply(index, dyad).cards ?? [];
    expect(card?.fields?.at(-1)?.value).toContain('Side B said so. (Document B, 2 January 2020)');
    expect(card?.sources?.map(({ label }) => label)).toContain('Document B, 2 January 2020');
  });

  it('keeps to its bounds', () => {
    expect(fieldNames(historyReply(index, dyad, { from: '2012-03-20', to: '2016-12-31' }))).toEqual([
      'Local',
      'Old',
    ]);
    expect(words(historyReply(index, dyad, { from: '2013-01-01', to: '2014-12-31' }))).toContain(
      '"No ceasefire is documented for this time."',
    );
  });

  it('does not call a time empty that no document reaches', () => {
    const reach = 'The documents reach to 10 March 2020 only.';
    const bodyOf = (from: string | undefined, to: string | undefined) =>
      historyReply(index, dyad, { from, to }).cards?.[0]?.body;
    expect(bodyOf('2030-01-01', undefined)).toBe(`Not known. ${reach}`);
    expect(bodyOf(undefined, '2000-12-31')).toBe('Not known. The documents do not reach back that far.');
  });

  it('tells every ceasefire of the pack once, over all pages', () => {
    const names = allPages((page) => historyReply(indexes.both, pkTtp, undefined, page)).flatMap(fieldNames);
    const record = indexes.both.dyads.get('pk-ttp');
    const episodes = [...(record?.episodes ?? []), ...(record?.local ?? []), ...(record?.undated ?? [])];
    const titles = names.filter((name) => !name.endsWith('(continued)'));
    expect(titles.toSorted()).toEqual(episodes.map((episode) => episode.ceasefire.name).toSorted());
  });

  it('carries page, bounds and dyad in its buttons', () => {
    const reply = historyReply(indexes.both, pkTtp, { from: '2000-01-01', to: undefined }, 1);
    expect(reply.buttons).toMatchObject([
      { id: 'ceasefire:history:0:2000-01-01::pk-ttp' },
      { id: 'ceasefire:history:2:2000-01-01::pk-ttp' },
    ]);
  });
});

describe('disputes', () => {
  it('name every side with who says so and where, over all pages', () => {
    const replies = allPages((page) => disputesReply(indexes.both, pkTtp, page));
    const text = replies.map(words).join();
    const disputes = indexes.both.dataset.disputes.filter((dispute) => dispute.dyad === 'pk-ttp');
    expect(disputes.length).toBeGreaterThan(10);
    for (const { question, sides } of disputes) {
      expect(text).toContain(JSON.stringify(question).slice(1, -1));
      for (const { says } of sides) expect(text).toContain(JSON.stringify(says).slice(1, -1));
    }
    expect(text).toContain('Zabihullah Mujahid: ');
  });

  it('say who speaks where the words of a side do not, and where a document does', () => {
    const dispute = {
      id: 'x',
      dyad: 'd1',
      question: 'When?',
      type: 'contradiction' as const,
      sides: [
        { says: 'Side A says in May.', claims: ['claim-a'] },
        { says: 'In June.', claims: ['claim-b'] },
        { says: 'In July.', claims: ['voice', 'other-voice'] },
      ],
    };
    const claims = [
      claim({ id: 'voice', attribution: 'newsroom' }),
      claim({ id: 'other-voice', source: 'doc-b', attribution: 'newsroom' }),
    ];
    const [card] = disputesReply(indexDataset(dataset({ disputes: [dispute], claims })), dyad).cards ?? [];
    expect(card?.fields?.[0]?.value).toBe(
      [
        '• Side A says in May. (Document A, 1 January 2020)',
        '• In June. (Side B: Document B, 2 January 2020)',
        '• In July. (in their own voice: Document A, 1 January 2020; Document B, 2 January 2020)',
      ].join('\n'),
    );
  });

  it('say so if there are none', () => {
    expect(words(disputesReply(indexDataset(dataset()), dyad))).toContain('No difference');
  });
});

describe('an actor', () => {
  const index = indexDataset(
    dataset({
      actors: [
        {
          id: 'x',
          type: 'person',
          name: 'Speaker X',
          aliases: ['X-alias'],
          description: 'speaker of side A',
          roles: [{ role: 'speaker', of: 'side-a', from: '2020-01', claims: ['said'] }],
          notToBeConfusedWith: [{ name: 'Speaker Y', why: 'another man' }],
        },
      ],
      relations: [
        {
          from: 'x',
          relation: 'spokesman_of',
          to: 'side-a',
          status: 'disputed',
          period: '2020-01..2020-05',
          claims: ['said'],
        },
      ],
      claims: [
        claim({ id: 'said', assertedBy: ['x'], date: on('2020-02-01'), summary: 'X said it.' }),
        claim({ id: 'said-later', assertedBy: ['x'], date: on('2020-03-01'), summary: 'X said more.' }),
        claim({ id: 'denied', deniedBy: ['x'], date: on('2020-02-02'), summary: 'X denied it.' }),
        claim({ id: 'named', actors: ['x'], confidence: 'medium', summary: 'X was there.' }),
      ],
    }),
  );
  const actor = index.actors.get('x');
  if (!actor) throw new Error('the dataset has X');
  const reply = actorReply(index, actor);
  const value = (name: string) =>
    reply.cards?.[0]?.fields?.find((field) => field.name.startsWith(name))?.value;

  it('is told with names, roles, relations and who it is not, each with its document', () => {
    expect(reply.cards?.[0]?.body).toBe('Person: speaker of side A.\nAlso called: X-alias.');
    expect(value('Not to be confused')).toBe('Speaker Y: another man');
    expect(value('Roles')).toMatch(
      /^speaker of Side A, from January 2020; as of .* \(Document A, 1 January 2020\)$/,
    );
    expect(value('Relations')).toBe(
      'spokesman of Side A, January 2020 to May 2020 (disputed) (Document A, 1 January 2020)',
    );
    expect(reply.cards?.[0]?.sources).toEqual([
      { label: 'Document A, 1 January 2020', url: 'https://example.org/a' },
    ]);
  });

  it('cites no document for what none says', () => {
    const known = { from: 'x', relation: 'part_of', to: 'side-b', status: 'general_knowledge' as const };
    const relations = [{ ...known, claims: ['claim-b'] }];
    const people = [{ id: 'x', type: 'person' as const, name: 'X' }];
    const one = indexDataset(dataset({ actors: people, relations }));
    const [of] = one.dataset.actors.filter(({ id }) => id === 'x');
    expect(of && actorReply(one, of).cards?.[0]?.fields).toEqual([
      {
        name: 'Relations',
        value: 'part of Side B (general knowledge, in no document of the dataset)',
      },
    ]);
  });

  it('has what it said newest first, apart from what it denied and where others name it', () => {
    expect(value('What they said')).toMatch(
      /^• 1 March 2020: X said more\. .*\n• 1 February 2020: X said it\./,
    );
    expect(value('What they denied')).toMatch(/X denied it/);
    expect(value('Where others name them')).toBe(
      'undated: X was there. (Document A, 1 January 2020; medium confidence)',
    );
  });

  it('of several of one name says which it is, in one line each role, and what is not known of them', () => {
    const khurasani = indexes.both.actors.get('khurasani');
    const card = khurasani && actorReply(indexes.both, khurasani).cards?.[0];
    expect(card?.title).toBe('Mohammad Khurasani (spokesman of the TTP)');
    expect(card?.body).toContain('Note: The name is a nom de guerre');
    expect(card?.body).toContain('2025 are by one and the same man is not documented');
    expect(card?.fields?.find(({ name }) => name === 'Roles')?.value).toMatch(
      /^spokesman of the TTP, from November 2021 to March 2025 \(/,
    );
  });

  it('has each of its claims on one of its pages', () => {
    for (const each of indexes.both.dataset.actors) {
      const text = allPages((page) => actorReply(indexes.both, each, page))
        .map(words)
        .join();
      for (const { summary } of indexes.both.claimsByActor.get(each.id) ?? []) {
        expect(text).toContain(JSON.stringify(summary).slice(1, -1));
      }
    }
  });
});

describe('the list of actors', () => {
  it('names each kind that has somebody, with a menu of the kinds', () => {
    const { select, cards } = actorListReply(indexes.both);
    expect(select?.options.map(({ value }) => value)).toContain('person');
    expect(cards?.[0]?.fields).toHaveLength(select?.options.length ?? -1);
    expect(actorListReply(indexDataset({ ...dataset(), actors: [] })).select).toBeUndefined();
  });

  it('offers the actors of a kind, 25 a page', () => {
    const actors = Array.from({ length: 30 }, (_, at) => ({
      id: `p${at}`,
      type: 'person' as const,
      name: `Person ${at}`,
    }));
    const index = indexDataset(dataset({ actors }));
    const [first, second] = [actorKindReply(index, 'person', 0), actorKindReply(index, 'person', 1)];
    expect(first.select?.options).toHaveLength(25);
    expect(second.select?.options).toHaveLength(5);
    expect(first.buttons).toMatchObject([
      { disabled: true },
      { id: 'actor:kind:1:person' },
      { id: 'actor:list' },
    ]);
  });
});
