import { createHash } from 'node:crypto';
import KeyvRedis from '@keyv/redis';
import { type Clock, systemClock } from '../clock.ts';
import { type DocumentStore, lastCharacter } from './document-store.ts';
import type { RedisConnection } from './redis-connection.ts';

/**
 * What expired by the clock is hidden at once; Redis, whose own clock may go ahead of ours, removes it so much
 * later (ms).
 */
const keptLonger = 3_600_000;
const pageSize = 200;
const indexPrefix = 'trucewatch-ids:';

/** The comparison is by digest, so that a large document is sent once. */
const swapScript = `
  local held = redis.call('GET', KEYS[1])
  if (held and redis.sha1hex(held) or '') ~= ARGV[1] then return 0 end
  if ARGV[3] == '' then
    redis.call('UNLINK', KEYS[1])
    redis.call('ZREM', KEYS[2], ARGV[2])
    return 1
  end
  if ARGV[4] == '' then redis.call('SET', KEYS[1], ARGV[3])
  else redis.call('SET', KEYS[1], ARGV[3], 'PXAT', ARGV[4]) end
  redis.call('ZADD', KEYS[2], 0, ARGV[2])
  return 1`;

const pruneScript = `
  if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
  return redis.call('ZREM', KEYS[2], ARGV[1])`;

export interface RedisStore extends DocumentStore {
  /** Forgets ids whose documents Redis has removed. @returns how many. */
  prune(): Promise<number>;
  clear(): Promise<void>;
}

/** Looks through all keys of the database: for commands of the operator. */
export async function namespacesIn({ client, advised }: RedisConnection): Promise<string[]> {
  const names = new Set<string>();
  const scan = client.scanIterator({ MATCH: `${indexPrefix}*`, COUNT: 1000 });
  await advised(async () => {
    for await (const keys of scan) for (const key of keys) names.add(key.slice(indexPrefix.length));
  });
  return [...names].sort();
}

/**
 * One namespace in Redis: Keyv's adapter for names and reading, and beside it the ids in order (a sorted set), because
 * the adapter's own walk scans every key of the database, those of other namespaces and of the queue as well. A
 * document and its id are written in one step.
 */
export function redisStore(connection: RedisConnection, name: string, clock: Clock): RedisStore {
  const { client, advised } = connection;
  const namespace = `trucewatch:${name}`;
  const index = `${indexPrefix}${name}`;
  const adapter = new KeyvRedis(client, { namespace, throwOnErrors: true });
  const keyOf = (id: string) => adapter.createKeyPrefix(id, namespace);
  const removedAt = (expires: number) => expires - clock.now() + systemClock.now() + keptLonger;

  async function setMany(entries: readonly { key: string; value: unknown; expires?: number | undefined }[]) {
    const transaction = client.multi();
    for (const { key, value, expires } of entries) {
      const lifetime = expires === undefined ? {} : { PXAT: removedAt(expires) };
      transaction.set(keyOf(key), value as string, lifetime).zAdd(index, { score: 0, value: key });
    }
    if (entries.length > 0) await advised(() => transaction.exec());
  }

  async function* pages(prefix = ''): AsyncGenerator<string[]> {
    for (let from = `[${prefix}`; ; ) {
      const ids = await advised(() =>
        client.zRange(index, from, `(${prefix}${lastCharacter}`, {
          BY: 'LEX',
          LIMIT: { offset: 0, count: pageSize },
        }),
      );
      if (ids.length > 0) yield ids;
      if (ids.length < pageSize) return;
      from = `(${ids.at(-1)}`;
    }
  }

  return {
    namespace: name,
    capabilities: { expires: true },
    get: (id) => advised(() => adapter.get<string>(id)) as Promise<string | undefined>,
    async set(key, value, expires) {
      await setMany([{ key, value, expires }]);
      return true;
    },
    async setMany(entries) {
      await setMany(entries);
      return entries.map(() => true);
    },
    async delete(id) {
      const [removed] = await advised(() => client.multi().unlink(keyOf(id)).zRem(index, id).exec());
      return Number(removed) > 0;
    },
    async swap(id, before, after, expires) {
      const held = before === undefined ? '' : createHash('sha1').update(before).digest('hex');
      const until = expires === undefined ? '' : String(removedAt(expires));
      const done = await advised(() =>
        client.eval(swapScript, { keys: [keyOf(id), index], arguments: [held, id, after ?? '', until] }),
      );
      return done === 1;
    },
    async *iterator(prefix) {
      for await (const ids of pages(prefix)) {
        const values = await advised(() => adapter.getMany<string>(ids));
        for (const [i, value] of values.entries()) if (value !== undefined) yield [ids[i]!, value];
      }
    },
    async clear() {
      for await (const ids of pages())
        await advised(() => client.multi().unlink(ids.map(keyOf)).zRem(index, ids).exec());
    },
    async prune() {
      let pruned = 0;
      for await (const ids of pages()) {
        const gone = (await advised(() => adapter.hasMany(ids))).flatMap((there, i) =>
          there ? [] : [ids[i]!],
        );
        for (const id of gone) {
          const script = { keys: [keyOf(id), index], arguments: [id] };
          pruned += Number(await advised(() => client.eval(pruneScript, script)));
        }
      }
      return pruned;
    },
  };
}
