import { createAnnounce } from '../alerts/announce.ts';
import { type Clusterers, createClusterers } from '../alerts/clusterers.ts';
import { createFeedTrouble } from '../alerts/feed-trouble.ts';
import { createIntake, type Placing } from '../alerts/intake.ts';
import { createDigestSchedule } from '../digest/schedule.ts';
import type { FeedHealth } from '../feeds/poll/health.ts';
import { createPoller } from '../feeds/poll/poller.ts';
import { createClusterer } from '../news/clusterer.ts';
import type { Story } from '../news/story.ts';
import type { Core } from './core.ts';
import type { FeedTools } from './feed-tools.ts';
import type { Edition } from './live-pack.ts';
import { observedAnnounce, observedFetch, observedInbox } from './observe.ts';

/** Digests are looked for this often (ms): each look reads the settings of all servers. */
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

  async function clusterersOf(edition: Edition): Promise<Clusterers> {
    const { watch } = edition.pack;
    const known: Story[] = [];
    for await (const [, story] of documents.stories.entries()) known.push(story);
    return createClusterers((stories) => createClusterer(watch, stories), known);
  }

  let edition = livePack.current;
  let clusterers = await clusterersOf(edition);

  /** Stories stay what they are under another vocabulary: they are read as they were stored. */
  async function keepUp(): Promise<void> {
    if (edition === livePack.current) return;
    edition = livePack.current;
    clusterers = await clusterersOf(edition);
  }

  /** Takes over what other processes made of a story. */
  async function catchUp(id: string): Promise<void> {
    const story = await documents.stories.get(id);
    if (story) clusterers.replace(story);
  }

  const placing: Placing = shared
    ? {
        ...shared.placing,
        inTurn: (work) =>
          shared.placing.inTurn(async (changed) => {
            await keepUp();
            for (const id of changed) await catchUp(id);
            return work();
          }),
      }
    : {
        changing: async () => {},
        async inTurn(work) {
          await keepUp();
          return work();
        },
      };
  const intake = createIntake({
    ...documents,
    classify,
    clusterers: {
      place: (...item) => clusterers.place(...item),
      placeFor: (...item) => clusterers.placeFor(...item),
      replace: (story) => clusterers.replace(story),
    },
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
  const digests = createDigestSchedule({ ...documents, jobs, wake });
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
