import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';

/** Something that one process at a time has; renewed until it is released, and free soon after its holder died. */
export interface Lock {
  /** Aborted if another process has it now, which happens to a holder that stood still for longer than `ttl`. */
  readonly lost: AbortSignal;
  /** Never throws: a lock that cannot be released lapses. @returns whether nobody can have had it meanwhile. */
  release(): Promise<boolean>;
}

const keyOf = (name: string) => `trucewatch:lock:${name}`;

/** Free, it is taken again: Redis may have forgotten it in a restart, or the holder stood still for a while. */
const renew = `
  local holder = redis.call('GET', KEYS[1])
  if holder and holder ~= ARGV[1] then return 'lost' end
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
  return holder and 'kept' or 'taken again'`;

const release = `
  if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
  return redis.call('DEL', KEYS[1])`;

/** @param ttl how long after its last sign of life (ms) a holder counts as dead @returns undefined if it is taken */
export async function tryLock(redis: Redis, name: string, ttl: number): Promise<Lock | undefined> {
  const key = keyOf(name);
  const token = randomUUID();
  if ((await redis.set(key, token, 'PX', ttl, 'NX')) === null) return undefined;
  const lost = new AbortController();
  let lapsed = false;
  const timer = setInterval(() => {
    redis.eval(renew, 1, key, token, ttl).then(
      (outcome) => {
        lapsed ||= outcome !== 'kept';
        if (outcome === 'lost') giveUp();
      },
      // Tried again with the next round.
      () => {},
    );
  }, ttl / 3);
  timer.unref();

  function giveUp(): void {
    clearInterval(timer);
    lost.abort();
  }

  return {
    lost: lost.signal,
    async release() {
      clearInterval(timer);
      const held = await redis.eval(release, 1, key, token).catch(() => 0);
      return held === 1 && !lapsed;
    },
  };
}

/** Waits for the lock, asking for it every `pause` ms. @throws what `signal` was aborted with */
export async function waitForLock(
  redis: Redis,
  name: string,
  { ttl, pause, signal }: { readonly ttl: number; readonly pause: number; readonly signal?: AbortSignal },
): Promise<Lock> {
  for (;;) {
    signal?.throwIfAborted();
    const lock = await tryLock(redis, name, ttl);
    if (lock) return lock;
    await sleep(pause, undefined, signal && { signal });
  }
}
