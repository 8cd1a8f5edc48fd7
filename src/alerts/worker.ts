import type { Clock } from '../clock.ts';
import type { Jobs } from '../jobs.ts';
import type { Deliver } from './deliver.ts';
import type { Delivery } from './delivery.ts';
import type { Log } from './log.ts';

export interface WorkerOptions {
  readonly jobs: Jobs<Delivery>;
  readonly deliver: Deliver;
  readonly clock: Clock;
  readonly log: Log;
  /** Milliseconds after which the job of a holder that died can be taken. */
  readonly lease?: number;
  /** Deliveries under way at once. */
  readonly concurrency?: number;
}

export interface Worker {
  start(): void;
  /** Takes no more work and waits until what is under way is done. */
  stop(): Promise<void>;
  /** Something was queued. */
  wake(): void;
  /** Does all that is due now, and what follows from it; for tests and for a last run. */
  drain(): Promise<void>;
}

/** How long (ms) the queue is left alone if nobody wakes the worker: other processes may add to it. */
const longestSleep = 250;
/** And how long if it cannot be read. */
const troubledSleep = 1000;

/** Takes due deliveries from the queue and makes them, many channels at once. */
export function createWorker(options: WorkerOptions): Worker {
  const { jobs, deliver, clock, log, lease = 20_000, concurrency = 32 } = options;
  const active = new Set<Promise<void>>();
  let running: Promise<void> | undefined;
  let stopping = false;
  let wake = () => {};
  /** Work was queued since the queue was last found empty. */
  let woken = false;

  function signal(): void {
    woken = true;
    wake();
  }

  /** @returns whether a job was taken. */
  async function take(): Promise<boolean> {
    woken = false;
    const job = await jobs.claim(lease);
    if (!job) return false;
    const done: Promise<void> = deliver(job).finally(() => {
      active.delete(done);
      signal();
    });
    active.add(done);
    return true;
  }

  async function drain(): Promise<void> {
    for (;;) {
      if (active.size < concurrency && (await take())) continue;
      if (active.size === 0) return;
      await Promise.race(active);
    }
  }

  async function sleep(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    wake = () => {};
  }

  async function idle(): Promise<void> {
    const due = await jobs.nextDue();
    if (woken) return;
    const wait = due === undefined ? longestSleep : due - clock.now();
    await sleep(Math.min(Math.max(wait, 1), longestSleep));
  }

  async function run(): Promise<void> {
    while (!stopping) {
      try {
        if (active.size >= concurrency) await Promise.race(active);
        else if (!(await take())) await idle();
      } catch (error) {
        log.error({ err: error, mend: (error as Error).message }, 'the queue cannot be read');
        await sleep(troubledSleep);
      }
    }
    await Promise.all(active);
  }

  return {
    start() {
      stopping = false;
      running ??= run();
    },
    async stop() {
      stopping = true;
      signal();
      await running;
      running = undefined;
    },
    wake: signal,
    drain,
  };
}
