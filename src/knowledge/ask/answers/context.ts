import type { DatasetIndex } from '../../dataset-index.ts';
import type { Day } from '../../dates.ts';
import type { Library } from '../library.ts';
import type { Query } from '../query.ts';

/** What every kind of answer is made from. */
export interface Context {
  readonly index: DatasetIndex;
  readonly library: Library;
  readonly query: Query;
  readonly dyad: string;
  /** Parties of the dyad: actor ids. */
  readonly parties: readonly string[];
  readonly today: Day;
  /** The day that the asker set beside the question. */
  readonly on: Day | undefined;
}
