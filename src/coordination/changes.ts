import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';

/** What processes tell each other of what they changed. */
export interface Changes {
  /** Tells the others. To be called before the change is made, while nobody else looks. */
  tell(id: string): Promise<void>;
  /** Ids that others told of since the last call, or since this was opened; each once. */
  hear(): Promise<readonly string[]>;
}

/** Far more than are told of while one process listens to none. */
const kept = 100_000;

/** @param forgotten so long (ms) after it was told of, nothing remains of a change; left out, the newest remain */
export async function openChanges(redis: Redis, name: string, forgotten?: number): Promise<Changes> {
  const key = `trucewatch:changes:${name}`;
  const me = randomUUID();
  const [newest] = await redis.xrevrange(key, '+', '-', 'COUNT', 1);
  let heard = newest?.[0] ?? '0-0';
  return {
    async tell(id) {
      if (forgotten === undefined) {
        await redis.xadd(key, 'MAXLEN', '~', kept, '*', 'by', me, 'id', id);
        return;
      }
      await redis.xadd(key, 'MINID', Date.now() - forgotten, '*', 'by', me, 'id', id);
      await redis.pexpire(key, forgotten);
    },
    async hear() {
      const entries = await redis.xrange(key, `(${heard}`, '+');
      heard = entries.at(-1)?.[0] ?? heard;
      return [...new Set(entries.flatMap(([, [, by, , id]]) => (by === me || id === undefined ? [] : [id])))];
    },
  };
}
