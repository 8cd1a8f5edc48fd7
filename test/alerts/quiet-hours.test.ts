import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { parseQuietHours, quietUntil } from '../../src/alerts/quiet-hours.ts';
import { UserError } from '../../src/command.ts';

const at = (text: string) => Temporal.ZonedDateTime.from(text).epochMilliseconds;

describe('quiet hours', () => {
  it.each([
    ['22:00-07:00 Asia/Karachi', { from: '22:00', to: '07:00', timeZone: 'Asia/Karachi' }],
    [' 9:30 – 17:00  europe/berlin ', { from: '09:30', to: '17:00', timeZone: 'Europe/Berlin' }],
    ['22:00 to 7:00 UTC', { from: '22:00', to: '07:00', timeZone: 'UTC' }],
  ])('reads %s', (text, expected) => {
    expect(parseQuietHours(text)).toEqual(expected);
  });

  it.each([
    ['', 'are written like'],
    ['22:00-07:00', 'are written like'],
    ['25:00-07:00 UTC', '25:00'],
    ['22:00-07:61 UTC', '07:61'],
    ['22:00-07:00 Mars/Base', 'Mars/Base'],
    ['22:00-07:00 +05:00', 'no time zone'],
    ['22:00-22:00 UTC', 'never end'],
  ])('refuses “%s” with one clear sentence', (text, part) => {
    expect(() => parseQuietHours(text)).toThrow(UserError);
    expect(() => parseQuietHours(text)).toThrow(part);
  });

  const night = parseQuietHours('22:00-07:00 Asia/Karachi');
  it.each([
    ['2022-05-18T21:59[Asia/Karachi]', undefined],
    ['2022-05-18T22:00[Asia/Karachi]', '2022-05-19T07:00[Asia/Karachi]'],
    ['2022-05-19T06:59:59[Asia/Karachi]', '2022-05-19T07:00[Asia/Karachi]'],
    ['2022-05-19T07:00[Asia/Karachi]', undefined],
  ])('at %s they end at %s', (now, end) => {
    expect(quietUntil(night, at(now))).toBe(end && at(end));
  });

  it('knows hours within one day', () => {
    const siesta = parseQuietHours('12:00-15:00 UTC');
    expect(quietUntil(siesta, at('2022-05-18T11:59[UTC]'))).toBeUndefined();
    expect(quietUntil(siesta, at('2022-05-18T12:00[UTC]'))).toBe(at('2022-05-18T15:00[UTC]'));
  });

  it('ends after a clock change at the local time', () => {
    const berlin = parseQuietHours('22:00-07:00 Europe/Berlin');
    const start = at('2025-03-29T23:00[Europe/Berlin]');
    expect((quietUntil(berlin, start) ?? 0) - start).toBe(7 * 3_600_000);
  });

  it('never ends in the past, also in the hour that comes twice', () => {
    const short = parseQuietHours('01:00-02:30 Europe/Berlin');
    for (let now = at('2025-10-26T00:00[Europe/Berlin]'), n = 0; n < 300; n++, now += 60_000) {
      const end = quietUntil(short, now);
      if (end !== undefined) expect(end).toBeGreaterThan(now);
    }
  });
});
