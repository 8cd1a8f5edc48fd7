import { expect, test } from 'vitest';
import { sharesOf, trained } from '../../scripts/train/logistic.ts';

/** Column 0 goes with outcome 1, column 1 with outcome 2, column 2 with all. */
const examples = Array.from({ length: 60 }, (_, at) => ({
  columns: [[2], [0, 2], [1, 2]][at % 3]!,
  outcome: at % 3,
}));

test('learns which outcome goes with which column', () => {
  const model = trained(examples, 3, 3);
  for (const { columns, outcome } of examples) {
    const shares = [...sharesOf(model, columns)];
    expect(shares.reduce((sum, share) => sum + share)).toBeCloseTo(1);
    expect(shares.indexOf(Math.max(...shares))).toBe(outcome);
    expect(shares[outcome]).toBeGreaterThan(0.7);
  }
});

test('learns the same from the same', () => {
  expect(trained(examples, 3, 3)).toEqual(trained(examples, 3, 3));
});
