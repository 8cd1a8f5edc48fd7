import { describe, expect, it } from 'vitest';
import { parseTime, parseTimeZone, proposeTimeZones } from '../../src/alerts/time-zone.ts';
import { parseTopics, proposeTopics } from '../../src/alerts/topics.ts';
import { UserError } from '../../src/command.ts';
import { alertTopics } from '../../src/news/story.ts';

describe('topics', () => {
  it.each([
    [undefined, 'all'],
    ['', 'all'],
    ['all', 'all'],
    ['talks', ['talks']],
    ['Truce extended, TALKS', ['talks', 'truce_extended']],
    ['truce-ended; truce_ended', ['truce_ended']],
    [alertTopics.join(','), 'all'],
  ])('reads %s', (text, expected) => {
    expect(parseTopics(text)).toEqual(expected);
  });

  it('refuses an unknown topic and names those there are', () => {
    expect(() => parseTopics('talks, weather')).toThrow(UserError);
    expect(() => parseTopics('talks, weather')).toThrow(/“weather”.*truce_violated/);
  });

  it('completes the last of a list and keeps the others', () => {
    const values = proposeTopics('talks, ext').map(({ value }) => value);
    expect(values).toEqual(['talks, truce_extended']);
    expect(proposeTopics('talks,').map(({ value }) => value)).not.toContain('talks, talks');
    expect(proposeTopics('')[0]).toEqual({ name: 'all', value: 'all' });
    for (const { value } of proposeTopics('')) expect(() => parseTopics(value)).not.toThrow();
  });
});

describe('times and zones', () => {
  it.each([
    ['8:00', '08:00'],
    ['23.59', '23:59'],
  ])('reads %s', (text, expected) => expect(parseTime(text)).toBe(expected));

  it.each(['24:00', '8', '8:60', '8:00 pm', 'noon', ''])('refuses the time “%s”', (text) => {
    expect(() => parseTime(text)).toThrow(UserError);
  });

  it('takes IANA names in any case and nothing else', () => {
    expect(parseTimeZone('asia/karachi')).toBe('Asia/Karachi');
    for (const text of ['', 'Karachi time', '+05:00', 'Asia/Nowhere', 'x'.repeat(500)])
      expect(() => parseTimeZone(text)).toThrow(UserError);
  });

  it('proposes at most 25 zones, by city as well, all of which can be taken', () => {
    expect(proposeTimeZones('kara')[0]?.value).toBe('Asia/Karachi');
    expect(proposeTimeZones('new york')[0]?.value).toBe('America/New_York');
    expect(proposeTimeZones('').length).toBe(25);
    expect(proposeTimeZones('zzz')).toEqual([]);
    for (const { value } of proposeTimeZones('a')) expect(() => parseTimeZone(value)).not.toThrow();
  });
});
