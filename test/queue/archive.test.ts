import { Redis } from 'ioredis';
import { afterAll, beforeAll } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { redisArchive } from '../../src/queue/redis-archive.ts';
import { openRedisJobs } from '../../src/queue/redis-jobs.ts';
import { sqliteArchive } from '../../src/queue/sqlite-archive.ts';
import { openJobs } from '../../src/queue/sqlite-jobs.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { jobArchiveContract } from '../contract/job-archive.ts';
import { type RedisServer, startRedis } from '../contract/redis-server.ts';

jobArchiveContract('SQLite', async () => {
  const database = openDatabase(':memory:');
  return {
    jobs: openJobs(database, 'one', systemClock),
    archive: sqliteArchive(database, 'one'),
    now: Date.now,
    close: async () => database.close(),
  };
});

let server: RedisServer;
beforeAll(async () => {
  server = await startRedis();
});
afterAll(() => server.stop());

jobArchiveContract('Redis', async () => {
  await server.flush();
  const redis = new Redis(server.url, { maxRetriesPerRequest: null });
  const jobs = openRedisJobs(redis, 'one');
  const archive = redisArchive(redis, 'one');
  return {
    jobs,
    archive,
    now: Date.now,
    async close() {
      await Promise.all([jobs.close(), archive.close()]);
      redis.disconnect();
    },
  };
});
