import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { dueDigest, grace, nextDue } from '../../src/digest/due.ts';

const hour = 3_600_000;
const at = (text: string) => Temporal.ZonedDateTime.from(text).epochMilliseconds;
const setting = (time: string, timeZone: string, since = 0) => ({ time, timeZone, since });

describe('when a digest is due', () => {
  it('is due from its local time on, for six hours', () => {
    const karachi = setting('08:00', 'Asia/Karachi');
    const due = at('2022-05-18T08:00[Asia/Karachi]');
    expect(dueDigest(karachi, due - 1)).toBeUndefined();
    expect(dueDigest(karachi, due)).toEqual({ date: '2022-05-18', due });
    expect(dueDigest(karachi, due + 6 * hour)).toEqual({ date: '2022-05-18', due });
    expect(dueDigest(karachi, due + 6 * hour + 1)).toBeUndefined();
  });

  it('is next due today or tomorrow, or on the next date that the zone has', () => {
    const morning = setting('08:00', 'Asia/Karachi');
    const next = (now: string) => nextDue(morning, at(now));
    expect(next('2022-05-18T07:59[Asia/Karachi]')).toBe(at('2022-05-18T08:00[Asia/Karachi]'));
    expect(next('2022-05-18T08:00[Asia/Karachi]')).toBe(at('2022-05-19T08:00[Asia/Karachi]'));
    // Samoa had no 30 December 2011.
    expect(nextDue(setting('08:00', 'Pacific/Apia'), at('2011-12-29T09:00[Pacific/Apia]'))).toBe(
      at('2011-12-31T08:00[Pacific/Apia]'),
    );
  });

  it('stays due after midnight', () => {
    const now = at('2022-05-19T03:00[Asia/Karachi]');
    expect(dueDigest(setting('23:30', 'Asia/Karachi'), now)?.date).toBe('2022-05-18');
  });

  it('is not due for a time that had passed when it was set', () => {
    const now = at('2022-05-18T10:00[Asia/Karachi]');
    expect(dueDigest(setting('08:00', 'Asia/Karachi', now - hour), now)).toBeUndefined();
    expect(dueDigest(setting('08:00', 'Asia/Karachi', now - 3 * hour), now)).toBeDefined();
  });

  it.each([
    [
      'a time that is skipped means as long after the skip',
      '02:30',
      'Europe/Berlin',
      '2025-03-30T03:30[Europe/Berlin]',
    ],
    [
      'a time that exists twice means the first',
      '02:30',
      'Europe/Berlin',
      '2025-10-26T02:30+02:00[Europe/Berlin]',
    ],
    ['a skipped hour at midnight', '00:30', 'Africa/Cairo', '2025-04-25T01:30[Africa/Cairo]'],
    ['a skip that would lead into the next date', '23:30', 'America/Nuuk', '2025-03-29T22:30[America/Nuuk]'],
  ])('%s', (_name, time, timeZone, expected) => {
    const due = at(expected);
    const date = expected.slice(0, 10);
    expect(dueDigest(setting(time, timeZone), due)).toEqual({ date, due });
    expect(dueDigest(setting(time, timeZone), due - 60_000)).toBeUndefined();
  });

  it('has no digest for a date that the zone skipped', () => {
    const zone = setting('08:00', 'Pacific/Apia');
    expect(dueDigest(zone, at('2011-12-29T09:00[Pacific/Apia]'))?.date).toBe('2011-12-29');
    expect(dueDigest(zone, at('2011-12-31T00:30[Pacific/Apia]'))).toBeUndefined();
    expect(dueDigest(zone, at('2011-12-31T09:00[Pacific/Apia]'))?.date).toBe('2011-12-31');
  });
});

const zones = Intl.supportedValuesOf('timeZone');
const start = Date.UTC(2024, 0, 1);
const end = Date.UTC(2029, 0, 1);

