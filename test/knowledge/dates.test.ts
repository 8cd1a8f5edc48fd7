import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayIn,
  daysBetween,
  existingDay,
  lastDayOf,
  rangeOf,
  startOfDay,
} from '../../src/knowledge/dates.ts';
import { on } from './build.ts';

it.each([
  ['2022-05-20', '2022-05-20'],
  ['2020-02-29', '2020-02-29'],
  ['2022-02-30', undefined],
  ['2021-02-29', undefined],
  ['2022-13-01', undefined],
  ['0000-01-01', undefined],
  ['2022-5-2', undefined],
  ['20 May 2022', undefined],
])('the calendar has %s: %s', (text, day) => {
  expect(existingDay(text)).toBe(day);
});

it('counts days over months, leap days and daylight saving', () => {
  expect(addDays('2020-02-28', 2)).toBe('2020-03-01');
  expect(addDays('2022-01-01', -1)).toBe('2021-12-31');
  expect(daysBetween('2022-03-26', '2022-03-28')).toBe(2);
  expect(daysBetween('2022-03-28', '2022-03-26')).toBe(-2);
});

it('knows the local day at a moment, and when it begins', () => {
  const lateInUtc = Date.UTC(2022, 4, 19, 20, 30);
  expect(dayIn('Asia/Karachi', lateInUtc)).toBe('2022-05-20');
  expect(dayIn('America/New_York', lateInUtc)).toBe('2022-05-19');
  expect(startOfDay('Asia/Karachi', '2022-05-20')).toBe(Date.UTC(2022, 4, 19, 19));
});

describe('the days that a documented date may mean', () => {
  it.each([
    [on('2022-05-20'), '2022-05-20', '2022-05-20'],
    [on('2020-02'), '2020-02-01', '2020-02-29'],
    [on('2022'), '2022-01-01', '2022-12-31'],
    [on('2022-05-18', { earliest: '2022-05-10', latest: '2022-05-31' }), '2022-05-10', '2022-05-31'],
    [on('2022-05', { earliest: '2022-05-10' }), '2022-05-10', '2022-05-31'],
    [
      { ...on('2022'), on: null, precision: 'undated' as const, latest: '2022-05-31' },
      '2022-05-31',
      '2022-05-31',
    ],
  ])('%j', (date, earliest, latest) => {
    expect(rangeOf(date)).toEqual({ earliest, latest });
  });

  it('are none if it is undated', () => {
    expect(rangeOf({ on: null, precision: 'undated', how: 'stated' })).toBeUndefined();
  });

  it('reach to the end of a span', () => {
    expect(lastDayOf(on('2022-05-13', { until: '2022-05-14' }))).toBe('2022-05-14');
    expect(lastDayOf(on('2022-05-13', { until: '2022-06' }))).toBe('2022-06-30');
    expect(lastDayOf(on('2022-05'))).toBe('2022-05-31');
  });
});
