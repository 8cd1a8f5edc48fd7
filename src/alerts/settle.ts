import type { Clock } from '../clock.ts';
import { DatabaseError } from '../database.ts';
import type { HeldJob, Jobs } from '../jobs.ts';
import { backoff } from './backoff.ts';
import type { Delivery } from './delivery.ts';
import type { Log } from './log.ts';
import { DeliveryError } from './messenger.ts';
import { PostFailed } from './post.ts';
import type { Suspend } from './suspend.ts';

export interface SettleOptions {
  readonly jobs: Jobs<Delivery>;
  readonly suspend: Suspend;
  readonly clock: Clock;
  /** 0 to 1. */
  readonly random: () => number;
  readonly log: Log;
}

/** A job that fails so often through a fault of our own will not succeed. */
const poisonAfter = 8;

/** What becomes of a job whose attempt failed: tried again later, parked, or its channel suspended. */
export async function settle(job: HeldJob<Delivery>, error: unknown, options: SettleOptions): Promise<void> {
  const { jobs, suspend, clock, random, log } = options;
  const failure = error instanceof PostFailed ? error.reason : error;
  const delivery = error instanceof PostFailed ? error.delivery : job.payload;
  const { channel, requestId } = delivery;
  const about = { job: job.id, channel, attempt: job.attempt, requestId, err: failure };
  const again = async (wait: number) => {
    const at = clock.now() + Math.max(wait, backoff(job.attempt, random));
    await jobs.retry(job, at, String(failure), delivery);
  };
  if (failure instanceof DatabaseError) {
    log.error({ ...about, mend: failure.message }, 'delivery waits for the database');
    return again(0);
  }
  if (!(failure instanceof DeliveryError)) {
    log.error({ ...about, mend: 'report this with the stack' }, 'delivery failed');
    return job.attempt < poisonAfter ? again(0) : jobs.park(job, String(failure));
  }
  switch (failure.kind) {
    case 'transient':
      log.info(about, 'delivery will be tried again');
      return again(failure.retryAfter ?? 0);
    case 'gone':
    case 'forbidden':
      return suspend(job, delivery, failure.kind);
    case 'rejected':
    case 'unknown_message':
      log.error({ ...about, mend: 'the platform will never take it; report this' }, 'delivery parked');
      return jobs.park(job, failure.message);
  }
}
