export interface Rate {
  /** Requests allowed… */
  readonly limit: number;
  /** …in any span of so many ms. */
  readonly window: number;
}

/** Runs a request when its turn has come. @throws {NoPlaceYet} if that is too far off, and what the request throws */
export type InTurn = <T>(request: () => Promise<T>) => Promise<T>;

/** The same for requests of many names, each of which keeps the rate for itself. */
export type InTurnByName = <T>(name: string, request: () => Promise<T>) => Promise<T>;

/** The request was not made: its turn is too far off to wait for. */
export class NoPlaceYet extends Error {
  override readonly name = 'NoPlaceYet';
  /** Milliseconds. */
  readonly retryAfter: number;

  constructor(retryAfter: number) {
    super(`no place for another ${Math.ceil(retryAfter)} ms`);
    this.retryAfter = retryAfter;
  }
}
