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

export async function openChanges(redis: Redis, name: string): Promise<Changes> {
  const key = `trucewatch:changes:${name}`;
  const me = randomUUID();
  const [newest] = await redis.xrevrange(key, '+', '-', 'COUNT', 1);
  let heard = newest?.[0] ?? '0-0';
  return {
    async tell(id) {
      await redis.xadd(key, 'MAXLEN', '~', kept, '*', 'by', me, 'id', id);
    },
    async hear() {
      const entries = await redis.xrange(key, `(${heard}`, '+');
      heard = entries.at(-1)?.[0] ?? heard;
      return [...new Set(entries.flatMap(([, [, by, , id]]) => (by === me || id === undefined ? [] : [id])))];
    },
  };
}
