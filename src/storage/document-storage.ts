import type { Documents } from '../documents.ts';

/** The state, wherever it is kept. */
export interface DocumentStorage {
  /** For messages: where it is. */
  readonly place: string;
  /** The number that was set; 1 if none ever was. It says in which form the documents are. */
  form(): Promise<number>;
  setForm(form: number): Promise<void>;
  /** The documents of one namespace; the same object each time, so that all its updates take turns. */
  documents<T>(namespace: string): Documents<T>;
  /** Namespaces that hold documents. */
  namespaces(): Promise<readonly string[]>;
  /** All documents of a namespace as they lie there, for moving them elsewhere. */
  stored(namespace: string): AsyncIterable<StoredDocument>;
  /** Writes them as they lay elsewhere, as one step. */
  restore(namespace: string, documents: readonly StoredDocument[]): Promise<void>;
  /** Removes every document, but not the form. */
  clear(): Promise<void>;
  /** Removes what expired by `now` (UTC ms). @returns how many documents went. */
  sweep(now: number): Promise<number>;
  /** Waits for writes under way and lets go of the state. */
  close(): Promise<void>;
}

export interface StoredDocument<T = unknown> {
  readonly id: string;
  readonly value: T;
  /** Until when it lives (UTC ms), if not for ever. */
  readonly expires?: number | undefined;
}
