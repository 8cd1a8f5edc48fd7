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
  /**
   * Writes `after` (undefined: deletes) if the store still holds exactly `before` (undefined: nothing), as one step
   * for all processes. @returns whether it did.
   */
  swap(
    id: string,
    before: string | undefined,
    after: string | undefined,
    expires: number | undefined,
  ): Promise<boolean>;
}

/** No id goes on with it: it ends the range of ids that begin with a prefix. */
export const lastCharacter = '\u{10FFFF}';
