import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { RefusedRequest } from '../discord/endpoint.ts';
import type { AnsweredInteraction } from '../discord/interactions.ts';
import type { RestObserver } from '../discord/rest.ts';
import type { FeedHealth } from '../feeds/poll/health.ts';

/** What is counted; docs/operating.md lists the names. The one place that knows Prometheus. */
export interface Metrics extends RestObserver {
  interaction(answered: AnsweredInteraction): void;
  refused(why: RefusedRequest): void;
  /** @param result `fresh`, `not_modified`, `gone` or why it failed */
  poll(result: string): void;
  entries(count: number): void;
  story(topic: string, change: 'new' | 'grown'): void;
  /** A story was told to somebody, or an edit of it was queued. */
  alert(): void;
  delivery(kind: string, outcome: 'done' | 'retried' | 'parked'): void;
  /** Asked at each scrape. */
  watchQueue(look: () => Promise<QueueState>): void;
  watchFeeds(look: () => Promise<readonly FeedHealth[]>, now: () => number): void;
  watchShards(away: () => number): void;
  /** In the text format of Prometheus. */
  scrape(): Promise<string>;
}

export interface QueueState {
  readonly waiting: number;
  readonly held: number;
  readonly parked: number;
  /** How long the job that has been due longest waits, in ms. */
  readonly oldestDue: number;
}

/** Around the 3 s that Discord waits. */
const seconds = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 2.5, 3];

export function createMetrics(): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const counter = <const L extends string>(name: string, help: string, ...labelNames: L[]) =>
    new Counter({ name: `trucewatch_${name}`, help, labelNames, registers });
  const gauge = <const L extends string>(name: string, help: string, ...labelNames: L[]) =>
    new Gauge({ name: `trucewatch_${name}`, help, labelNames, registers });
  const refreshers: (() => Promise<void>)[] = [];
  /** What can't be found out is left out, rather than told as it once was. */
  const onScrape = (gauges: readonly { reset(): void }[], refresh: () => Promise<void>) =>
    refreshers.push(() =>
      refresh().catch(() => {
        for (const each of gauges) each.reset();
      }),
    );

  const interactions = counter('interactions_total', 'Interactions', 'kind', 'command', 'outcome');
  const latency = new Histogram({
    name: 'trucewatch_interaction_seconds',
    help: 'From the arrival of an interaction until Discord had the first answer',
    labelNames: ['kind'],
    buckets: seconds,
    registers,
  });
  const refused = counter('interactions_refused_total', 'Requests to /interactions turned away', 'reason');
  const polls = counter('polls_total', 'Polls of feeds', 'result');
  const entries = counter('entries_total', 'Entries of feeds that were taken in');
  const stories = counter('stories_total', 'Stories begun, and reports that joined one', 'topic', 'change');
  const alerts = counter('alerts_total', 'Changes of stories that were queued for somebody');
  const deliveries = counter('deliveries_total', 'Attempts at deliveries', 'kind', 'outcome');
  const requests = counter('discord_requests_total', 'Answers of Discord', 'method', 'status');
  const limited = counter('discord_rate_limited_total', 'Waits for a rate limit of Discord', 'scope');

  return {
    interaction({ kind, command, outcome, ms }) {
      interactions.inc({ kind, command, outcome });
      latency.observe({ kind }, ms / 1000);
    },
    refused: (reason) => refused.inc({ reason }),
    poll: (result) => polls.inc({ result }),
    entries: (count) => entries.inc(count),
    story: (topic, change) => stories.inc({ topic, change }),
    alert: () => alerts.inc(),
    delivery: (kind, outcome) => deliveries.inc({ kind, outcome }),
    answered: (method, status) => requests.inc({ method, status }),
    limited: (scope) => limited.inc({ scope }),

    watchQueue(look) {
      const jobs = gauge('queue_jobs', 'Deliveries that wait, are under way, or cannot succeed', 'state');
      const oldest = gauge('queue_oldest_due_seconds', 'How long the job that has been due longest waits');
      onScrape([jobs, oldest], async () => {
        const { oldestDue, ...counts } = await look();
        for (const [state, count] of Object.entries(counts)) jobs.set({ state }, count);
        oldest.set(oldestDue / 1000);
      });
    },

    watchFeeds(look, now) {
      const feeds = gauge('feeds', 'Watched feeds by how they fare', 'status');
      const stalest = gauge(
        'feed_staleness_seconds',
        'Since the last success of the feed longest without one',
      );
      const overdue = gauge('feed_overdue_seconds', 'How late the poll is that is latest');
      onScrape([feeds, stalest, overdue], async () => {
        const all = await look();
        for (const status of ['new', 'ok', 'failing', 'stopped'] as const)
          feeds.set({ status }, all.filter((feed) => feed.status === status).length);
        const polled = all.filter(({ status }) => status !== 'stopped');
        const most = (times: readonly (number | undefined)[]) =>
          times.reduce((longest: number, time) => Math.max(longest, now() - (time ?? now())), 0) / 1000;
        stalest.set(most(polled.map(({ lastSuccess }) => lastSuccess)));
        overdue.set(most(polled.map(({ nextCheck }) => nextCheck)));
      });
    },

    watchShards(away) {
      const shards = gauge('gateway_shards_away', 'Shards of the gateway that receive nothing now');
      onScrape([shards], async () => shards.set(away()));
    },

    async scrape() {
      await Promise.all(refreshers.map((refresh) => refresh()));
      return register.metrics();
    },
  };
}
