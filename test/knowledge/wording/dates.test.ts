import { describe, expect, it } from 'vitest';
import { sayDate, sayDays, sayEither, sayRange } from '../../../src/knowledge/wording/dates.ts';

const range = (earliest: string, latest = earliest) => ({ earliest, latest });

describe('days in words', () => {
  it.each([
    ['2022-05-20', '2022-05-20', '20 May 2022'],
    ['2021-12-08', '2021-12-09', '8 or 9 December 2021'],
    ['2021-12-31', '2022-01-01', '31 December 2021 or 1 January 2022'],
    ['2022-04-30', '2022-05-02', 'a day between 30 April and 2 May 2022'],
    ['2021-12-30', '2022-01-02', 'a day between 30 December 2021 and 2 January 2022'],
  ])('one of %s … %s: %s', (earliest, latest, words) => {
    expect(sayRange(range(earliest, latest))).toBe(words);
  });

  it('a span, which may be one day', () => {
    expect(sayDays(range('2022-05-10', '2022-05-30'))).toBe('10 to 30 May 2022');
    expect(sayDays(range('2022-05-20'))).toBe('20 May 2022');
  });

  it('what several give, without the days between', () => {
    expect(sayEither([range('2022-11-27'), range('2022-09-03')])).toBe('3 September or 27 November 2022');
    expect(sayEither([range('2022-11-27'), range('2022-11-27')])).toBe('27 November 2022');
    expect(sayEither([range('2021-12-08'), range('2021-12-09')])).toBe('8 or 9 December 2021');
    expect(sayEither([range('2022-04-30', '2022-05-02'), range('2022-05-10')])).toBe(
      'a day between 30 April and 2 May 2022 or 10 May 2022',
    );
    expect(sayEither([range('2022-05-01', '2022-05-31'), range('2022-05-18')])).toBe(
      'a day between 1 and 31 May 2022',
    );
  });
});

describe('a documented date is said', () => {
  const stated = { precision: 'day', how: 'stated' } as const;

  it('as precise as its form', () => {
    expect(sayDate({ ...stated, on: '2022-05-18' })).toBe('18 May 2022');
    expect(sayDate({ ...stated, precision: 'month', on: '2022-05' })).toBe('May 2022');
    expect(sayDate({ ...stated, precision: 'year', on: '2014' })).toBe('2014');
    expect(sayDate({ ...stated, precision: 'undated', on: null })).toBe('undated');
  });

  it('as either of two days, where it may be both', () => {
    const bounds = { earliest: '2021-12-09', latest: '2021-12-10' };
    expect(sayDate({ ...stated, on: '2021-12-09', ...bounds })).toBe('9 or 10 December 2021');
  });

  it('as the time within which something undated lies', () => {
    const bounds = { earliest: '2021-12-08', latest: '2022-05-18' };
    expect(sayDate({ ...stated, precision: 'undated', on: null, ...bounds })).toBe(
      'between 8 December 2021 and 18 May 2022',
    );
  });

  it('as a span', () => {
    expect(sayDate({ ...stated, on: '2022-05-13', until: '2022-05-14' })).toBe('13 to 14 May 2022');
    expect(sayDate({ ...stated, on: '2021-11', until: '2021-12' })).toBe('November 2021 to December 2021');
  });
});
