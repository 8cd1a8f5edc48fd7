import { describe, expect, test } from 'vitest';
import { parseDate } from '../../../src/feeds/parse/date.ts';

const may1 = '2024-05-01T10:20:30.000Z';

describe('parseDate', () => {
  test.each([
    ['Wed, 01 May 2024 10:20:30 GMT', may1],
    ['Wed, 01 May 2024 10:20:30 +0000', may1],
    ['Wed, 1 May 2024 15:20:30 +0500', may1],
    ['Wed, 01 May 2024 15:20:30 PKT', may1],
    ['Wed, 01 May 2024 14:50:30 +0430', may1],
    ['Wed, 01 May 2024 14:50:30 AFT', may1],
    ['Wed, 01 May 2024 06:20:30 EDT', may1],
    ['01 May 2024 10:20:30 Z', may1],
    ['Wed, 01 May 2024 10:20:30', may1],
    ['  Wed,  01  May 2024\n10:20:30 UT ', may1],
    ['Wednesday, 01 May 2024 10:20:30 UTC', may1],
    ['Wed, 01 May 24 10:20:30 GMT', may1],
    ['Wed, 01-May-2024 10:20:30 GMT', may1],
    ['Wed, 01 May 2024 15:20:30 GMT+5', may1],
    ['Wed, 01 May 2024 15:20:30 GMT+0500', may1],
    ['Wed, 01 May 2024 15:20:30 +05:00', may1],
    ['Wed, 01 May 2024 10:20:30 +0000 (UTC)', undefined],
    ['Wed May 1 10:20:30 UTC 2024', may1],
    ['Wed May 1 15:20:30 PKT 2024', may1],
    ['2024-05-01T10:20:30Z', may1],
    ['2024-05-01T10:20:30.123Z', may1],
    ['2024-05-01t10:20:30z', may1],
    ['2024-05-01T15:20:30+05:00', may1],
    ['2024-05-01T15:20:30+0500', may1],
    ['2024-05-01T10:20:30', may1],
    ['2024-05-01 10:20:30', may1],
    ['2024-05-01 15:20:30 +0500', may1],
    ['20240501T102030Z', undefined],
    ['2024/05/01 10:20:30', may1],
    ['May 1, 2024 10:20:30 AM', may1],
    ['Wed, May 1, 2024 at 10:20:30 am', may1],
    ['5/1/2024 10:20:30 AM', may1],
    ['2024-05-01T10:20Z', '2024-05-01T10:20:00.000Z'],
    ['May 1st, 2024', '2024-05-01T00:00:00.000Z'],
    ['1 May 2024', '2024-05-01T00:00:00.000Z'],
    ['13/5/2024', '2024-05-13T00:00:00.000Z'],
    ['05/01/2024 12:05 am', '2024-05-01T00:05:00.000Z'],
    ['05/01/2024 12:05 pm', '2024-05-01T12:05:00.000Z'],
    ['2024-05-01', '2024-05-01T00:00:00.000Z'],
    ['20240501', '2024-05-01T00:00:00.000Z'],
    ['2024-05', '2024-05-01T00:00:00.000Z'],
    ['2024', '2024-01-01T00:00:00.000Z'],
    ['Thu, 31 Dec 1998 23:59:60 GMT', '1999-01-01T00:00:00.000Z'],
    ['Sun, 29 Feb 2032 24:00:00 GMT', '2032-03-01T00:00:00.000Z'],
    ['yesterday', undefined],
    ['', undefined],
    ['32 May 2024', undefined],
    ['2024-13-01', undefined],
    ['1 Mai 2024', undefined],
    ['12:30', undefined],
    ['5', undefined],
  ])('reads %j as %s', (text, iso) => {
    const at = parseDate(text);
    expect(at === undefined ? undefined : new Date(at).toISOString()).toBe(iso);
  });

  test('takes no longer for a long text of digits and spaces', () => {
    expect(parseDate(`${'1 '.repeat(100_000)}x`)).toBeUndefined();
  });
});
