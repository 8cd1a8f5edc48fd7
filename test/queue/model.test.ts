import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type HeldJob, LeaseLost } from '../../src/jobs.ts';
import { openJobs } from '../../src/queue/sqlite-jobs.ts';
import { openDatabase } from '../../src/storage/open-database.ts';

interface ModelJob {
  readonly id: string;
  readonly lane: string | undefined;
  state: 'waiting' | 'held' | 'parked';
  due: number;
  attempt: number;
  payload: number;
  holder: HeldJob<number> | undefined;
}

/** The queue as one would explain it: a list in order of adding. */
class Model {
  jobs: ModelJob[] = [];

  next(now: number): ModelJob | undefined {
    return this.claimable()
      .filter((job) => job.due <= now)
      .reduce<ModelJob | undefined>((best, job) => (best && best.due <= job.due ? best : job), undefined);
  }

  claimable(): ModelJob[] {
    const live = this.jobs.filter((job) => job.state !== 'parked');
    return live.filter((job) => !job.lane || live.find((other) => other.lane === job.lane) === job);
  }

  heldBy(job: HeldJob<number>): ModelJob | undefined {
    return this.jobs.find((candidate) => candidate.holder?.token === job.token);
  }
}

const lane = fc.option(fc.constantFrom('a', 'b'), { nil: undefined });
const id = fc.integer({ min: 0, max: 9 }).map((n) => `j${n}`);
const holder = fc.nat(5);
const step = fc.oneof(
  fc.record({ do: fc.constant('add' as const), id, lane, delay: fc.integer({ min: -2, max: 5 }) }),
  fc.record({ do: fc.constant('addAll' as const), ids: fc.array(id, { maxLength: 5 }), lane }),
  fc.record({ do: fc.constant('claim' as const), lease: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ do: fc.constant('claim' as const), lease: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ do: fc.constant('complete' as const), holder }),
  fc.record({ do: fc.constant('park' as const), holder }),
  fc.record({ do: fc.constant('note' as const), holder, payload: fc.nat(9) }),
  fc.record({ do: fc.constant('retry' as const), holder, delay: fc.nat(5), payload: fc.option(fc.nat(9)) }),
  fc.record({ do: fc.constant('wait' as const), time: fc.nat(6) }),
);

it('does what a list in order of adding would do, whatever is asked of it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 80, size: 'max' }), async (steps) => {
      const clock = { time: 1000, now: () => clock.time };
      const database = openDatabase(':memory:');
      const queue = openJobs<number>(database, 'model', clock);
      const model = new Model();
      const handedOut: HeldJob<number>[] = [];

      const modelAdd = (jobId: string, jobLane: string | undefined, due: number) => {
        if (model.jobs.some((job) => job.id === jobId)) return;
        const fresh = { state: 'waiting', attempt: 0, payload: 0, holder: undefined } as const;
        model.jobs.push({ ...fresh, id: jobId, lane: jobLane, due });
      };
      /** Asks the queue as a holder, and changes the model if this holder still has a say. */
      const asHolder = async (
        index: number,
        ask: (job: HeldJob<number>) => Promise<void>,
        change: (job: ModelJob) => void,
      ) => {
        const job = handedOut.at(-1 - index);
        if (!job) return;
        const held = model.heldBy(job);
        if (!held) return expect(ask(job)).rejects.toThrow(LeaseLost);
        await ask(job);
        change(held);
      };
      const release = (job: ModelJob, state: 'waiting' | 'parked') => {
        job.state = state;
        job.holder = undefined;
      };

      for (const s of steps) {
        if (s.do === 'wait') clock.time += s.time;
        if (s.do === 'add') {
          const at = clock.time + s.delay;
          await queue.add({ id: s.id, payload: 0, at, ...(s.lane && { lane: s.lane }) });
          modelAdd(s.id, s.lane, at);
        }
        if (s.do === 'addAll') {
          const jobs = s.ids.map((jobId) => ({ id: jobId, payload: 0, ...(s.lane && { lane: s.lane }) }));
          await queue.addAll(jobs);
          for (const jobId of s.ids) modelAdd(jobId, s.lane, clock.time);
        }
        if (s.do === 'claim') {
          const job = await queue.claim(s.lease);
          const expected = model.next(clock.time);
          expect(job?.id).toBe(expected?.id);
          if (job && expected) {
            expected.attempt += 1;
            expect(job).toMatchObject({ attempt: expected.attempt, payload: expected.payload });
            Object.assign(expected, { state: 'held', due: clock.time + s.lease, holder: job });
            handedOut.push(job);
          }
        }
        if (s.do === 'complete') {
          await asHolder(
            s.holder,
            (job) => queue.complete(job),
            (held) => {
              model.jobs = model.jobs.filter((job) => job !== held);
            },
          );
        }
        if (s.do === 'park') {
          await asHolder(
            s.holder,
            (job) => queue.park(job, 'no'),
            (held) => release(held, 'parked'),
          );
        }
        if (s.do === 'note') {
          await asHolder(
            s.holder,
            (job) => queue.note(job, s.payload),
            (held) => {
              held.payload = s.payload;
            },
          );
        }
        if (s.do === 'retry') {
          const at = clock.time + s.delay;
          await asHolder(
            s.holder,
            (job) => queue.retry(job, at, 'busy', s.payload ?? undefined),
            (held) => {
              release(held, 'waiting');
              held.due = at;
              held.payload = s.payload ?? handedOut.at(-1 - s.holder)!.payload;
            },
          );
        }

        const count = (state: string) => model.jobs.filter((job) => job.state === state).length;
        const counts = { waiting: count('waiting'), held: count('held'), parked: count('parked') };
        expect(await queue.counts()).toEqual(counts);
        const dues = model.claimable().map((job) => job.due);
        expect(await queue.nextDue()).toBe(dues.length > 0 ? Math.min(...dues) : undefined);
      }
      database.close();
    }),
    { numRuns: 300 },
  );
});
