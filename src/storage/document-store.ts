import type { KeyvStorageAdapter } from 'keyv';

/** One namespace: what Keyv calls, the mark of a store that keeps expiry itself, and what Keyv has no word for. */
export interface DocumentStore
  extends Pick<KeyvStorageAdapter, 'set' | 'delete'>,
    Required<Pick<KeyvStorageAdapter, 'setMany'>> {
  readonly namespace?: string;
  readonly capabilities: { readonly expires: true };
  get(id: string): Promise<string | undefined>;
  /** In the order of their ids. @param prefix with which they begin */
  iterator(prefix?: string): AsyncGenerator<[id: string, value: string], void>;
  /** Each by itself is one step for all processes. @returns which of them were made. */
  swapAll(swaps: readonly Swap[]): Promise<readonly boolean[]>;
}

/** Writes `after` (undefined: deletes) if the store still holds exactly `before` (undefined: nothing). */
export interface Swap {
  readonly id: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** UTC ms. */
  readonly expires: number | undefined;
}

/** No id goes on with it: it ends the range of ids that begin with a prefix. */
export const lastCharacter = '\u{10FFFF}';
