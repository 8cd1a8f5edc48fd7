import { createHash } from 'node:crypto';
import type { RateLimit, RateLimits } from '../options.ts';

export type LimitName = keyof RateLimits;

export interface LimitVerdict {
  readonly headers: Readonly<Record<string, string>>;
  /** Set: refused; seconds to wait. */
  readonly retryAfter: number | undefined;
  readonly global: boolean;
}

/** Counts requests per bucket (a route and its channel, guild or webhook) and over all of them. */
export class RateLimiter {
  readonly limits: RateLimits;
  readonly #now: () => number;
  readonly #buckets = new Map<string, { used: number; resets: number }>();
  #recent: number[] = [];

  constructor(limits: RateLimits, now: () => number) {
    this.limits = limits;
    this.#now = now;
  }

  /** @param exempt from the global limit, as requests about interactions are */
  take(name: LimitName, bucket: string, exempt: boolean): LimitVerdict {
    const now = this.#now();
    const wait = exempt ? undefined : this.#takeGlobal(now);
    if (wait !== undefined) {
      const headers = { 'X-RateLimit-Global': 'true', 'X-RateLimit-Scope': 'global' };
      return { headers, retryAfter: wait / 1000, global: true };
    }
    const limit = this.limits[name];
    const state = this.#bucket(bucket, limit, now);
    const refused = state.used >= limit.limit;
    if (!refused) state.used += 1;
    const left = (state.resets - now) / 1000;
    const headers = {
      'X-RateLimit-Limit': String(limit.limit),
      'X-RateLimit-Remaining': String(limit.limit - state.used),
      'X-RateLimit-Reset': (state.resets / 1000).toFixed(3),
      'X-RateLimit-Reset-After': left.toFixed(3),
      'X-RateLimit-Bucket': createHash('md5').update(bucket.split(':')[0]!).digest('hex'),
      ...(refused ? { 'X-RateLimit-Scope': 'user' } : {}),
    };
    return { headers, retryAfter: refused ? left : undefined, global: false };
  }

  #bucket(key: string, { window }: RateLimit, now: number): { used: number; resets: number } {
    const known = this.#buckets.get(key);
    if (known && known.resets > now) return known;
    const fresh = { used: 0, resets: now + window };
    this.#buckets.set(key, fresh);
    return fresh;
  }

  #takeGlobal(now: number): number | undefined {
    const { limit, window } = this.limits.global;
    this.#recent = this.#recent.filter((at) => at > now - window);
    if (this.#recent.length >= limit) return this.#recent[0]! + window - now;
    this.#recent.push(now);
    return undefined;
  }
}
