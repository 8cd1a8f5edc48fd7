import { describe, expect, it } from 'vitest';
import { type DigestContent, digestReply, isEmpty } from '../../src/digest/content.ts';
import { stripOf } from '../../src/digest/strip.ts';
import { render } from '../../src/discord/render.ts';
import { alertTopics, type Story } from '../../src/news/story.ts';
import { hour, noon } from '../alerts/bot.ts';
import { story } from './fixture.ts';

const nothing: DigestContent = {
  packName: 'Pakistan and the TTP',
  day: '18 May 2022',
  status: 'In effect on 18 May 2022.',
  stories: [],
  held: [],
  planned: [],
  feeds: [],
};

describe('what a digest says', () => {
  it('is empty only if there is nothing to tell', () => {
    expect(isEmpty(nothing)).toBe(true);
    expect(isEmpty({ ...nothing, held: [story('eid', noon)] })).toBe(false);
    expect(isEmpty({ ...nothing, planned: [{ what: 'x', inDays: 1 }] })).toBe(false);
    expect(isEmpty({ ...nothing, feeds: ['dawn: 403'] })).toBe(false);
  });

  it('lists stories by topic with their outlets', () => {
    const stories = [story('eid', noon), story('doha', noon, 'talks')];
    const [card] = digestReply({ ...nothing, stories }).cards ?? [];
    expect(card?.fields?.map(({ name }) => name)).toEqual(['Talks', 'Truce extended']);
    expect(JSON.stringify(card?.fields?.[0])).toContain('doha reported');
    expect(JSON.stringify(card?.fields?.[0])).toContain('dawn');
  });

  it('says in how many days a planned date is', () => {
    const planned = [0, 1, 3].map((inDays) => ({ what: 'Planned end', inDays }));
    const said = JSON.stringify(digestReply({ ...nothing, planned }));
    expect(said).toContain('Planned end: today\\nPlanned end: in 1 day\\nPlanned end: in 3 days');
  });

  it('fits into a message on the busiest day, with every part', () => {
    const long = 'Truce *talks* [again](http://evil.example) '.repeat(20);
    const stories = alertTopics.flatMap((topic) =>
      Array.from({ length: 30 }, (_, n): Story => ({ ...story(`s${n}`, noon, topic), title: long })),
    );
    const planned = [{ what: 'Planned end', inDays: 3 }];
    const reply = digestReply({ ...nothing, stories, held: stories, planned, feeds: ['dawn: 403'] });
    const [embed] = render(reply).embeds;
    expect(embed?.fields?.map(({ name }) => name)).toEqual(reply.cards?.[0]?.fields?.map(({ name }) => name));
    for (const field of embed?.fields?.slice(0, 8) ?? []) expect(field.value).toMatch(/and \d+ more$/);
  });
});

describe('the strip of the last 30 days', () => {
  const strip = (stories: readonly Story[]) =>
    stripOf(stories, '2022-05-18', 'Asia/Karachi', (day) => (day >= '2022-05-10' ? 'in_effect' : undefined));

  it('counts stories by local date and group', () => {
    // 20:00 UTC is the next day in Karachi.
    const late = Date.UTC(2022, 4, 16, 20);
    const drawn = strip([
      story('a', late),
      story('b', late, 'talks_denied'),
      story('c', noon - hour, 'truce_violated'),
    ]);
    expect(drawn?.days).toHaveLength(30);
    expect(drawn?.days.at(-2)).toEqual({
      date: '2022-05-17',
      stories: { truce: 1, talks: 1 },
      state: 'in_effect',
    });
    expect(drawn?.days.at(-1)?.stories).toEqual({ breach: 1 });
    expect(drawn?.days[0]).toEqual({ date: '2022-04-19', stories: {} });
    expect(drawn?.alt).toBe('3 stories in 30 days on 2 of them. Latest: 17 May 2022: 2, 18 May 2022: 1.');
  });

  it('is not drawn when there is nothing to show', () => {
    expect(strip([])).toBeUndefined();
    expect(strip([story('old', noon - 40 * 24 * hour)])).toBeUndefined();
  });
});
