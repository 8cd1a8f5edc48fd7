import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lists } from '../../src/pack/dataset-file.ts';
import { checkPack } from '../../src/pack.ts';
import { smallPack } from './small-pack.ts';

const word = fc.constantFrom(
  'c1',
  'CF-1',
  'a',
  'a-b',
  '2021-11-09',
  'day',
  '',
  '__proto__',
  '\u200b',
  'ٹی ٹی پی',
);
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    word,
    fc.constantFrom(null, 0, true),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom('id', 'dyad', 'date', 'on', 'claims', 'extends', 'declared', 'precision', 'sides'),
      tie('any'),
      { maxKeys: 5 },
    ),
  ),
})).any;

describe('checkPack', () => {
  it('gives problems with a place, whatever stands in the files', async () => {
    const dataset = fc.oneof(value, fc.dictionary(fc.constantFrom(...lists, 'other'), value, { minKeys: 1 }));
    await fc.assert(
      fc.asyncProperty(dataset, value, async (records, info) => {
        const dir = await smallPack({
          'dataset/seeds/any.yaml': JSON.stringify(records),
          'pack.yaml': JSON.stringify(info),
        });
        const problems = await checkPack(dir);
        expect(problems.length).toBeGreaterThan(0);
        for (const { line, column, message } of problems) {
          expect(Math.min(line, column)).toBeGreaterThan(0);
          expect(message).not.toBe('');
        }
      }),
      { numRuns: 60 },
    );
  });
});
