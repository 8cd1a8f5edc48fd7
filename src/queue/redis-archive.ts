import { type Job, Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { JobArchive, StoredJob } from '../job-archive.ts';
import { redisError } from '../redis-error.ts';
import { decoded, dueOf, encoded, type JobData, prefix } from './redis-job.ts';

const pageSize = 200;

/** The queue of this name on BullMQ, best looked at while nobody works on it. @throws DatabaseError from every method */
export function redisArchive<P>(redis: Redis, queue: string): JobArchive<P> & { close(): Promise<void> } {
  const bull = new Queue<JobData<P>>(queue, { connection: redis, prefix });
  // Who asks meanwhile hears of it.
  bull.on('error', () => {});

  async function advised<R>(work: () => Promise<R>): Promise<R> {
    try {
      return await work();
    } catch (error) {
      throw redisError(error, `${redis.options.host}:${redis.options.port}`);
    }
  }

  async function* pages(
    state: 'failed' | 'active' | 'waiting' | 'delayed',
  ): AsyncGenerator<Job<JobData<P>>[]> {
    for (let from = 0; ; from += pageSize) {
      const jobs = await advised(() => bull.getJobs([state], from, from + pageSize - 1, true));
      yield jobs.filter(Boolean);
      if (jobs.length < pageSize) return;
    }
  }

  /** Undefined: it was done meanwhile. */
  async function stored(id: string): Promise<StoredJob<P> | undefined> {
    const [job, score] = await advised(() =>
      Promise.all([bull.getJob(id), redis.zscore(`${prefix}:${queue}:delayed`, id)]),
    );
    return job && { ...contentOf(id, job.data), ...(score !== null && { at: dueOf(score) }) };
  }

  async function discard(id: string): Promise<boolean> {
    const job = await bull.getJob(encoded(id));
    if (!job || (await job.isActive())) return false;
    try {
      await job.remove();
    } catch (error) {
      // Claimed meanwhile.
      if (await job.isActive()) return false;
      throw error;
    }
    return true;
  }

  return {
    async *all() {
      for await (const jobs of pages('failed')) {
        for (const { id, data, failedReason } of jobs)
          yield { ...contentOf(id!, data), parked: failedReason };
      }
      // One that was put off keeps its place in its lane: by the age of the jobs, not by when they are due.
      const ages: { id: string; age: number }[] = [];
      for (const state of ['active', 'waiting', 'delayed'] as const) {
        for await (const jobs of pages(state))
          ages.push(...jobs.map(({ id, timestamp }) => ({ id: id!, age: timestamp })));
      }
      ages.sort((a, b) => a.age - b.age);
      for (let from = 0; from < ages.length; from += pageSize)
        for (const job of await Promise.all(ages.slice(from, from + pageSize).map(({ id }) => stored(id))))
          if (job) yield job;
    },
    async discard(ids) {
      let discarded = 0;
      for (const id of ids) if (await advised(() => discard(id))) discarded += 1;
      return discarded;
    },
    clear: () => advised(() => bull.obliterate({ force: true })),
    close: () => bull.close(),
  };
}

function contentOf<P>(id: string, { payload, lane }: JobData<P>) {
  return { id: decoded(id), payload, ...(lane !== undefined && { lane }) };
}
