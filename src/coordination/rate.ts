import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { type InTurn, type InTurnByName, NoPlaceYet, type Rate } from '../rate.ts';

export interface SharedRate extends Rate {
  /** A request lasts no longer than this (ms): the place of one whose process died is free a window after that. */
  readonly longest: number;
}

/** So much of a window that was not used (ms) may be made up for at once. */
const credit = 250;
/** Two clocks that count whole milliseconds may differ by so much. */
const rounding = 2;
/** What was sent before Redis forgot its places, or had none yet, may arrive so long (ms) after that. */
const underway = 200;

/** @returns ms to wait; 0: the place is taken. Times are by Redis's clock, in ms. */
const take = `
  local time = redis.call('TIME')
  local now = time[1] * 1000 + time[2] / 1000
  local limit, window, interval = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
  redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
  local due = 0
  if interval > 0 then
    due = tonumber(redis.call('GET', KEYS[2]) or now + window + ${underway})
    if due > now then
      redis.call('SET', KEYS[2], string.format('%.3f', due))
      return tostring(due - now)
    end
  end
  if redis.call('ZCARD', KEYS[1]) >= limit then
    return tostring(redis.call('ZRANGE', KEYS[1], 0, 0, 'WITHSCORES')[2] - now)
  end
  redis.call('ZADD', KEYS[1], now + window + ARGV[4], ARGV[5])
  redis.call('PEXPIRE', KEYS[1], math.ceil(window + ARGV[4]))
  if interval > 0 then
    redis.call('SET', KEYS[2], string.format('%.3f', math.max(due, now - ${credit}) + interval))
  end
  return '0'`;

/** The answer is there: the place is free a window from now. */
const giveBack = `
  local time = redis.call('TIME')
  local now = time[1] * 1000 + time[2] / 1000
  redis.call('ZADD', KEYS[1], 'XX', now + ARGV[1] + ${rounding}, ARGV[2])`;

/**
 * Keeps a rate over all processes as `keepRate` of src/discord/spacing.ts does within one: a request holds a place in
 * Redis from before its start until a window after its answer, and starts are evenly spaced. A process that is killed
 * leaves the places of its last requests taken for as long as these might have lasted.
 */
export function keepSharedRate(redis: Redis, name: string, rate: SharedRate): InTurn {
  let turn: Promise<unknown> = Promise.resolve();
  const interval = rate.window / rate.limit;
  return (request) => {
    // One of this process asks at a time, in the order they came.
    const place = turn.then(() => takePlace(redis, name, rate, interval, Number.POSITIVE_INFINITY));
    turn = place.catch(() => {});
    return holding(redis, name, rate, place, request);
  };
}

/** The same for each name by itself, with no more than the rate: starts may crowd. @param patience ms to wait at most */
export function keepSharedRates(redis: Redis, rate: SharedRate, patience: number): InTurnByName {
  return (name, request) => holding(redis, name, rate, takePlace(redis, name, rate, 0, patience), request);
}

const keyOf = (name: string) => `trucewatch:rate:${name}`;

/** @returns the place that was taken. */
async function takePlace(
  redis: Redis,
  name: string,
  { limit, window, longest }: SharedRate,
  interval: number,
  patience: number,
): Promise<string> {
  const place = randomUUID();
  const key = keyOf(name);
  const began = performance.now();
  for (;;) {
    const words = [limit, window, interval, longest, place];
    const wait = Number(await redis.eval(take, 2, key, `${key}:due`, ...words));
    if (wait === 0) return place;
    if (performance.now() - began + wait > patience) throw new NoPlaceYet(wait);
    await sleep(Math.ceil(wait));
  }
}

async function holding<T>(
  redis: Redis,
  name: string,
  { window }: Rate,
  taking: Promise<string>,
  request: () => Promise<T>,
): Promise<T> {
  const place = await taking;
  try {
    return await request();
  } finally {
    // Not waited for; if it fails the place is free later.
    redis.eval(giveBack, 1, keyOf(name), window, place).catch(() => {});
  }
}
