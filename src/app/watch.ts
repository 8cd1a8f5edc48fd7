import type { Alert } from '../alerts/alert.ts';
import { createAnnounce } from '../alerts/announce.ts';
import type { Audience } from '../alerts/audience.ts';
import { createClusterers } from '../alerts/clusterers.ts';
import { createDelivering } from '../alerts/delivering.ts';
import type { Delivery } from '../alerts/delivery.ts';
import { createFeedTrouble } from '../alerts/feed-trouble.ts';
import type { GuildDocument } from '../alerts/guild.ts';
import { createIntake } from '../alerts/intake.ts';
import { lastDocumented } from '../alerts/last-documented.ts';
import type { Messenger } from '../alerts/messenger.ts';
import type { SeenEntry } from '../alerts/seen.ts';
import type { GuildTellings } from '../alerts/tellings.ts';
import type { SentNote } from '../alerts/work.ts';
import type { Clock } from '../clock.ts';
import { composeDigests } from '../digest/compose.ts';
import { documentedBy } from '../digest/documented.ts';
import { createGather } from '../digest/gather.ts';
import type { DigestNote } from '../digest/note.ts';
import { createDigestSchedule } from '../digest/schedule.ts';
import { anyAddress, publicOnly } from '../feeds/fetch/address.ts';
import { createFetcher } from '../feeds/fetch/fetcher.ts';
import { createOwnFeeds, type GuildFeeds } from '../feeds/guild-feeds.ts';
import { createParser } from '../feeds/parse/parser.ts';
import type { FeedHealth } from '../feeds/poll/health.ts';
import { createPoller, type Poller } from '../feeds/poll/poller.ts';
import type { FeedState } from '../feeds/poll/state.ts';
import type { DatasetIndex } from '../knowledge/dataset-index.ts';
import type { Log } from '../log.ts';
import { createClassifier } from '../news/classifier.ts';
import { createClusterer } from '../news/clusterer.ts';
import type { Story } from '../news/story.ts';
import type { Pack } from '../pack.ts';
import { drawStrip } from '../pictures/draw-strip.ts';
import { openJobs } from '../queue/sqlite-jobs.ts';
import type { Settings } from '../settings.ts';
import type { Storage } from '../storage/storage.ts';

export interface WatchParts {
  readonly settings: Settings;
  readonly pack: Pack;
  readonly index: DatasetIndex;
  readonly storage: Storage;
  readonly messenger: Messenger;
  readonly clock: Clock;
  readonly log: Log;
  /** Names the project and a contact to publishers. */
  readonly userAgent: string;
}

/** The documents of each namespace, as docs/architecture.md lists them. */
function openDocuments(storage: Storage) {
  return {
    guilds: storage.documents<GuildDocument>('guild'),
    guildFeeds: storage.documents<GuildFeeds>('guild-feeds'),
    feeds: storage.documents<FeedState>('feed'),
    entries: storage.documents<SeenEntry>('entry'),
    stories: storage.documents<Story>('story'),
    alerts: storage.documents<Alert>('alert'),
    tellings: storage.documents<GuildTellings>('telling'),
    sent: storage.documents<SentNote>('sent'),
    digests: storage.documents<DigestNote>('digest'),
  };
}

/** Digests are looked for this often (ms): each look reads the settings of all servers. */
const digestEvery = 10_000;

