import type { Documents } from '../documents.ts';

/** The state, wherever it is kept. */
export interface DocumentStorage {
  /** The documents of one namespace; the same object each time, so that all its updates take turns. */
  documents<T>(namespace: string): Documents<T>;
  /** Removes what expired by `now` (UTC ms). @returns how many documents went. */
  sweep(now: number): Promise<number>;
  /** Waits for writes under way and lets go of the state. */
  close(): Promise<void>;
}
