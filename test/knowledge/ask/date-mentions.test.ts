import { describe, expect, it } from 'vitest';
import { findDates } from '../../../src/knowledge/ask/date-mentions.ts';

const days = { today: '2026-11-22', on: '2026-11-22' };
const months = new Set(['2021-11', '2021-12', '2022-05']);
const find = (text: string) => findDates(text, days, months);
const ranges = (text: string) => find(text).mentions.flatMap((mention) => mention.ranges);

describe('findDates', () => {
  it.each([
    ['on 20 may 2022', '2022-05-20', '2022-05-20'],
    ['nov. 9, 2021', '2021-11-09', '2021-11-09'],
    ['2021-12-08', '2021-12-08', '2021-12-08'],
    ['in November 2021', '2021-11-01', '2021-11-30'],
    ['the 2021 truce', '2021-01-01', '2021-12-31'],
    ['in may 22', '2022-05-01', '2022-05-31'],
    ['in march 22', '2022-03-01', '2022-03-31'],
    ['was it on on dec 21', '2021-12-21', '2021-12-21'],
    ['was the May truce on', '2022-05-01', '2022-05-31'],
    ['on the 10th of May 2022', '2022-05-10', '2022-05-10'],
  ])('%s', (text, earliest, latest) => {
    expect(ranges(text)).toEqual([{ earliest, latest }]);
  });

  it('takes the year of a day from the documents', () => {
    expect(ranges('until 8 December')).toEqual([{ earliest: '2021-12-08', latest: '2021-12-08' }]);
    expect(ranges('until May 30')).toEqual([{ earliest: '2022-05-30', latest: '2022-05-30' }]);
  });

  it('leaves a day open that is documented in several years, unless one of them is named', () => {
    const several = () => ['2021', '2022'];
    const findAmong = (text: string, years: () => string[]) => findDates(text, days, months, years);
    expect(findAmong('what happened on 9 november', several).vague).toBe('9 november');
    expect(findAmong('May 30', several).vague).toBe('May 30');
    const named = findAmong('was the 2021 truce on on 9 november', several);
    expect(named.vague).toBeUndefined();
    expect(named.mentions[0]?.ranges).toEqual([{ earliest: '2021-11-09', latest: '2021-11-09' }]);
    const only = findAmong('on 9 november', () => ['2022']);
    expect(only.mentions[0]?.ranges).toEqual([{ earliest: '2022-11-09', latest: '2022-11-09' }]);
  });

  it('finds two dates', () => {
    expect(find('between nov 2021 and may 2022').mentions.map(({ precision }) => precision)).toEqual([
      'month',
      'month',
    ]);
    expect(ranges('from 1 May to 10 May 2022')).toHaveLength(2);
  });

  it('reads "before 2021" as the time before, and "before the 2021 truce" as that truce', () => {
    expect(ranges('when did talks fail before 2021')).toEqual([
      { earliest: '0001-01-01', latest: '2020-12-31' },
    ]);
    expect(ranges('before the 2021 truce')).toEqual([{ earliest: '2021-01-01', latest: '2021-12-31' }]);
  });

  it('leaves a vague time open', () => {
    expect(find('what happened last november').vague).toBe('last november');
    expect(find('what happened last november 2021').vague).toBeUndefined();
  });

  it.each(['on 2022-02-30', 'on 31 June 2022', '30 february 2022', 'on 2022-13-01', 'on 0000-00-00'])(
    'says that there is no such day: %s',
    (text) => {
      expect(find(text).impossible).toBeDefined();
    },
  );

  it('knows what lies ahead', () => {
    expect(find('on 1 January 2031').future).toBe('on 1 January 2031');
    expect(find('tomorrow').future).toBe('tomorrow');
    expect(find('today').future).toBeUndefined();
  });

  it('means the day that is set beside the question by "now"', () => {
    const { mentions } = findDates('is it on now', { today: '2026-11-22', on: '2021-12-01' }, months);
    expect(mentions[0]?.ranges).toEqual([{ earliest: '2021-12-01', latest: '2021-12-01' }]);
  });

  it('does not take a verb, a weekday or "the day after" for a date', () => {
    expect(find('may the truce hold').mentions).toEqual([]);
    expect(find('who said so on Wednesday').mentions).toEqual([]);
    expect(find('the day after its announcement').mentions).toEqual([]);
  });
});
