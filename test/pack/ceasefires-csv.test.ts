import { describe, expect, it } from 'vitest';
import { ceasefiresCsv } from '../../src/pack/ceasefires-csv.ts';
import { loadPack } from '../../src/pack.ts';
import { changed, smallPack } from './small-pack.ts';

async function rowsOf(changes: Record<string, string>): Promise<Record<string, string>[]> {
  const { dataset } = await loadPack(await smallPack(changes));
  const csv = ceasefiresCsv(dataset);
  expect(csv.endsWith('\r\n')).toBe(true);
  const [head = [], ...rows] = csv
    .slice(0, -2)
    .split('\r\n')
    .map((line) => line.split(','));
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])));
}

describe('ceasefiresCsv', () => {
  it('has the columns and codes of ETH/PRIO, with -1 for what is not known', async () => {
    const [row] = await rowsOf(
      changed(
        'dataset/seeds/ceasefires.yaml',
        'side: bilateral',
        'side: bilateral\n    endedHow: expired\n    purpose: [holiday]',
      ),
    );
    expect(row).toMatchObject({
      cf_id: 'CF-1',
      actor_name: 'A; B',
      cf_dec_yr: '-1',
      cf_dec_month: '-1',
      cf_dec_day: '-1',
      cf_effect_yr: '2021',
      cf_effect_month: '11',
      cf_effect_day: '9',
      end_yr: '-1',
      side: '2',
      partial: '0',
      written: '-1',
      fixed: '1',
      fixed_time: '30',
      p_holiday: '1',
      p_peaceprocess: '0',
      p_unclear: '0',
      ceasefire_class: '-1',
      mediator_nego: '-1',
      link: '0',
      ended: '1',
      evidence_onset: 'c1',
    });
  });

  it('leaves the day of a month open, and the term with it', async () => {
    const [row] = await rowsOf(
      changed(
        'dataset/seeds/ceasefires.yaml',
        'on: 2021-12-08, precision: day',
        'on: 2021-12, precision: month',
      ),
    );
    expect(row).toMatchObject({ fixed: '1', fixed_time: '-1' });
  });

  it('quotes what would break a row', async () => {
    const dir = await smallPack(
      changed('dataset/seeds/ceasefires.yaml', 'name: First', 'name: "First, \\"the long\\" one"'),
    );
    const { dataset } = await loadPack(dir);
    expect(ceasefiresCsv(dataset)).toContain(',"First, ""the long"" one",');
  });
});
