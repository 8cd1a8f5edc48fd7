import { createAnnounce } from '../alerts/announce.ts';
import { createFeedTrouble } from '../alerts/feed-trouble.ts';
import { createIntake } from '../alerts/intake.ts';
import { createDigestSchedule } from '../digest/schedule.ts';
import type { FeedHealth } from '../feeds/poll/health.ts';
import { createPoller } from '../feeds/poll/poller.ts';
import type { Core } from './core.ts';
import type { FeedTools } from './feed-tools.ts';
import { observedAnnounce, observedFetch, observedInbox } from './observe.ts';
import { createPlacing } from './placing.ts';

/** Digests are looked for this often (ms). */
const digestEvery = 10_000;

export interface Polling {
  /** One tick: what is due begins. Never throws. */
  runDue(): Promise<void>;
  /** Starts nothing more and resolves when all is at rest. */
  stop(): Promise<void>;
}

/**
 * From feeds to jobs: polls, classifies, decides who is told; and queues the digests that are due.
 * @param wake called when deliveries were queued
 */
export async function createPolling(
  core: Core,
  { fetcher, parser }: FeedTools,
  wake: () => void,
): Promise<Polling> {
  const {
    settings,
    livePack,
    documents,
    jobs,
    ownFeeds,
    audience,
    classify,
    feedHealth,
    clock,
    log,
    metrics,
  } = core;
  const { shared } = core.backend;

  const { placing, clusterers } = await createPlacing({ ...documents, livePack, turns: shared?.placing });
  const intake = createIntake({
    ...documents,
    classify,
    clusterers,
    audience,
    announce: observedAnnounce(createAnnounce({ ...documents, jobs, clock }), metrics),
    placing,
    wake,
    log,
  });
  const poller = createPoller({
    sources: () => ownFeeds.watched(),
    states: documents.feeds,
    claim: shared?.claimFeed,
    inbox: observedInbox(intake, metrics),
    trouble: createFeedTrouble({
      ...documents,
      jobs,
      audience,
      failing: async () => (await feedHealth()).flatMap(failureOf),
      wake,
      log,
    }),
    fetcher: observedFetch(fetcher, metrics),
    parser,
    clock,
    log,
    settings: { interval: settings.POLL_SECONDS * 1000 },
  });
  const digests = createDigestSchedule({
    ...documents,
    changed: core.backend.settingsChanges.hear,
    jobs,
    wake,
  });
  let digestsLooked = 0;
  let digestsLooking: Promise<void> | undefined;

  function digestsDue(): Promise<void> | undefined {
    const now = clock.now();
    if (digestsLooking || now - digestsLooked < digestEvery) return digestsLooking;
    digestsLooked = now;
    digestsLooking = digests.runDue(now).finally(() => {
      digestsLooking = undefined;
    });
    return digestsLooking;
  }

  return {
    async runDue() {
      const results = await Promise.allSettled([poller.runDue(), digestsDue()]);
      for (const result of results) {
        if (result.status === 'rejected')
          log.error({ err: result.reason, mend: String(result.reason) }, 'a tick failed');
      }
    },
    async stop() {
      await poller.close();
      await digestsLooking?.catch(() => {});
    },
  };
}

/** Feeds that never worked, or that their publisher has ended, say nothing about our own network. */
function failureOf({ feed, status, lastSuccess, failingSince }: FeedHealth) {
  if (status !== 'failing' || lastSuccess === undefined || failingSince === undefined) return [];
  return [{ feed: feed.id, since: failingSince }];
}
