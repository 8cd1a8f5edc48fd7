import type { Clock } from '../clock.ts';
import type { UseLimit } from '../command.ts';

/** So many uses under way are remembered at most; beyond that the oldest are forgotten. */
const mostRemembered = 10_000;

/**
 * Counts uses, in this process: for each key `burst` at once, and one more every `every` ms (a token bucket, as the
 * generic cell rate algorithm keeps it: one moment a key).
 */
export interface UseLimits {
  /** @returns 0 if this use is within the limit, else when the next one will be (UTC ms) */
  use(key: string, limit: UseLimit): number;
}

export function createUseLimits(clock: Clock): UseLimits {
  /** When everything that was used will be paid back (UTC ms); in the order of the last use. */
  const paidBack = new Map<string, number>();

  function forget(now: number): void {
    for (const [key, at] of paidBack) if (at <= now) paidBack.delete(key);
    for (const key of paidBack.keys()) {
      if (paidBack.size < mostRemembered) return;
      paidBack.delete(key);
    }
  }

  return {
    use(key, { burst, every }) {
      const now = clock.now();
      const next = Math.max(paidBack.get(key) ?? now, now) + every;
      const over = next - now - burst * every;
      if (over > 0) return now + over;
      if (paidBack.size >= mostRemembered) forget(now);
      paidBack.delete(key);
      paidBack.set(key, next);
      return 0;
    },
  };
}
