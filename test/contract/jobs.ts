import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Clock } from '../../src/clock.ts';
import { type HeldJob, type Jobs, LeaseLost } from '../../src/jobs.ts';

/** A queue under test: empty when opened. */
export interface JobsBackend {
  jobs(queue: string): Jobs<unknown>;
  close(): Promise<void>;
}

/** What every backend of the Jobs port does alike. */
export function jobsContract(name: string, open: (clock: Clock) => Promise<JobsBackend>): void {
  describe(`jobs on ${name}`, () => {
    const clock = { time: Date.UTC(2022, 4, 1), now: () => clock.time };
    let backend: JobsBackend;
    let jobs: Jobs<unknown>;
    beforeEach(async () => {
      backend = await open(clock);
      jobs = backend.jobs('one');
    });
    afterEach(() => backend.close());

    const lease = 5000;
    const take = async () => {
      const job = await jobs.claim(lease);
      if (!job) throw new Error('no job is due');
      return job;
    };
    /** Ids of all that can be claimed now; they stay held. */
    const takeAll = async () => {
      const ids: string[] = [];
      for (let job = await jobs.claim(lease); job; job = await jobs.claim(lease)) ids.push(job.id);
      return ids;
    };
    const add = (id: string, lane?: string) => jobs.add({ id, payload: { id }, ...(lane && { lane }) });

    it('gives a job with its payload, on its first attempt, to one holder only', async () => {
      const payload = { text: 'جنگ بندی', list: [1, null] };
      expect(await jobs.add({ id: 'a', payload })).toBe(true);
      expect(await jobs.claim(lease)).toMatchObject({ id: 'a', payload, attempt: 1 });
      expect(await jobs.claim(lease)).toBeUndefined();
    });

    it('adds an id once while it waits, is held or is parked, and again when it is done', async () => {
      await add('a');
      expect(await add('a')).toBe(false);
      const held = await take();
      expect(await add('a')).toBe(false);
      await jobs.park(held, 'refused');
      expect(await add('a')).toBe(false);
      expect(await takeAll()).toEqual([]);
      await add('b');
      await jobs.complete(await take());
      expect(await add('b')).toBe(true);
    });

    it('adds many at once, each id once, and none if one of them cannot be kept', async () => {
      await add('a');
      const many = ['a', 'b', 'c', 'b'].map((id) => ({ id, payload: id }));
      expect(await jobs.addAll(many)).toBe(2);
      const circle: Record<string, unknown> = {};
      circle.self = circle;
      await expect(
        jobs.addAll([
          { id: 'x', payload: 1 },
          { id: 'y', payload: circle },
        ]),
      ).rejects.toThrow();
      expect(await takeAll()).toEqual(['a', 'b', 'c']);
    });

    it('keeps queues apart', async () => {
      const other = backend.jobs('other');
      await add('a', 'lane');
      expect(await other.add({ id: 'a', payload: 0, lane: 'lane' })).toBe(true);
      expect((await other.claim(lease))?.payload).toBe(0);
      expect(await other.counts()).toEqual({ waiting: 0, held: 1, parked: 0 });
      expect(await jobs.counts()).toEqual({ waiting: 1, held: 0, parked: 0 });
    });

    it('gives out the one that has been due longest, and none before its time', async () => {
      await jobs.add({ id: 'later', payload: 0, at: clock.time + 1000 });
      await jobs.add({ id: 'now', payload: 0 });
      await jobs.add({ id: 'long ago', payload: 0, at: clock.time - 1000 });
      expect(await takeAll()).toEqual(['long ago', 'now']);
      clock.time += 999;
      expect(await takeAll()).toEqual([]);
      clock.time += 1;
      expect(await takeAll()).toEqual(['later']);
    });

    it('gives a job to another when the lease has run out, and counts the attempt', async () => {
      await add('a');
      const first = await take();
      clock.time += lease - 1;
      expect(await jobs.claim(lease)).toBeUndefined();
      clock.time += 1;
      expect(await take()).toMatchObject({ id: 'a', attempt: 2 });
      expect(first.attempt).toBe(1);
    });

    it('lets nobody but the holder decide about a job', async () => {
      await add('a');
      const first = await take();
      clock.time += lease;
      const second = await take();
      const attempts = (job: HeldJob<unknown>) => [
        () => jobs.complete(job),
        () => jobs.retry(job, 0, 'x'),
        () => jobs.park(job, 'x'),
        () => jobs.note(job, 'x'),
      ];
      for (const attempt of attempts(first)) await expect(attempt()).rejects.toThrow(LeaseLost);
      expect(await jobs.counts()).toEqual({ waiting: 0, held: 1, parked: 0 });
      await jobs.complete(second);
      await add('a');
      await take();
      for (const attempt of attempts(second)) await expect(attempt()).rejects.toThrow(LeaseLost);
    });

    it('takes the word of a holder whose lease ran out as long as nobody took over', async () => {
      await add('a');
      const held = await take();
      clock.time += lease * 2;
      await jobs.complete(held);
      expect(await jobs.counts()).toEqual({ waiting: 0, held: 0, parked: 0 });
    });

    it('brings a retry back at its time, with what it now carries', async () => {
      await add('a');
      await jobs.retry(await take(), clock.time + 1000, 'busy');
      expect(await jobs.claim(lease)).toBeUndefined();
      clock.time += 1000;
      const second = await take();
      expect(second).toMatchObject({ payload: { id: 'a' }, attempt: 2 });
      await jobs.retry(second, clock.time, 'busy', { tried: true });
      expect(await take()).toMatchObject({ payload: { tried: true }, attempt: 3 });
    });

    it('keeps a note for whoever takes the job over', async () => {
      await add('a');
      await jobs.note(await take(), { begun: 1 });
      expect(await jobs.claim(lease)).toBeUndefined();
      clock.time += lease;
      expect((await take()).payload).toEqual({ begun: 1 });
    });

    it('keeps what is parked, newest first, with the reason', async () => {
      for (const id of ['a', 'b', 'c']) {
        await add(id);
        await jobs.park(await take(), `${id} refused`);
      }
      expect(await jobs.parked(2)).toEqual([
        { id: 'c', payload: { id: 'c' }, reason: 'c refused' },
        { id: 'b', payload: { id: 'b' }, reason: 'b refused' },
      ]);
      expect(await jobs.counts()).toEqual({ waiting: 0, held: 0, parked: 3 });
      expect(await jobs.nextDue()).toBeUndefined();
    });

    it('holds one job of a lane at a time, in the order of adding', async () => {
      for (const id of ['a1', 'a2', 'a3']) await add(id, 'a');
      await add('b1', 'b');
      await add('free');
      const first = await take();
      expect(first.id).toBe('a1');
      expect(await takeAll()).toEqual(['b1', 'free']);
      await jobs.complete(first);
      expect(await takeAll()).toEqual(['a2']);
    });

    it('lets a delayed job hold back its lane, and only its lane', async () => {
      await jobs.add({ id: 'a1', payload: 0, lane: 'a', at: clock.time + 1000 });
      await add('a2', 'a');
      await add('b1', 'b');
      await add('b2', 'b');
      const b1 = await take();
      expect(b1.id).toBe('b1');
      await jobs.retry(b1, clock.time + 500, 'busy');
      expect(await takeAll()).toEqual([]);
      expect(await jobs.nextDue()).toBe(clock.time + 500);
      clock.time += 1000;
      expect(await takeAll()).toEqual(['b1', 'a1']);
    });

    it('lets a parked job hold nothing back', async () => {
      await add('a1', 'a');
      await add('a2', 'a');
      await jobs.park(await take(), 'refused');
      await jobs.complete(await take());
      await add('a3', 'a');
      expect(await takeAll()).toEqual(['a3']);
    });

    it('hands a lane on by takeover, not past it', async () => {
      await add('a1', 'a');
      await add('a2', 'a');
      await take();
      clock.time += lease;
      expect(await takeAll()).toEqual(['a1']);
    });

    it('says when to look again: the next due time or the end of a lease', async () => {
      expect(await jobs.nextDue()).toBeUndefined();
      await jobs.add({ id: 'later', payload: 0, at: clock.time + 60_000 });
      expect(await jobs.nextDue()).toBe(clock.time + 60_000);
      await add('a', 'a');
      await add('behind', 'a');
      expect(await jobs.nextDue()).toBe(clock.time);
      await take();
      expect(await jobs.nextDue()).toBe(clock.time + lease);
    });
  });
}
