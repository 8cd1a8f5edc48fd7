import { describe, expect, it } from 'vitest';
import { decide, nextTry } from '../../src/alerts/match.ts';
import type { Report, Story } from '../../src/news/story.ts';
import { hour, minute, noon, subscription } from './bot.ts';

const report = (outlet: string, more: Partial<Report> = {}): Report => ({
  item: outlet,
  outlet,
  title: 'Truce extended',
  link: 'https://news.example/1',
  published: noon,
  language: 'en',
  ...more,
});

const story = (...reports: Report[]): Story => ({
  id: 's',
  version: 1,
  topic: 'truce_extended',
  title: 'Truce extended',
  link: '',
  summary: '',
  reasons: [],
  reports,
  languages: ['en'],
  first: noon,
  last: noon,
  standing: 'reported',
  signature: {},
});

const calm = { now: noon, suspension: undefined, told: [], hourlyCap: 20 };
const tell = { do: 'tell' };
const nothing = { do: 'nothing' };

describe('who is told', () => {
  it('tells a channel of the topics it chose', () => {
    const one = story(report('dawn'));
    expect(decide(subscription('1'), one, calm)).toEqual(tell);
    expect(decide(subscription('1', { topics: ['talks', 'truce_extended'] }), one, calm)).toEqual(tell);
    expect(decide(subscription('1', { topics: ['talks'] }), one, calm)).toEqual(nothing);
  });

  it('tells a paused channel nothing', () => {
    expect(decide(subscription('1', { paused: true }), story(report('dawn')), calm)).toEqual(nothing);
  });

  it('counts independent outlets, not copies and not the same outlet twice', () => {
    const two = subscription('1', { minSources: 2 });
    expect(decide(two, story(report('dawn'), report('wire', { copyOf: 0 })), calm)).toEqual(nothing);
    expect(decide(two, story(report('dawn'), report('dawn', { item: 'b' })), calm)).toEqual(nothing);
    expect(decide(two, story(report('dawn'), report('wire')), calm)).toEqual(tell);
  });

  it('holds back for a suspended channel until its next try, whatever the hour', () => {
    const suspension = { since: noon - hour, reason: 'gone' as const };
    const quietHours = { from: '00:00', to: '23:00', timeZone: 'UTC' };
    expect(decide(subscription('1', { quietHours }), story(report('dawn')), { ...calm, suspension })).toEqual(
      {
        do: 'hold',
        how: 'suspended',
        until: noon + 23 * hour,
      },
    );
  });

  it('counts only the last hour towards the cap, and holds back to the end of the hour', () => {
    const now = noon + 20 * minute;
    const told = [now - hour - 1, now - hour + 1, now - minute];
    const one = story(report('dawn'));
    expect(decide(subscription('1'), one, { ...calm, now, told, hourlyCap: 3 })).toEqual(tell);
    expect(decide(subscription('1'), one, { ...calm, now, told, hourlyCap: 2 })).toEqual({
      do: 'hold',
      how: 'hourly_cap',
      until: noon + hour,
    });
  });

  it('tries a suspended channel at whole days after it refused', () => {
    const suspension = { since: noon, reason: 'forbidden' as const };
    expect(nextTry(suspension, noon)).toBe(noon + 24 * hour);
    expect(nextTry(suspension, noon + 24 * hour - 1)).toBe(noon + 24 * hour);
    expect(nextTry(suspension, noon + 24 * hour)).toBe(noon + 48 * hour);
  });
});
