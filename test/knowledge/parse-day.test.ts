import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/command.ts';
import { existingDay } from '../../src/knowledge/dates.ts';
import { parseDay } from '../../src/knowledge/parse-day.ts';
import { sayDay } from '../../src/knowledge/wording/dates.ts';

const today = '2026-11-22';

function refusal(text: string, horizon?: string): string {
  try {
    return `read as ${parseDay(text, today, horizon)}`;
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return (error as UserError).message;
  }
}

it.each([
  ['2022-05-20', '2022-05-20'],
  [' 2022-5-2 ', '2022-05-02'],
  ['20 may 2022', '2022-05-20'],
  ['May 20, 2022', '2022-05-20'],
  ['20th of May 2022', '2022-05-20'],
  ['20 sept 2021', '2021-09-20'],
  ['20\u200b May 2022', '2022-05-20'],
  ['2022/05/20', '2022-05-20'],
  ['2022\u201105\u201120', '2022-05-20'],
  ['۲۰۲۲-۰۵-۲۰', '2022-05-20'],
  ['٢٠٢٢-٠٥-٢٠', '2022-05-20'],
  ['on the 20th of may 2022', '2022-05-20'],
  ['Monday 8 November 2021', '2021-11-08'],
  ['29 february 2020', '2020-02-29'],
  ['today', '2026-11-22'],
  ['Yesterday', '2026-11-21'],
])('%j is %s', (text, day) => {
  expect(parseDay(text, today)).toBe(day);
});

it('reads back every day that it writes', () => {
  const days = fc.date({ min: new Date('1000-01-01'), max: new Date('2026-11-22'), noInvalidDate: true });
  fc.assert(
    fc.property(days, (date) => {
      const day = date.toISOString().slice(0, 10);
      expect(parseDay(day, today)).toBe(day);
      if (day >= '1900') expect(parseDay(sayDay(day), today)).toBe(day);
    }),
  );
});

describe('refuses in one sentence', () => {
  it.each([
    '2022-02-30',
    '30 february 2022',
    'feb 30 2022',
    '31 april 2022',
    '0000-00-00',
    '0000-01-01',
    '2022-13-01',
  ])('%j: not in the calendar', (text) => {
    expect(refusal(text)).toMatch(/calendar has no such day/);
  });

  it.each(['tomorrow', '2026-11-23', '1 January 2027', '9999-12-31'])('%j: still to come', (text) => {
    expect(refusal(text)).toMatch(/still to come/);
  });

  it.each([
    '',
    '0000',
    '2022',
    'may 2022',
    '20 May 2022 5pm',
    '20 may 2022 to 22 may 2022',
    'last friday',
    '<@123> 20 may 2022',
    '**20 may 2022**',
    '😀',
    'جمعہ',
    'x'.repeat(6000),
  ])('%j: not a day', (text) => {
    expect(refusal(text)).toMatch(/give a full day/);
  });

  it.each(['05/06/2022', '20.05.2022', '20-5-22', '30/2/2022'])('%j: which is the month?', (text) => {
    expect(refusal(text)).toMatch(/day and month are easily confused/);
  });

  it('a day of the week that the date was not', () => {
    expect(refusal('Tuesday 8 November 2021')).toMatch(/was a Monday/);
  });

  it('a day without its year', () => {
    expect(refusal('20 may')).toMatch(/add the year/);
  });

  it('never with the text itself, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        const said = refusal(`${text}@here`);
        expect(said).not.toContain('@here');
        expect(said.match(/[.;] /g)?.length ?? 0).toBeLessThanOrEqual(1);
      }),
    );
  });
});

it('takes a day to come up to the last one that a document speaks of', () => {
  expect(parseDay('2026-12-01', today, '2026-12-05')).toBe('2026-12-01');
  expect(refusal('2026-12-06', '2026-12-05')).toMatch(/still to come/);
});

it('never answers with a day that does not exist', () => {
  fc.assert(
    fc.property(fc.nat(9999), fc.nat(20), fc.nat(40), (year, month, day) => {
      const said = refusal(`${String(year).padStart(4, '0')}-${month}-${day}`);
      if (said.startsWith('read as ')) expect(existingDay(said.slice('read as '.length))).toBeDefined();
    }),
  );
});
