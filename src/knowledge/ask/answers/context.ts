import type { DatasetIndex } from '../../dataset-index.ts';
import type { Day } from '../../dates.ts';
import type { Pair } from '../dyad-meant.ts';
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
  /** All pairs that the question may be about. */
  readonly pairs: readonly Pair[];
  /** The pair that an earlier part of the question was answered of. */
  readonly told: string | undefined;
  readonly today: Day;
  /** The day that the asker set beside the question. */
  readonly on: Day | undefined;
}
