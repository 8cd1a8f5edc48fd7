import type { Announce } from '../alerts/announce.ts';
import type { Delivery } from '../alerts/delivery.ts';
import type { Fetcher } from '../feeds/fetch/fetcher.ts';
import type { Jobs } from '../jobs.ts';
import type { Metrics } from './metrics.ts';

// Ports with a counter behind them: the rooms on both sides know nothing of it.

export function observedFetch(
  fetcher: Pick<Fetcher, 'fetch'>,
  metrics: Pick<Metrics, 'poll'>,
): Pick<Fetcher, 'fetch'> {
  return {
    async fetch(request) {
      const result = await fetcher.fetch(request);
      metrics.poll(result.kind === 'failed' ? result.failure : result.kind);
      return result;
    },
  };
}

interface Receives<B> {
  receive(batch: B): Promise<void>;
}

export function observedInbox<B extends { readonly entries: readonly unknown[] }>(
  inbox: Receives<B>,
  metrics: Pick<Metrics, 'entries'>,
): Receives<B> {
  return {
    async receive(batch) {
      await inbox.receive(batch);
      metrics.entries(batch.entries.length);
    },
  };
}

export function observedAnnounce(announce: Announce, metrics: Pick<Metrics, 'story' | 'alert'>): Announce {
  return async (story, fresh) => {
    metrics.story(story.topic, story.version === 1 ? 'new' : 'grown');
    const queued = await announce(story, fresh);
    if (queued) metrics.alert();
    return queued;
  };
}

/** @param settled called when a job has been dealt with */
export function observedJobs(
  jobs: Jobs<Delivery>,
  metrics: Pick<Metrics, 'delivery'>,
  settled: () => void,
): Jobs<Delivery> {
  const note = (kind: string, outcome: Parameters<Metrics['delivery']>[1]) => {
    settled();
    metrics.delivery(kind, outcome);
  };
  return {
    add: (job) => jobs.add(job),
    addAll: (many) => jobs.addAll(many),
    claim: (lease) => jobs.claim(lease),
    note: (job, payload) => jobs.note(job, payload),
    nextDue: () => jobs.nextDue(),
    counts: () => jobs.counts(),
    parked: (limit) => jobs.parked(limit),
    async complete(job) {
      await jobs.complete(job);
      note(job.payload.kind, 'done');
    },
    async retry(job, at, reason, payload) {
      await jobs.retry(job, at, reason, payload);
      note(job.payload.kind, 'retried');
    },
    async park(job, reason) {
      await jobs.park(job, reason);
      note(job.payload.kind, 'parked');
    },
  };
}
