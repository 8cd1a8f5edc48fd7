import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { createLog } from '../../src/log.ts';
import { openRedisStorage } from '../../src/storage/redis-storage.ts';
import { openSqliteStorage } from '../../src/storage/sqlite-storage.ts';
import { documentsContract } from '../contract/documents.ts';
import { type RedisServer, startRedis } from '../contract/redis-server.ts';
import { temporaryDir } from '../contract/temporary-dir.ts';

documentsContract('SQLite', async (clock) => {
  const dataDir = temporaryDir();
  const storage = await openSqliteStorage(dataDir, { clock });
  return { ...storage, place: ['sqlite', path.join(dataDir, 'trucewatch.db')] };
});

let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.stop());

documentsContract('Redis', async (clock) => {
  await redis.flush();
  const storage = await openRedisStorage(redis.url, { clock, log: createLog('silent') });
  return { ...storage, place: ['redis', redis.url] };
});
