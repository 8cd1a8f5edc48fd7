import type { Audience } from '../alerts/audience.ts';
import type { Delivery } from '../alerts/delivery.ts';
import { lastDocumented } from '../alerts/last-documented.ts';
import type { Messenger } from '../alerts/messenger.ts';
import type { Clock } from '../clock.ts';
import { documentedBy } from '../digest/documented.ts';
import { createGather, type Gather } from '../digest/gather.ts';
import { createOwnFeeds, type OwnFeeds } from '../feeds/guild-feeds.ts';
import { type FeedHealth, healthOf } from '../feeds/poll/health.ts';
import type { FeedState } from '../feeds/poll/state.ts';
import type { Jobs } from '../jobs.ts';
import type { Log } from '../log.ts';
import { createClassifier } from '../news/classifier.ts';
import type { Settings } from '../settings.ts';
import type { Backend } from './backend.ts';
import { type BotDocuments, openDocuments } from './documents.ts';
import type { LivePack } from './live-pack.ts';
import type { Metrics } from './metrics.ts';
import { toldDocuments } from './told-documents.ts';

export interface CoreParts {
  readonly settings: Settings;
  readonly livePack: LivePack;
  readonly backend: Backend;
  readonly messenger: Messenger;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** What more than one role works with. */
export interface Core extends CoreParts {
  readonly documents: BotDocuments;
  readonly jobs: Jobs<Delivery>;
  readonly ownFeeds: OwnFeeds;
  readonly audience: Audience;
  /** By the pack's vocabulary as it is now, compiled when the first item comes: nobody asks a question for it. */
  readonly classify: ReturnType<typeof createClassifier>;
  /** How each watched feed fares, as stored. */
  feedHealth(): Promise<readonly FeedHealth[]>;
  readonly gather: Gather;
  readonly lastDocumented: () => string | undefined;
}

export function createCore(parts: CoreParts): Core {
  const { livePack, backend, clock } = parts;
  const { guilds, ...others } = openDocuments(backend.storage);
  const documents = { ...others, guilds: toldDocuments(guilds, backend.settingsChanges.tell) };
  const ownFeeds = createOwnFeeds(documents.guildFeeds, () => livePack.current.pack.feeds, clock);
  const classifier = livePack.derived(({ pack }) => createClassifier(pack.watch));
  const packFeeds = livePack.derived(({ pack }) => new Set(pack.feeds.map(({ id }) => id)));

  async function feedHealth(): Promise<readonly FeedHealth[]> {
    const states = new Map<string, FeedState>();
    for await (const [id, state] of documents.feeds.entries()) states.set(id, state);
    return (await ownFeeds.watched()).map((feed) => healthOf(feed, states.get(feed.id)));
  }

  const gather = livePack.derived(({ pack, index }) =>
    createGather({
      packName: pack.info.name,
      stories: documents.stories,
      alerts: documents.alerts,
      tellings: documents.tellings,
      documented: documentedBy(index, pack.info.defaultDyad),
      feedTrouble: async (guild) => {
        const own = new Set((await ownFeeds.list(guild)).map(({ id }) => id));
        const all = await feedHealth();
        return all.filter(({ feed }) => packFeeds().has(feed.id) || own.has(feed.id)).flatMap(troubleLine);
      },
      async drawStrip(strip) {
        const { drawStrip } = await import('../pictures/draw-strip.ts');
        return drawStrip(strip);
      },
    }),
  );

  return {
    ...parts,
    documents,
    jobs: backend.jobs,
    ownFeeds,
    audience: async (feed) => (packFeeds().has(feed) ? 'all' : ownFeeds.guildsOf(feed)),
    classify: (item) => classifier()(item),
    feedHealth,
    gather: (...asked) => gather()(...asked),
    lastDocumented() {
      const { pack, index } = livePack.current;
      return lastDocumented(index, pack.info.defaultDyad, pack.info.timeZone, clock.now());
    },
  };
}

function troubleLine({ feed, status, lastError }: FeedHealth): string[] {
  if (status === 'ok' || status === 'new') return [];
  return [`${feed.title}: ${lastError?.message ?? 'stopped'}`];
}
