/** The one source of time. Injected everywhere, so that tests and the playground can move it. */
export interface Clock {
  /** UTC milliseconds since 1970. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** A clock that runs as the system's does, `ahead` of it by so many ms (behind it if negative). */
export interface MovableClock extends Clock {
  ahead: number;
}

export function createMovableClock(): MovableClock {
  const clock = { ahead: 0, now: () => systemClock.now() + clock.ahead };
  return clock;
}
