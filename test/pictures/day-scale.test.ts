import { describe, expect, it } from 'vitest';
import { DayScale, dayNumber, ticks } from '../../src/pictures/day-scale.ts';

const axis = (from: string, to: string) =>
  ticks(new DayScale(dayNumber(from), dayNumber(to), 36, 1164), 96).map(({ text, year }) =>
    year ? `${year} ${text}` : text,
  );

describe('the axis', () => {
  it('names months, and the year where it begins', () => {
    expect(axis('2021-11-01', '2022-06-30')).toEqual([
      '2021 Nov',
      'Dec',
      '2022 Jan',
      'Feb',
      'Mar',
      'Apr',
      'May',
      'Jun',
    ]);
    const quarters = ['2021 Jul', 'Oct', '2022 Jan', 'Apr', 'Jul', 'Oct', '2023 Jan', 'Apr', 'Jul', 'Oct'];
    expect(axis('2021-06-15', '2023-12-31')).toEqual(quarters);
  });

  it('names days where they are few and years where they are many', () => {
    expect(axis('2022-05-01', '2022-05-30')).toEqual([
      '2022 1 May',
      '6 May',
      '11 May',
      '16 May',
      '21 May',
      '26 May',
    ]);
    expect(axis('2022-12-30', '2023-01-02')).toEqual(['2022 30 Dec', '31 Dec', '2023 1 Jan', '2 Jan']);
    expect(axis('2004-01-01', '2026-11-22').slice(0, 3)).toEqual(['2004', '2006', '2008']);
  });

  it('keeps room between two names', () => {
    for (const to of [
      '2022-01-01',
      '2022-02-15',
      '2022-04-01',
      '2022-10-01',
      '2024-01-01',
      '2035-01-01',
      '2300-01-01',
    ]) {
      const scale = new DayScale(dayNumber('2022-01-01'), dayNumber(to), 36, 1164);
      const places = ticks(scale, 96).map(({ day }) => scale.startOf(day));
      expect(places.length).toBeGreaterThan(0);
      for (const [index, x] of places.slice(1).entries()) expect(x - places[index]!).toBeGreaterThan(85);
    }
  });
});

describe('a day', () => {
  it('is refused if the calendar has none such', () => {
    for (const text of ['2022-02-30', '2022-13-01', '', 'soon', '2022-05', '2022-05-01T00:00:00Z']) {
      expect(() => dayNumber(text), text).toThrow(RangeError);
    }
    expect(dayNumber('1970-01-02')).toBe(1);
    expect(dayNumber('2024-02-29') - dayNumber('2024-02-28')).toBe(1);
  });
});
