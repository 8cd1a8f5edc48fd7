import { writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { openRedisJobs } from '../../src/queue/redis-jobs.ts';

// Does jobs, several at once, until it is killed; prints what it takes and what it has done.
const [url = ''] = process.argv.slice(2);
const redis = new Redis(url, { maxRetriesPerRequest: null });
redis.on('error', () => {});
const jobs = openRedisJobs<number>(redis, 'delivery', { lock: 1000, laneRetry: 200 });

async function work(): Promise<never> {
  for (;;) {
    const job = await jobs.claim(60_000);
    if (!job) {
      await pause(20);
      continue;
    }
    writeSync(1, `took ${job.id} ${job.attempt}\n`);
    await pause(20 * Math.random());
    try {
      if (job.attempt === 1 && job.payload % 7 === 0) await jobs.retry(job, Date.now() + 100, 'again');
      else {
        writeSync(1, `doing ${job.id} ${await redis.incr('order')}\n`);
        await jobs.complete(job);
        writeSync(1, `done ${job.id}\n`);
      }
    } catch (error) {
      writeSync(1, `lost ${job.id} ${(error as Error).name}\n`);
    }
  }
}
await Promise.all([work(), work(), work(), work()]);
