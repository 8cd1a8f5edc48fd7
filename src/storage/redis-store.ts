import { createHash } from 'node:crypto';
import KeyvRedis from '@keyv/redis';
import { type Clock, systemClock } from '../clock.ts';
import { type DocumentStore, lastCharacter, type Swap } from './document-store.ts';
import type { RedisConnection } from './redis-connection.ts';

/**
 * What expired by the clock is hidden at once; Redis, whose own clock may go ahead of ours, removes it so much
 * later (ms).
 */
const keptLonger = 3_600_000;
const pageSize = 200;
const indexPrefix = 'trucewatch-ids:';

/**
 * Scripts and not transactions: a script that could not be sent in time fails, a transaction would wait for ever.
 * KEYS: the index, then documents; ARGV: of each its id and, where it is written, value and end of life.
 */
const writeScript = `
  for i = 2, #KEYS do
    local id, value, until_ = ARGV[i * 3 - 5], ARGV[i * 3 - 4], ARGV[i * 3 - 3]
    if until_ == '' then redis.call('SET', KEYS[i], value)
    else redis.call('SET', KEYS[i], value, 'PXAT', until_) end
    redis.call('ZADD', KEYS[1], 0, id)
  end`;
const removeScript = `
  local removed = 0
  for i = 2, #KEYS do
    removed = removed + redis.call('UNLINK', KEYS[i])
    redis.call('ZREM', KEYS[1], ARGV[i - 1])
  end
  return removed`;

/** KEYS: the index, the document; ARGV: digest of what it should hold, so that a large one is sent once. */
const holdsScript = `
  local held = redis.call('GET', KEYS[2])
  if (held and redis.sha1hex(held) or '') ~= table.remove(ARGV, 1) then return 0 end`;
const pruneScript = `
  if redis.call('EXISTS', KEYS[2]) == 1 then return 0 end
  return redis.call('ZREM', KEYS[1], ARGV[1])`;

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

  const run = (script: string, ids: readonly string[], args: readonly string[]) =>
    advised(() => client.eval(script, { keys: [index, ...ids.map(keyOf)], arguments: [...args] }));
  const until = (expires: number | undefined) => (expires === undefined ? '' : String(removedAt(expires)));

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

  async function swapped({ id, before, after, expires }: Swap): Promise<boolean> {
    const held = before === undefined ? '' : createHash('sha1').update(before).digest('hex');
    const [write, args] =
      after === undefined ? [removeScript, [id]] : [writeScript, [id, after, until(expires)]];
    return (await run(`${holdsScript}${write}`, [id], [held, ...args])) !== 0;
  }

  return {
    namespace: name,
    capabilities: { expires: true },
    get: (id) => advised(() => adapter.get<string>(id)) as Promise<string | undefined>,
    async set(id, value, expires) {
      await run(writeScript, [id], [id, value as string, until(expires)]);
      return true;
    },
    async setMany(entries) {
      const args = entries.flatMap(({ key, value, expires }) => [key, value as string, until(expires)]);
      await run(
        writeScript,
        entries.map(({ key }) => key),
        args,
      );
      return entries.map(() => true);
    },
    async delete(id) {
      return (await run(removeScript, [id], [id])) === 1;
    },
    // Sent together, and answered together.
    swapAll: (swaps) => Promise.all(swaps.map(swapped)),
    async *iterator(prefix) {
      for await (const ids of pages(prefix)) {
        const values = await advised(() => adapter.getMany<string>(ids));
        for (const [i, value] of values.entries()) if (value !== undefined) yield [ids[i]!, value];
      }
    },
    async clear() {
      for await (const ids of pages()) await run(removeScript, ids, ids);
    },
    async prune() {
      let pruned = 0;
      for await (const ids of pages()) {
        const gone = (await advised(() => adapter.hasMany(ids))).flatMap((there, i) =>
          there ? [] : [ids[i]!],
        );
        for (const id of gone) pruned += Number(await run(pruneScript, [id], [id]));
      }
      return pruned;
    },
  };
}
