import type { NewJob } from './jobs.ts';

/** A job as it lies in a queue, whoever holds it. */
export interface StoredJob<P> extends NewJob<P> {
  /** Why it was parked, if it was. */
  readonly parked?: string;
}

/** A queue as a whole, for moving it elsewhere and for deleting what belongs to somebody. */
export interface JobArchive<P> {
  /** Every job, parked ones first, those of a lane in its order. One that is held comes as one that waits. */
  all(): AsyncIterable<StoredJob<P>>;
  /** Removes jobs, but for those that are held. @returns how many it removed. */
  discard(ids: readonly string[]): Promise<number>;
  /** Removes all jobs, those as well that a dead process held: for when nobody works on the queue. */
  clear(): Promise<void>;
}
