import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type RedisServer, startRedis } from '../contract/redis-server.ts';

/** A Redis of the test file's own, emptied before each test, and connections as processes have them. */
export function useRedis(): { server(): RedisServer; client(): Redis } {
  let server: RedisServer;
  const clients: Redis[] = [];
  beforeAll(async () => {
    server = await startRedis();
  });
  beforeEach(() => server.flush());
  afterAll(async () => {
    for (const client of clients) client.disconnect();
    await server.stop();
  });
  return {
    server: () => server,
    client() {
      const redis = new Redis(server.url, { maxRetriesPerRequest: null });
      clients.push(redis);
      return redis;
    },
  };
}
