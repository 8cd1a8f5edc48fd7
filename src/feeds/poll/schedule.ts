import { crc32 } from 'node:zlib';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How far a feed's own wishes (ttl, max-age, Expires) count. */
const longestWish = hour;
/** How far back-off and Retry-After count. */
const longestWait = day;

/**
 * When to poll again after a success (UTC ms): within an interval, unless the feed wishes for less.
 * @param due when this poll was due: late and first ones are many at once, after a start or a pause, and are spread anew
 * @param wishes milliseconds that the feed or its server ask to wait.
 */
export function nextAfterSuccess(
  feed: string,
  now: number,
  interval: number,
  due: number,
  wishes: readonly (number | undefined)[],
): number {
  const spread = now - due > interval / 2 ? anew : slight;
  const wished = wishes.filter((wish) => wish !== undefined).map((wish) => Math.min(wish, longestWish));
  // Earlier and not later: news is told within an interval.
  return now + Math.max(interval - jitter(feed, now, interval * spread), ...wished);
}

/**
 * When to try again after `failures` failures in a row: interval · 2ⁿ, or Retry-After if that is later (UTC ms).
 * @param reportIn milliseconds until the outage is long enough to be told of: it is tried once more then.
 */
export function nextAfterFailure(
  feed: string,
  now: number,
  interval: number,
  failures: number,
  retryAfter: number | undefined,
  reportIn: number | undefined,
): number {
  const backOff = Math.min(interval * 2 ** Math.min(failures, 30), reportIn ?? Number.POSITIVE_INFINITY);
  const wait = Math.min(Math.max(backOff, retryAfter ?? 0), Math.max(longestWait, interval));
  return now + wait + jitter(feed, now, interval * slight);
}

/** Shares of the interval: feeds that were due together drift apart, or are spread over most of it at once. */
const slight = 0.1;
const anew = 0.8;

/** Up to so many ms, derived from feed and time. */
function jitter(feed: string, now: number, most: number): number {
  return Math.floor((crc32(`${feed} ${now}`) / 2 ** 32) * most);
}
