import type { Clock } from '../clock.ts';
import type { DocumentStorage } from './document-storage.ts';
import { createNamespaces } from './namespaces.ts';
import { connectRedis, type RedisOptions } from './redis-connection.ts';
import { namespacesIn, redisStore } from './redis-store.ts';

const formKey = 'trucewatch:form';

/**
 * Opens the state kept in Redis, which any number of processes share. Lifetimes of documents follow `clock`.
 * @throws DatabaseError, one sentence with what to do, if Redis can't be reached or trusted
 */
export async function openRedisStorage(
  url: string,
  { clock, ...options }: RedisOptions & { readonly clock: Clock },
): Promise<DocumentStorage> {
  const connection = await connectRedis(url, options);
  const { client, address, advised } = connection;
  const storeOf = (namespace: string) => redisStore(connection, namespace, clock);
  const { idle, ...documents } = createNamespaces(storeOf, clock);
  const stores = async () => (await namespacesIn(connection)).map(storeOf);
  return {
    ...documents,
    place: `Redis at ${address}`,
    form: async () => Number((await advised(() => client.get(formKey))) ?? 1),
    setForm: async (form) => void (await advised(() => client.set(formKey, String(form)))),
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
