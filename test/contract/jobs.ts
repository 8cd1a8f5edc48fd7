import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type HeldJob, type Jobs, LeaseLost } from '../../src/jobs.ts';

/** A queue under test: empty when opened. */
export interface JobsBackend {
  jobs(queue: string): Jobs<unknown>;
  /** UTC milliseconds, by the queue's own clock. */
  now(): number;
  /** Lets so many ms go by on that clock. */
  pass(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

/**
 * What every backend of the Jobs port does alike. Times are short, since not every backend lets its clock be moved.
 */
export function jobsContract(name: string, open: () => Promise<JobsBackend>): void {
  describe(`jobs on ${name}`, () => {
    let backend: JobsBackend;
    let jobs: Jobs<unknown>;
    beforeEach(async () => {
      backend = await open();
      jobs = backend.jobs('one');
    });
    afterEach(() => backend.close());

    const lease = 400;
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
    /** The next job, once leases have run out and that was noticed. */
    const takeOver = async () => {
      for (let tries = 0; tries < 50; tries++) {
        await backend.pass(lease / 4);
        const job = await jobs.claim(lease);
        if (job) return job;
      }
      throw new Error('nothing was taken over');
    };
    const add = (id: string, lane?: string) => jobs.add({ id, payload: { id }, ...(lane && { lane }) });

    it('gives a job with its payload, on its first attempt, to one holder only', async () => {
      const payload = { text: 'جنگ بندی', list: [1, null] };
      await jobs.add({ id: 'a', payload });
      expect(await jobs.claim(lease)).toMatchObject({ id: 'a', payload, attempt: 1 });
      expect(await jobs.claim(lease)).toBeUndefined();
    });

    it('adds an id once while it waits, is held or is parked, and again when it is done', async () => {
      await add('a');
      await add('a');
      expect(await jobs.counts()).toEqual({ waiting: 1, held: 0, parked: 0 });
      const held = await take();
      await add('a');
      expect(await jobs.counts()).toEqual({ waiting: 0, held: 1, parked: 0 });
      await jobs.park(held, 'refused');
      await add('a');
      expect(await jobs.counts()).toEqual({ waiting: 0, held: 0, parked: 1 });
      expect(await takeAll()).toEqual([]);
      await add('b');
      await jobs.complete(await take());
      await add('b');
      expect(await takeAll()).toEqual(['b']);
    });

    it('adds many at once, each id once, and none if one of them cannot be kept', async () => {
      await add('a');
      const many = ['a', 'b', 'c', 'b'].map((id) => ({ id, payload: id }));
      await jobs.addAll(many);
      expect(await jobs.counts()).toEqual({ waiting: 3, held: 0, parked: 0 });
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
      await other.add({ id: 'a', payload: 0, lane: 'lane' });
      expect((await other.claim(lease))?.payload).toBe(0);
      expect(await other.counts()).toEqual({ waiting: 0, held: 1, parked: 0 });
      expect(await jobs.counts()).toEqual({ waiting: 1, held: 0, parked: 0 });
    });

    it('gives out what came first, and nothing before its time', async () => {
      await jobs.add({ id: 'later', payload: 0, at: backend.now() + 300 });
      await add('first');
      await add('second');
      expect(await takeAll()).toEqual(['first', 'second']);
      await backend.pass(100);
      expect(await jobs.claim(lease)).toBeUndefined();
      await backend.pass(200);
      expect(await take()).toMatchObject({ id: 'later', attempt: 1 });
    });

    it('gives a job to another when the lease has run out, and counts the attempt', async () => {
      await add('a');
      const first = await take();
      await backend.pass(lease / 2);
      expect(await jobs.claim(lease)).toBeUndefined();
      expect(await takeOver()).toMatchObject({ id: 'a', attempt: 2 });
      expect(first.attempt).toBe(1);
    });

    it('lets nobody but the holder decide about a job', async () => {
      await add('a');
      const first = await take();
      const second = await takeOver();
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

    it('brings a retry back at its time, with what it now carries', async () => {
      await add('a');
      await jobs.retry(await take(), backend.now() + 500, 'busy');
      expect(await jobs.claim(lease)).toBeUndefined();
      await backend.pass(500);
      const second = await take();
      expect(second).toMatchObject({ payload: { id: 'a' }, attempt: 2 });
      await jobs.retry(second, backend.now(), 'busy', { tried: true });
      await backend.pass(10);
      expect(await take()).toMatchObject({ payload: { tried: true }, attempt: 3 });
    });

    it('keeps a note for whoever takes the job over', async () => {
      await add('a');
      await jobs.note(await take(), { begun: 1 });
      expect(await jobs.claim(lease)).toBeUndefined();
      expect((await takeOver()).payload).toEqual({ begun: 1 });
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
      await jobs.add({ id: 'a1', payload: 0, lane: 'a', at: backend.now() + 300 });
      await add('a2', 'a');
      await add('b1', 'b');
      expect(await takeAll()).toEqual(['b1']);
      await backend.pass(300);
      const a1 = await take();
      expect(a1).toMatchObject({ id: 'a1', attempt: 1 });
      await jobs.complete(a1);
      expect(await take()).toMatchObject({ id: 'a2', attempt: 1 });
    });

    it('keeps the place of a job that was put off, and holds back its lane only', async () => {
      await add('a1', 'a');
      const a1 = await take();
      await add('a2', 'a');
      expect(await takeAll()).toEqual([]);
      await jobs.retry(a1, backend.now() + 300, 'busy');
      await add('b1', 'b');
      expect(await takeAll()).toEqual(['b1']);
      await backend.pass(300);
      const again = await take();
      expect(again).toMatchObject({ id: 'a1', attempt: 2 });
      await jobs.complete(again);
      expect(await take()).toMatchObject({ id: 'a2', attempt: 1 });
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
      expect(await takeAll()).toEqual([]);
      const again = await takeOver();
      expect(again).toMatchObject({ id: 'a1', attempt: 2 });
      await jobs.complete(again);
      expect(await take()).toMatchObject({ id: 'a2' });
    });

    it('says when to look again: the next due time or the end of a lease', async () => {
      expect(await jobs.nextDue()).toBeUndefined();
      const at = backend.now() + 60_000;
      await jobs.add({ id: 'later', payload: 0, at });
      expect(await jobs.nextDue()).toBe(at);
      await add('a', 'a');
      const added = backend.now();
      await backend.pass(50);
      expect(await jobs.nextDue()).toBeLessThanOrEqual(added);
      await take();
      const next = (await jobs.nextDue()) ?? Number.NaN;
      expect(next).toBeGreaterThan(backend.now());
      expect(next).toBeLessThanOrEqual(backend.now() + lease);
    });

    it('survives many workers at once: each job is done once, and each lane in order', async () => {
      const lanes = ['x', 'y', 'z'];
      const ids = lanes.flatMap((lane) => Array.from({ length: 12 }, (_, n) => `${lane}${n}`));
      await jobs.addAll(ids.map((id) => ({ id, payload: 0, lane: id[0]! })));
      const done: string[] = [];
      const under = new Set<string>();
      const work = async () => {
        while (done.length < ids.length) {
          const job = await jobs.claim(lease);
          if (!job) await Promise.all([backend.pass(20), pause(1)]);
          else {
            const lane = job.id[0]!;
            expect(under).not.toContain(lane);
            under.add(lane);
            await pause(1);
            under.delete(lane);
            if (job.attempt === 1 && job.id.endsWith('3')) await jobs.retry(job, backend.now() + 20, 'busy');
            else {
              done.push(job.id);
              await jobs.complete(job);
            }
          }
        }
      };
      await Promise.all([work(), work(), work(), work()]);
      for (const lane of lanes) {
        const order = done.filter((id) => id.startsWith(lane));
        expect(order).toEqual(ids.filter((id) => id.startsWith(lane)));
      }
      expect(await jobs.counts()).toEqual({ waiting: 0, held: 0, parked: 0 });
    });
  });
}
