/** State as documents: one namespace of one kind of JSON value, each under a derived id. */
export interface Documents<T> {
  get(id: string): Promise<T | undefined>;
  /** Writing a thing twice is writing it once. `ttl` in milliseconds. @throws if the store did not keep it. */
  set(id: string, value: T, ttl?: number): Promise<void>;
  /** Sets many for the price of one write. `ttl` in milliseconds. A crash may leave some of them unwritten. */
  setAll(values: ReadonlyMap<string, T>, ttl?: number): Promise<void>;
  delete(id: string): Promise<void>;
  /**
   * Reads, changes and writes as one step: no other write of this id comes between, of this process or another.
   * Undefined deletes. `change` may run more than once: it must do nothing but give its result.
   * @param ttl begins its lifetime anew (ms); left out, it keeps the one it has
   */
  update(id: string, change: (value: T | undefined) => T | undefined, ttl?: number): Promise<T | undefined>;
  /**
   * Updates each by itself, for the price of one write. A crash may leave some of them as they were.
   * @returns what they hold now, without those that hold nothing
   */
  updateAll(
    ids: Iterable<string>,
    change: (value: T | undefined, id: string) => T | undefined,
  ): Promise<ReadonlyMap<string, T>>;
  /** @param prefix with which their ids begin; all if left out */
  entries(prefix?: string): AsyncIterable<readonly [id: string, value: T]>;
}
