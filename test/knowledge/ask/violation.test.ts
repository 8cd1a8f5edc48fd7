import { describe, expect, it } from 'vitest';
import { type AskOptions, ask } from '../../../src/knowledge/ask/ask.ts';
import { indexDataset } from '../../../src/knowledge/dataset-index.ts';
import { ceasefire, claim, dataset, dated, on } from '../build.ts';
import { askAll, askSeeds } from './seeds.ts';

const told = (summary: string, more = {}): AskOptions => ({
  index: indexDataset(
    dataset({
      actors: [
        { id: 'league', type: 'armed_group', name: 'League', inText: 'the League' },
        { id: 'state', type: 'government', name: 'State', inText: 'the State' },
        { id: 'paper', type: 'media', name: 'Paper' },
      ],
      claims: [
        claim({
          id: 'told',
          kind: 'ceasefire_end',
          summary,
          date: on('2019-03-20'),
          assertedBy: ['league'],
          actors: ['league', 'state'],
          attribution: 'reported',
          ...more,
        }),
      ],
      ceasefires: [
        ceasefire({
          id: 'spring',
          name: 'Spring truce',
          parties: ['league', 'state'],
          effective: [dated('2019-03-03')],
          plannedEnd: [dated('2019-04-09')],
        }),
      ],
    }),
  ),
  dyad: { id: 'd1', parties: ['league', 'state'] },
  today: '2019-06-01',
});

describe('a breach that somebody accuses another of', () => {
  it.each([
    'The League accused the State of violating the truce.',
    'The League said that the State had broken the ceasefire.',
    'The League ended the truce, which the State had not respected.',
    'The League complained that the State failed to abide by the truce.',
  ])('is told, and nobody else says so: %s', (summary) => {
    const { answered, answer, claims } = ask('Did the State break the truce?', told(summary));
    expect(answered).toBe(true);
    expect(claims).toEqual(['told']);
    expect(answer).toMatch(/^No document says in its own voice that the State broke the ceasefire/);
  });

  it('is none of whoever tells it', () => {
    const options = told('The League accused the State of violating the truce.');
    const { answered, answer } = ask('Did the League break the truce?', options);
    expect(answered).toBe(false);
    expect(answer).toContain('no document says that the League broke the ceasefire');
    expect(answer).toContain('The League accused the State');
  });

  it('is the accuser’s alone', () => {
    const options = told('The League accused the State of violating the truce.');
    expect(ask('Did the League accuse the State of breaking the truce?', options).answered).toBe(true);
    expect(ask('Did the State accuse the League of breaking the truce?', options).answered).toBe(false);
  });

  it.each([
    'Talks on the truce between the League and the State broke down.',
    'The League and the State kept the truce without a breakthrough in their talks.',
  ])('is not what only sounds so: %s', (summary) => {
    expect(ask('Did the State break the truce?', told(summary)).answered).toBe(false);
  });

  it('is seen in force during the ceasefire, never outside it', () => {
    const attack = { kind: 'attack', attribution: 'newsroom', assertedBy: ['paper'] } as const;
    const { answer, claims } = ask('Who broke the truce?', told('The League attacked the State.', attack));
    expect(claims).toEqual(['told']);
    expect(answer).toMatch(/^No document says who broke the ceasefire/);
    const later = told('The League attacked the State.', { ...attack, date: on('2019-05-20') });
    expect(ask('Who broke the truce?', later).answered).toBe(false);
  });
});

describe('a breach in this dataset', () => {
  it.each([
    'did the TTP accuse Pakistan of violating the 2021 truce',
    'Did the TTP say that Pakistan violated the agreement?',
    'did Pakistan violate the ceasefire?',
    'Did Pakistan violate the November 2021 ceasefire?',
    'who accused whom of breaking the 2021 truce?',
    'Was the 2021 truce violated by Pakistan?',
  ])('is told as an accusation: %s', (question) => {
    const { answered, claims } = askAll(question);
    expect(answered).toBe(true);
    expect(claims).toContain('L021');
  });

  it('between other parties is told of them', () => {
    const { claims } = askAll(
      'Which side violated the October 2025 ceasefire between Pakistan and Afghanistan?',
    );
    expect(claims).toEqual(expect.arrayContaining(['L047', 'L053', 'L058']));
    expect(askAll('did the Afghan Taliban break the Doha ceasefire').claims).toContain('L053');
    expect(askAll('Did Pakistan strike Afghanistan during the October 2025 ceasefire?').claims).toContain(
      'L052',
    );
  });

  it('is told first of whom the question asks about, also where they say themselves that they struck', () => {
    const force = ['L047', 'L052', 'L057', 'L058'];
    const told = (question: string) => askAll(question).claims.filter((id) => force.includes(id));
    expect(told('Did Pakistan break the October 2025 ceasefire with Afghanistan?')).toEqual(force);
    expect(told('Did Afghanistan break the October 2025 ceasefire with Pakistan?')[0]).toBe('L058');
  });

  it('is denied with the names as sentences have them', () => {
    expect(askAll('did Pakistan or the TTP violate the June 2022 ceasefire?').answer).toContain(
      'no document says that the Government of Pakistan or the TTP broke the ceasefire',
    );
    expect(askSeeds('did Pakistan break the truce').answered).toBe(false);
  });

  it('of a place is none of another place', () => {
    const { answered, claims } = askAll('who broke the swat deal');
    expect(answered).toBe(false);
    expect(claims).toEqual(['L009']);
  });
});
