import type { Clock } from '../clock.ts';
import { DatabaseError } from '../database.ts';
import type { DocumentStorage } from './document-storage.ts';
import { createNamespaces } from './namespaces.ts';
import { connectRedis, type RedisConnection, type RedisOptions } from './redis-connection.ts';
import { namespacesIn, redisStore } from './redis-store.ts';

/** The form in which documents lie in Redis; a number higher than ours was written by a newer program. */
const form = 1;
const formKey = 'trucewatch:form';

/**
 * Opens the state kept in Redis, which any number of processes share. Lifetimes of documents follow `clock`.
 * @throws DatabaseError, one sentence with what to do, if Redis can't be reached or trusted, or a newer version
 * wrote it
 */
export async function openRedisStorage(
  url: string,
  { clock, ...options }: RedisOptions & { readonly clock: Clock },
): Promise<DocumentStorage> {
  const connection = await connectRedis(url, options);
  const { client } = connection;
  try {
    await checkForm(connection);
  } catch (error) {
    client.destroy();
    throw error;
  }
  const storeOf = (namespace: string) => redisStore(connection, namespace, clock);
  const { idle, ...documents } = createNamespaces(storeOf, clock);
  const stores = async () => (await namespacesIn(connection)).map(storeOf);
  return {
    ...documents,
    namespaces: () => namespacesIn(connection),
    async clear() {
      for (const store of await stores()) await store.clear();
    },
    // Redis removes the documents by itself: their ids are left to do.
    async sweep() {
      let removed = 0;
      for (const store of await stores()) removed += await store.prune();
      return removed;
    },
    async close() {
      if (!client.isOpen) return;
      await idle();
      await client.close();
    },
  };
}

async function checkForm({ client, address, advised }: RedisConnection): Promise<void> {
  const held = await advised(async () => {
    await client.set(formKey, String(form), { condition: 'NX' });
    return Number(await client.get(formKey));
  });
  if (held > form) {
    throw new DatabaseError(
      `Redis at ${address} was written by a newer version of this program (storage ${held}, known: ${form}): run that version, or import an older export into an empty Redis.`,
    );
  }
}
