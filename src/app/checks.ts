import type { Delivery } from '../alerts/delivery.ts';
import type { Clock } from '../clock.ts';
import type { FeedHealth } from '../feeds/poll/health.ts';
import type { Jobs } from '../jobs.ts';
import type { QueueState } from './metrics.ts';
import type { Check } from './readiness.ts';

/** A poll may be so late (ms): rounds of thousands of feeds take their time. */
const lateness = 5 * 60_000;
/** With work due, a delivery is dealt with at least so often (ms). */
const standstill = 60_000;

type Counted = Pick<Jobs<Delivery>, 'counts' | 'nextDue'>;

export async function queueState(jobs: Counted, clock: Clock): Promise<QueueState> {
  const [counts, due] = await Promise.all([jobs.counts(), jobs.nextDue()]);
  return { ...counts, oldestDue: due === undefined ? 0 : Math.max(0, clock.now() - due) };
}

/** Work is due, and nothing has become of any for a while. */
export function queueMoves(
  jobs: Counted,
  clock: Clock,
): { readonly check: Check; readonly settled: () => void } {
  let last = clock.now();
  return {
    settled: () => {
      last = clock.now();
    },
    async check() {
      const { oldestDue } = await queueState(jobs, clock);
      const still = Math.min(oldestDue, clock.now() - last);
      return still > standstill
        ? `no delivery for ${Math.round(still / 1000)} s, though some are due`
        : undefined;
    },
  };
}

/** Polls are later than can be explained by how many there are. */
export function pollsOnTime(health: () => Promise<readonly FeedHealth[]>, clock: Clock): Check {
  const began = clock.now();
  return async () => {
    const now = clock.now();
    // What was due while no process ran is due since this one does.
    const late = (await health()).filter(
      ({ nextCheck }) => nextCheck !== undefined && now - Math.max(nextCheck, began) > lateness,
    );
    return late.length > 0 ? `${late.length} feeds are polled more than 5 minutes late` : undefined;
  };
}