/** Changes of the zone's clocks in 2024–2028 (UTC ms). */
function clockChanges(zone: string): number[] {
  const changes: number[] = [];
  let from = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone);
  for (;;) {
    const next = from.getTimeZoneTransition('next');
    if (!next || next.epochMilliseconds >= end) return changes;
    changes.push(next.epochMilliseconds);
    from = next;
  }
}

/** The local dates that a channel gets a digest for, in order, if the bot looks at these moments. */
function digests(time: string, timeZone: string, looks: readonly number[]): string[] {
  const done = new Map<string, number>();
  for (const now of looks) {
    const due = dueDigest(setting(time, timeZone), now);
    if (due && !done.has(due.date)) done.set(due.date, now);
  }
  return [...done.keys()];
}

/** When a digest of a date is due, worked out another way: by walking through the minutes of the date. */
function slowDueAt(date: Temporal.PlainDate, time: string, zone: string): number | undefined {
  const wanted = Temporal.PlainTime.from(time);
  const plain = date.toPlainDateTime(wanted);
  const exact = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (exact.toPlainDateTime().equals(plain)) return exact.epochMilliseconds;
  const later = plain.toZonedDateTime(zone, { disambiguation: 'later' });
  const inDate = [later, exact].find((moment) => moment.toPlainDate().equals(date));
  return inDate?.epochMilliseconds;
}

describe('over all zones and the years 2024–2028', () => {
  it('around every clock change: one digest for each date, none twice', { timeout: 120_000 }, () => {
    const times = ['00:00', '00:30', '01:30', '02:30', '03:00', '08:00', '23:00', '23:45'];
    let changes = 0;
    for (const zone of zones) {
      for (const change of clockChanges(zone)) {
        const time = times[changes++ % times.length]!;
        const looks: number[] = [];
        for (let now = change - 40 * hour; now < change + 40 * hour; now += 3 * hour) looks.push(now);
        const dates = digests(time, zone, looks);
        const [first, last] = [dates[0]!, dates.at(-1)!];
        const expected: string[] = [];
        for (let day = Temporal.PlainDate.from(first); day.toString() <= last; day = day.add({ days: 1 }))
          expected.push(day.toString());
        expect({ zone, time, dates }).toEqual({ zone, time, dates: expected });
        expect(dates.length).toBeGreaterThanOrEqual(3);
      }
    }
    expect(changes).toBeGreaterThan(500);
  });

  it('whenever the bot is up: one digest for each date it saw within six hours, none twice', {
    timeout: 120_000,
  }, () => {
    const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 });
    const anyTime = minutes.map(
      (total) => `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`,
    );
    // A clock change lies within the days looked at, where the zone has one.
    const anyZone = fc.constantFrom(...zones).chain((zone) => {
      const changes = clockChanges(zone);
      const moment = fc.integer({ min: start, max: end });
      const near = changes.length > 0 ? fc.oneof(fc.constantFrom(...changes), moment) : moment;
      return fc.record({ zone: fc.constant(zone), middle: near });
    });
    // The bot is up and down in turns, so many minutes each.
    const spells = fc.array(fc.integer({ min: 1, max: 20 * 60 }), { minLength: 4, maxLength: 14 });
    fc.assert(
      fc.property(anyZone, anyTime, spells, ({ zone, middle }, time, spell) => {
        const looks: number[] = [];
        const up: [from: number, to: number][] = [];
        let now = middle - 48 * hour;
        spell.forEach((length, index) => {
          const to = now + length * 60_000;
          if (index % 2 === 0) {
            up.push([now, to]);
            for (let look = now; look < to; look += 20 * 60_000) looks.push(look);
            looks.push(to);
          }
          now = to;
        });
        const dates = digests(time, zone, looks);
        expect(new Set(dates).size).toBe(dates.length);
        const local = (moment: number) =>
          Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone).toPlainDate();
        const expected: string[] = [];
        const last = local(now);
        let date = local(middle - 48 * hour).subtract({ days: 1 });
        for (; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
          const due = slowDueAt(date, time, zone);
          if (due !== undefined && up.some(([from, to]) => from <= due + grace && to >= due))
            expected.push(date.toString());
        }
        expect(dates).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });
});
