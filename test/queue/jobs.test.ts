import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { afterAll, beforeAll } from 'vitest';
import { openRedisJobs } from '../../src/queue/redis-jobs.ts';
import { openJobs } from '../../src/queue/sqlite-jobs.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { jobsContract } from '../contract/jobs.ts';
import { type RedisServer, startRedis } from '../contract/redis-server.ts';

jobsContract('SQLite', async () => {
  const clock = { time: Date.UTC(2022, 4, 1), now: () => clock.time };
  const database = openDatabase(':memory:');
  return {
    jobs: (queue) => openJobs(database, queue, clock),
    now: clock.now,
    async pass(milliseconds) {
      clock.time += milliseconds;
    },
    close: async () => database.close(),
  };
});

let server: RedisServer;
beforeAll(async () => {
  server = await startRedis();
});
afterAll(() => server.stop());

jobsContract('Redis', async () => {
  await server.flush();
  const redis = new Redis(server.url, { maxRetriesPerRequest: null });
  const opened: { close(): Promise<void> }[] = [];
  return {
    jobs(queue) {
      const jobs = openRedisJobs(redis, queue, { lock: 300, laneRetry: 50 });
      opened.push(jobs);
      return jobs;
    },
    now: Date.now,
    pass: (milliseconds) => pause(milliseconds + 5),
    async close() {
      await Promise.all(opened.map((jobs) => jobs.close()));
      redis.disconnect();
    },
  };
});
