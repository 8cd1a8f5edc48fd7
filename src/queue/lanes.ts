import type { Redis } from 'ioredis';

/** The jobs of each lane in the order in which they were added; the first may be held. */
export interface Lanes {
  /** Lines jobs up unless they are in line. To be done before they are added: a job can't be claimed too early. */
  lineUp(jobs: readonly { readonly lane: string; readonly job: string }[]): Promise<void>;
  /** Lines the job up if it lost its place. @returns whether its turn has come. */
  enter(lane: string, job: string): Promise<boolean>;
  /** @returns the job whose turn has come now. */
  leave(lane: string, job: string): Promise<string | undefined>;
}

const lineUp = `
  for i, lane in ipairs(KEYS) do
    if not redis.call('LPOS', lane, ARGV[i]) then redis.call('RPUSH', lane, ARGV[i]) end
  end`;

/**
 * Those before the job that are not there or parked are passed over: a process died between lining one up and adding
 * it, or between ending it and leaving.
 */
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
    async lineUp(jobs) {
      if (jobs.length === 0) return;
      const keys = jobs.map(({ lane }) => keyOfLane(lane));
      await redis.eval(lineUp, keys.length, ...keys, ...jobs.map(({ job }) => job));
    },
    async enter(lane, job) {
      return (await redis.eval(enter, 2, keyOfLane(lane), keyOf('failed'), job, keyOf(''))) === 1;
    },
    async leave(lane, job) {
      return ((await redis.eval(leave, 1, keyOfLane(lane), job)) as string | null) ?? undefined;
    },
  };
}