/** From feeds to messages: polls, classifies, decides who is told, delivers; and the daily digests. */
export async function createWatch(parts: WatchParts) {
  const { settings, pack, index, storage, messenger, clock, log } = parts;
  const documents = openDocuments(storage);
  const jobs = openJobs<Delivery>(storage.database, 'deliveries', clock);
  const ownFeeds = createOwnFeeds(documents.guildFeeds, pack.feeds, clock);
  const packFeeds = new Set(pack.feeds.map(({ id }) => id));
  const audience: Audience = async (feed) => (packFeeds.has(feed) ? 'all' : ownFeeds.guildsOf(feed));
  const documented = documentedBy(index, pack.info.defaultDyad);
  const { defaultDyad, timeZone } = pack.info;
  const lastLine = () => lastDocumented(index, defaultDyad, timeZone, clock.now());

  const gather = createGather({
    packName: pack.info.name,
    stories: documents.stories,
    alerts: documents.alerts,
    tellings: documents.tellings,
    documented,
    feedTrouble: async (guild) => {
      const own = new Set((await ownFeeds.list(guild)).map(({ id }) => id));
      const all = await poller.health();
      return all.filter(({ feed }) => packFeeds.has(feed.id) || own.has(feed.id)).flatMap(troubleLine);
    },
    drawStrip,
  });
  const worker = createDelivering({
    ...documents,
    jobs,
    messenger,
    clock,
    log,
    lastDocumented: lastLine,
    composeDigest: composeDigests({ ...documents, gather, clock }),
  });

  const classify = createClassifier(pack.watch);
  const known: Story[] = [];
  for await (const [, story] of documents.stories.entries()) known.push(story);
  const intake = createIntake({
    ...documents,
    classify,
    clusterers: createClusterers((stories) => createClusterer(pack.watch, stories), known),
    audience,
    announce: createAnnounce({ ...documents, jobs, clock }),
    wake: () => worker.wake(),
    log,
  });

  const allow = settings.ALLOW_PRIVATE_FEEDS ? anyAddress : publicOnly;
  const fetcher = createFetcher({ userAgent: parts.userAgent, allow }, clock);
  const parser = createParser();
  const poller: Poller = createPoller({
    sources: () => ownFeeds.watched(),
    states: documents.feeds,
    inbox: intake,
    trouble: createFeedTrouble({
      ...documents,
      jobs,
      audience,
      failing: async () => (await poller.health()).flatMap(failureOf),
      wake: () => worker.wake(),
      log,
    }),
    fetcher,
    parser,
    clock,
    log,
    settings: { interval: settings.POLL_SECONDS * 1000 },
  });
  const digestSchedule = createDigestSchedule({ ...documents, jobs, wake: () => worker.wake() });
  let digestsLooked = 0;
  let digestsLooking: Promise<void> | undefined;

  function digestsDue(): Promise<void> | undefined {
    const now = clock.now();
    if (digestsLooking || now - digestsLooked < digestEvery) return digestsLooking;
    digestsLooked = now;
    digestsLooking = digestSchedule.runDue(now).finally(() => {
      digestsLooking = undefined;
    });
    return digestsLooking;
  }

  return {
    documents,
    jobs,
    classify,
    gather,
    lastDocumented: lastLine,
    messenger,
    wake: () => worker.wake(),
    poller,
    ownFeeds,
    feedTools: { fetcher, parser, clock },
    start: () => worker.start(),
    /** One tick: what is due begins. Never throws. */
    async runDue(): Promise<void> {
      const results = await Promise.allSettled([poller.runDue(), digestsDue()]);
      for (const result of results) {
        if (result.status === 'rejected')
          log.error({ err: result.reason, mend: String(result.reason) }, 'a tick failed');
      }
    },
    async stop(): Promise<void> {
      await poller.close();
      await worker.stop();
      await Promise.all([fetcher.close(), parser.close()]);
    },
  };
}

export type Watch = Awaited<ReturnType<typeof createWatch>>;

function troubleLine({ feed, status, lastError }: FeedHealth): string[] {
  if (status === 'ok' || status === 'new') return [];
  return [`${feed.title}: ${lastError?.message ?? 'stopped'}`];
}

/** Feeds that never worked, or that their publisher has ended, say nothing about our own network. */
function failureOf({ feed, status, lastSuccess, failingSince }: FeedHealth) {
  if (status !== 'failing' || lastSuccess === undefined || failingSince === undefined) return [];
  return [{ feed: feed.id, since: failingSince }];
}
