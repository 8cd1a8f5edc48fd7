/** The one source of time. Injected everywhere, so that tests and the playground can move it. */
export interface Clock {
  /** UTC milliseconds since 1970. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };
