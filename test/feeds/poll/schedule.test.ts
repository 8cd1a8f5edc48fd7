import { describe, expect, it } from 'vitest';
import { nextAfterSuccess } from '../../../src/feeds/poll/schedule.ts';
import { afterSuccess } from '../../../src/feeds/poll/transition.ts';

const now = 1_000_000_000;
const interval = 300_000;
const feeds = Array.from({ length: 400 }, (_, n) => `feed-${n}`);

/** How many are due in each fifth of the interval after now. */
function fifths(times: readonly number[]): number[] {
  const counts = [0, 0, 0, 0, 0];
  for (const time of times) counts[Math.min(4, Math.floor(((time - now) / interval) * 5))]! += 1;
  return counts;
}

describe('the next poll', () => {
  it('comes near the end of the interval for a feed that was in time', () => {
    const times = feeds.map((feed) => nextAfterSuccess(feed, now, interval, now - 1000, []));
    expect(Math.min(...times)).toBeGreaterThanOrEqual(now + 0.9 * interval);
    expect(Math.max(...times)).toBeLessThanOrEqual(now + interval);
  });

  it('is spread over the interval where all were late', () => {
    const times = feeds.map((feed) => nextAfterSuccess(feed, now, interval, now - interval, []));
    const [first, ...others] = fifths(times);
    expect(first).toBe(0);
    for (const count of others) expect(count).toBeGreaterThan(60);
  });

  it('is spread over the interval where all succeeded for the first time', () => {
    const state = { source: 'u', url: 'u', next: now, failures: 0 };
    const answer = { kind: 'not_modified', movedTo: undefined } as never;
    const times = feeds.map((feed) => afterSuccess(feed, state, answer, now, interval, undefined).next);
    for (const count of fifths(times).slice(1)) expect(count).toBeGreaterThan(60);
  });

  it('heeds what the feed wishes', () => {
    expect(nextAfterSuccess('feed', now, interval, now, [2 * interval])).toBe(now + 2 * interval);
  });
});
