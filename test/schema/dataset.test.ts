import { describe, expect, it } from 'vitest';
import { dateSchema } from '../../src/schema/dataset.ts';

const stated = (on: string, precision: string) => ({ on, precision, how: 'stated' });

describe('dateSchema', () => {
  it.each([
    ['2024-02-29', 'day'],
    ['2022-12', 'month'],
    ['2014', 'year'],
  ])('takes %s', (on, precision) => {
    expect(dateSchema.safeParse(stated(on, precision)).success).toBe(true);
  });

  it.each([
    ['2022-02-30', 'the calendar has no such date'],
    ['2023-02-29', 'the calendar has no such date'],
    ['2022-13', 'the calendar has no such date'],
    ['2022-00-10', 'the calendar has no such date'],
    ['0000', 'the calendar has no such date'],
    ['tomorrow', "a date is written 'YYYY' (in quotes), YYYY-MM or YYYY-MM-DD"],
    ['8 December 2021', "a date is written 'YYYY' (in quotes), YYYY-MM or YYYY-MM-DD"],
  ])('refuses %s', (on, message) => {
    const { error } = dateSchema.safeParse(stated(on, 'day'));
    expect(error?.issues.map((issue) => issue.message)).toContain(message);
  });
});
