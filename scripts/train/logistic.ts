/** What a model learns from: columns that are set, and which of the outcomes it was. */
export interface Example {
  readonly columns: readonly number[];
  readonly outcome: number;
}

/** Weights by column, then outcome, and of each outcome alone. */
export interface Logistic {
  readonly weights: Float64Array;
  readonly bias: Float64Array;
}

const rounds = 20;
const rate = 0.1;
const biasRate = 0.01;
/** How much weights are drawn to 0: what few items have says little. */
const decay = 0.01;

/** Multinomial logistic regression by AdaGrad (Duchi et al. 2011), the same for the same examples. */
export function trained(examples: readonly Example[], columns: number, outcomes: number): Logistic {
  const weights = new Float64Array(columns * outcomes);
  const squares = new Float64Array(columns * outcomes).fill(1e-8);
  const bias = new Float64Array(outcomes);
  const model = { weights, bias };
  const next = sequence();
  for (let round = 0; round < rounds; round += 1) {
    for (const { columns: set, outcome } of shuffled(examples, next)) {
      const errors = sharesOf(model, set);
      errors[outcome]! -= 1;
      for (let one = 0; one < outcomes; one += 1) {
        bias[one]! -= biasRate * errors[one]!;
        for (const column of set) {
          const at = column * outcomes + one;
          const slope = errors[one]! + decay * weights[at]!;
          squares[at]! += slope * slope;
          weights[at]! -= (rate * slope) / Math.sqrt(squares[at]!);
        }
      }
    }
  }
  return model;
}

/** How likely each outcome is. */
export function sharesOf({ weights, bias }: Logistic, columns: readonly number[]): Float64Array {
  const sums = bias.map((sum, one) =>
    columns.reduce((all, column) => all + weights[column * bias.length + one]!, sum),
  );
  const most = Math.max(...sums);
  const shares = sums.map((sum) => Math.exp(sum - most));
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / all);
}

function shuffled<T>(list: readonly T[], next: () => number): T[] {
  const all = [...list];
  for (let at = all.length - 1; at > 0; at -= 1) {
    const other = Math.floor(next() * (at + 1));
    [all[at], all[other]] = [all[other]!, all[at]!];
  }
  return all;
}

/** Numbers from 0 to 1, the same each time: a training can be repeated. */
function sequence(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
