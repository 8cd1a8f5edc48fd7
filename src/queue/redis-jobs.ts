import { randomUUID } from 'node:crypto';
import { ErrorCode, type Job, Queue, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import { type HeldJob, type Jobs, LeaseLost, type NewJob } from '../jobs.ts';
import { redisError } from '../redis-error.ts';
import { createLanes } from './lanes.ts';
import { createLocks, type Locks } from './locks.ts';
import { decoded, dueOf, encoded, type JobData, prefix } from './redis-job.ts';

export interface RedisJobsOptions {
  /** How long after its last sign of life (ms) a holder counts as dead; its jobs come back within twice as much. */
  readonly lock?: number;
  /** After how long (ms) a job whose lane was taken looks again, at first; normally the one before it calls it. */
  readonly laneRetry?: number;
}

export interface RedisJobs<P> extends Jobs<P> {
  /** Lets go of Redis; jobs still held come back as those of a dead process. */
  close(): Promise<void>;
}

const jobOptions = {
  removeOnComplete: true,
  // A parked job is kept until somebody decides about it.
  removeOnFail: false,
  stackTraceLimit: 0,
};
/** Jobs added in one transaction: a large one would keep Redis from all others for long. */
const batch = 500;
const longestLaneRetry = 60_000;

/**
 * The queue of this name on BullMQ, for any number of processes. Times are the wall's: BullMQ keeps delays and
 * locks by the clocks of Redis and of its clients. A claim is kept alive until its lease ends; the jobs of a process
 * that died come back sooner. @throws DatabaseError from every method
 */
export function openRedisJobs<P>(redis: Redis, queue: string, options: RedisJobsOptions = {}): RedisJobs<P> {
  return new BullJobs<P>(redis, queue, options);
}

class BullJobs<P> implements RedisJobs<P> {
  readonly #redis: Redis;
  readonly #queue: Queue<JobData<P>>;
  readonly #lanes: ReturnType<typeof createLanes>;
  readonly #held = new Map<string, Job<JobData<P>>>();
  readonly #lock: number;
  readonly #laneRetry: number;
  #worker: Worker<JobData<P>> | undefined;
  #locks: Locks | undefined;

  constructor(redis: Redis, queue: string, { lock = 5000, laneRetry = 2000 }: RedisJobsOptions) {
    this.#redis = redis;
    this.#lock = lock;
    this.#laneRetry = laneRetry;
    this.#queue = new Queue(queue, { connection: redis, prefix, defaultJobOptions: jobOptions });
    // The connection is opened again by itself, and whoever asked meanwhile waits or hears of it.
    this.#queue.on('error', () => {});
    this.#lanes = createLanes(redis, `${prefix}:lanes:${queue}`, (name) => this.#keyOf(name));
  }

  async add(job: NewJob<P>): Promise<void> {
    await this.addAll([job]);
  }

  async addAll(jobs: Iterable<NewJob<P>>): Promise<void> {
    const now = Date.now();
    const all = Array.from(jobs, ({ id, payload, lane, at = now }) => ({
      name: jobName,
      data: { payload, skipped: 0, ...(lane !== undefined && { lane }) },
      opts: { jobId: encoded(id), timestamp: now, ...(at > now && { delay: at - now }) },
    }));
    // What cannot be written down is found out before anything is added.
    JSON.stringify(all);
    for (let from = 0; from < all.length; from += batch) {
      const some = all.slice(from, from + batch);
      const inLanes = some.flatMap(({ data: { lane }, opts: { jobId } }) =>
        lane === undefined ? [] : [{ lane, job: jobId }],
      );
      await this.#advised(async () => {
        await this.#lanes.lineUp(inLanes);
        await this.#queue.addBulk(some as never);
      });
    }
  }

  async claim(lease: number): Promise<HeldJob<P> | undefined> {
    return this.#advised(async () => {
      const worker = this.#working();
      for (;;) {
        const token = randomUUID();
        const job = await worker.getNextJob(token, { block: false });
        if (!job) return undefined;
        const { payload, lane, skipped } = job.data;
        const until = performance.now() + lease;
        if (lane !== undefined && !(await this.#lanes.enter(lane, job.id!))) {
          await this.#comeAgain(job, token);
          continue;
        }
        this.#held.set(token, job);
        this.#locks!.keep(job.id!, token, until);
        return { id: decoded(job.id!), payload, attempt: job.attemptsStarted - skipped, token };
      }
    });
  }

  async complete(held: HeldJob<P>): Promise<void> {
    const job = this.#jobOf(held);
    await this.#asHolder(held, () => job.moveToCompleted(null as never, held.token, false));
    await this.#leaveLane(job);
  }

  async park(held: HeldJob<P>, reason: string): Promise<void> {
    const job = this.#jobOf(held);
    await this.#asHolder(held, () => job.moveToFailed(new Error(reason), held.token, false));
    await this.#leaveLane(job);
  }

  async retry(held: HeldJob<P>, at: number, reason: string, payload = held.payload): Promise<void> {
    const job = this.#jobOf(held);
    await this.#write(held, { ...job.data, payload, reason });
    await this.#asHolder(held, () => job.moveToDelayed(at, held.token));
  }

  async note(held: HeldJob<P>, payload: P): Promise<void> {
    await this.#write(held, { ...this.#jobOf(held).data, payload });
  }

  async nextDue(): Promise<number | undefined> {
    return this.#advised(async () => {
      const { waiting = 0, active = 0 } = await this.#queue.getJobCounts('waiting', 'active');
      if (waiting > 0) return this.#waitingSince();
      const [, score] = await this.#redis.zrange(this.#keyOf('delayed'), '0', '0', 'WITHSCORES');
      const due = score === undefined ? undefined : dueOf(score);
      const freed = active > 0 ? Date.now() + this.#lock : undefined;
      return due === undefined || freed === undefined ? (due ?? freed) : Math.min(due, freed);
    });
  }

  async counts(): Promise<{ waiting: number; held: number; parked: number }> {
    const counts = await this.#advised(() => this.#queue.getJobCounts());
    const { waiting = 0, delayed = 0, active = 0, failed = 0 } = counts;
    return { waiting: waiting + delayed, held: active, parked: failed };
  }

  async parked(limit: number): Promise<readonly { id: string; payload: P; reason: string }[]> {
    const jobs = await this.#advised(() => this.#queue.getFailed(0, limit - 1));
    return jobs.map(({ id, data, failedReason }) => ({
      id: decoded(id!),
      payload: data.payload,
      reason: failedReason,
    }));
  }

  async close(): Promise<void> {
    this.#locks?.stop();
    await this.#worker?.close(true);
    await this.#queue.close();
  }

  /** Made with the first claim: a process that only adds needs none. */
  #working(): Worker<JobData<P>> {
    if (this.#worker) return this.#worker;
    const worker = new Worker<JobData<P>>(this.#queue.name, null, {
      connection: this.#redis,
      prefix,
      autorun: false,
      lockDuration: this.#lock,
      stalledInterval: this.#lock / 2,
      // Each takeover is an attempt like any other; whoever holds the job decides when it is enough.
      maxStalledCount: Number.MAX_SAFE_INTEGER,
    });
    worker.on('error', () => {});
    void worker.startStalledCheckTimer().catch(() => {});
    this.#locks = createLocks(
      (ids, tokens) => worker.extendJobLocks(ids, tokens, this.#lock),
      this.#lock / 3,
    );
    this.#worker = worker;
    return worker;
  }

  #keyOf(name: string): string {
    return `${prefix}:${this.#queue.name}:${name}`;
  }

  /** When the job that is next fell due; one that was put off falls due when it comes back. */
  async #waitingSince(): Promise<number> {
    const id = await this.#redis.lindex(this.#keyOf('wait'), -1);
    const job = id === null ? undefined : await this.#queue.getJob(id);
    const isFresh = job && job.attemptsStarted === 0 && !job.opts.delay;
    return isFresh ? job.timestamp : Date.now();
  }

  #jobOf({ id, token }: HeldJob<P>): Job<JobData<P>> {
    const job = this.#held.get(token);
    if (!job) throw new LeaseLost(`job ${id} is no longer held`);
    return job;
  }

  /** Does what ends the holding. @throws LeaseLost */
  async #asHolder({ token }: HeldJob<P>, end: () => Promise<unknown>): Promise<void> {
    this.#locks?.drop(token);
    try {
      await this.#advised(end);
    } finally {
      this.#held.delete(token);
    }
  }

  /** BullMQ writes data without asking who holds the job: the lock is renewed first, and outlasts the writing. */
  async #write({ id, token }: HeldJob<P>, data: JobData<P>): Promise<void> {
    const job = this.#held.get(token);
    await this.#advised(async () => {
      if (!job || (await job.extendLock(token, this.#lock)) !== 1)
        throw new LeaseLost(`job ${id} was taken over`);
      await job.updateData(data);
    });
  }

  /** The job before it in its lane calls it; should that one's holder die, it comes by itself. */
  async #comeAgain(job: Job<JobData<P>>, token: string): Promise<void> {
    const { skipped } = job.data;
    const wait = Math.min(this.#laneRetry * 2 ** Math.min(skipped, 10), longestLaneRetry);
    try {
      await job.updateData({ ...job.data, skipped: skipped + 1 });
      await job.moveToDelayed(Date.now() + wait, token);
    } catch (error) {
      // This process stood still for longer than a lock lasts: whoever has the job now sees to it.
      if (!isOutOfPlace(error)) throw error;
    }
  }

  async #leaveLane({ id, data: { lane } }: Job<JobData<P>>): Promise<void> {
    if (lane === undefined) return;
    await this.#advised(async () => {
      const next = await this.#lanes.leave(lane, id!);
      const job = next === undefined ? undefined : await this.#queue.getJob(next);
      await job?.promote().catch((error: unknown) => {
        // Somebody has it in hand already.
        if (!isOutOfPlace(error)) throw error;
      });
    });
  }

  async #advised<R>(work: () => Promise<R>): Promise<R> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof LeaseLost) throw error;
      if (isOutOfPlace(error)) throw new LeaseLost(error.message, { cause: error });
      throw redisError(error, `${this.#redis.options.host}:${this.#redis.options.port}`);
    }
  }
}

const jobName = 'job';

const outOfPlace: readonly unknown[] = [
  ErrorCode.JobNotExist,
  ErrorCode.JobLockNotExist,
  ErrorCode.JobNotInState,
  ErrorCode.JobLockMismatch,
];

/** Whether BullMQ refused because another has the job, or it is gone. */
function isOutOfPlace(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && outOfPlace.includes(error.code);
}
