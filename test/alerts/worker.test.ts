import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../src/alerts/delivery.ts';
import { createWorker } from '../../src/alerts/worker.ts';
import { systemClock } from '../../src/clock.ts';
import { Fate, type JobRow, memoryJobs, memoryLog } from './fakes.ts';

const alert = (channel: string): Delivery => ({ kind: 'alert', guild: '1', channel, story: 's' });

/** A worker on a queue in memory, whose deliveries last until they are let go. */
function setUp(concurrency?: number) {
  const rows: JobRow[] = [];
  const fate = new Fate();
  const jobs = memoryJobs<Delivery>(rows, systemClock, fate);
  const begun: string[] = [];
  const open = new Map<string, () => void>();
  const log = memoryLog();
  const worker = createWorker({
    jobs,
    clock: systemClock,
    log,
    ...(concurrency && { concurrency }),
    async deliver(job) {
      begun.push(job.payload.channel);
      await new Promise<void>((resolve) => open.set(job.payload.channel, resolve));
      await jobs.complete(job);
    },
  });
  const add = (channel: string, at?: number) =>
    jobs.add({ id: channel, payload: alert(channel), ...(at !== undefined && { at }) });
  const until = async (condition: () => boolean) => {
    while (!condition()) await pause(2);
  };
  return { rows, fate, jobs, begun, open, log, worker, add, until };
}

describe('the worker', () => {
  it('takes what is queued when it is woken, and what falls due by itself', async () => {
    const { worker, add, begun, open, until } = setUp();
    worker.start();
    await pause(10);
    await add('1');
    await add('2', Date.now() + 50);
    worker.wake();
    await until(() => begun.includes('1'));
    await until(() => begun.includes('2'));
    for (const release of open.values()) release();
    await worker.stop();
  });

  it('makes no more deliveries at once than it may', async () => {
    const { worker, add, begun, open, until } = setUp(2);
    for (const channel of ['1', '2', '3']) await add(channel);
    worker.start();
    await until(() => begun.length === 2);
    await pause(20);
    expect(begun).toEqual(['1', '2']);
    open.get('1')?.();
    await until(() => begun.length === 3);
    for (const release of open.values()) release();
    await worker.stop();
  });

  it('finishes what is under way when it is stopped, and takes no more', async () => {
    const { worker, add, begun, open, jobs, until } = setUp(1);
    await add('1');
    await add('2');
    worker.start();
    await until(() => begun.length === 1);
    let stopped = false;
    const stop = worker.stop().then(() => {
      stopped = true;
    });
    await pause(20);
    expect(stopped).toBe(false);
    open.get('1')?.();
    await stop;
    expect(begun).toEqual(['1']);
    expect(await jobs.counts()).toEqual({ waiting: 1, held: 0, parked: 0 });
  });

  it('goes on when the queue can be read again', async () => {
    const { worker, add, begun, open, fate, log, until } = setUp();
    await add('1');
    fate.dead = true;
    worker.start();
    await until(() => log.lines.length > 0);
    expect(log.lines[0]).toContain('the queue cannot be read');
    fate.dead = false;
    await until(() => begun.length === 1);
    open.get('1')?.();
    await worker.stop();
  });
});
