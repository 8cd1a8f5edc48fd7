import type { Redis } from 'ioredis';
import { Overtaken } from '../overtaken.ts';
import { openChanges } from './changes.ts';
import { waitForLock } from './lock.ts';

/** Turns of processes at something that is spread over several documents. */
export interface Turns {
  /**
   * One process at a time. @param work is given what others changed since the last time
   * @throws Overtaken if this process stood still for so long that another may have had its turn meanwhile
   */
  inTurn<T>(work: (changed: readonly string[]) => Promise<T>): Promise<T>;
  /** Tells the others of a change, before it is made. */
  changing(id: string): Promise<void>;
}

/** So often (ms) others ask for their turn. */
const pause = 20;

/** @param changed names what is told of @param ttl after so long without a sign of life (ms) a turn is over */
export async function openTurns(
  redis: Redis,
  name: string,
  { changed, ttl }: { readonly changed: string; readonly ttl: number },
): Promise<Turns> {
  const changes = await openChanges(redis, changed);
  return {
    async inTurn(work) {
      const lock = await waitForLock(redis, name, { ttl, pause });
      const [done] = await Promise.allSettled([changes.hear().then(work)]);
      const kept = await lock.release();
      if (done.status === 'rejected') throw done.reason;
      // What was done may have come too late.
      if (!kept) throw new Overtaken(`the turn at ${name} took too long`);
      return done.value;
    },
    changing: (id) => changes.tell(id),
  };
}
