import type { Redis } from 'ioredis';

/**
 * The jobs of each lane that are under way, in the order in which they were first claimed; the first may be held.
 * Who holds none of these keys is not in a lane: a key goes with its last job.
 */
export interface Lanes {
  /** Lines the job up unless it is in line. @returns whether its turn has come. */
  enter(lane: string, job: string): Promise<boolean>;
  /** @returns the job whose turn has come now. */
  leave(lane: string, job: string): Promise<string | undefined>;
}

/** Those before the job that are done or parked are passed over: their holder died before it could leave. */
const enter = `
  if not redis.call('LPOS', KEYS[1], ARGV[1]) then redis.call('RPUSH', KEYS[1], ARGV[1]) end
  local first = redis.call('LINDEX', KEYS[1], 0)
  while first ~= ARGV[1] and
    (redis.call('EXISTS', ARGV[2] .. first) == 0 or redis.call('ZSCORE', KEYS[2], first)) do
    redis.call('LPOP', KEYS[1])
    first = redis.call('LINDEX', KEYS[1], 0)
  end
  return first == ARGV[1] and 1 or 0`;

const leave = `
  redis.call('LREM', KEYS[1], 0, ARGV[1])
  return redis.call('LINDEX', KEYS[1], 0)`;

/** @param keyOf names a key of the queue: of a job, or BullMQ's set of failed jobs. */
export function createLanes(redis: Redis, prefix: string, keyOf: (name: string) => string): Lanes {
  const keyOfLane = (lane: string) => `${prefix}:${lane}`;
  return {
    async enter(lane, job) {
      return (await redis.eval(enter, 2, keyOfLane(lane), keyOf('failed'), job, keyOf(''))) === 1;
    },
    async leave(lane, job) {
      return ((await redis.eval(leave, 1, keyOfLane(lane), job)) as string | null) ?? undefined;
    },
  };
}
