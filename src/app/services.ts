import type { AboutFacts } from '../../commands/about.ts';
import { type StatusServices, statusAnswer } from '../../commands/ceasefire.ts';
import type { Services } from '../../commands/index.ts';
import type { ChannelAccessOf } from '../alerts/channel-access.ts';
import type { CommandDefinition } from '../command.ts';
import { sayDay } from '../knowledge/wording/dates.ts';
import type { Core } from './core.ts';
import type { FeedTools } from './feed-tools.ts';
import type { GuildData } from './guild-data.ts';
import { operationsOf } from './operations.ts';
import { createRecentStories } from './recent-stories.ts';

export interface ServiceParts {
  readonly core: Core;
  readonly feedTools: FeedTools;
  readonly guildData: GuildData;
  readonly version: string;
  readonly channelAccess: ChannelAccessOf;
  readonly definitions: readonly CommandDefinition[];
  /** Called when deliveries were queued. */
  readonly wake: () => void;
}

/** What the commands need, from the parts of the app and the pack as it is now. */
export function createServices(parts: ServiceParts): Services {
  const { core, feedTools, guildData, channelAccess, definitions, wake } = parts;
  const { settings, livePack, documents, jobs, messenger, lastDocumented, gather, clock, log } = core;
  const { pack, index } = livePack.current;
  const status: StatusServices = {
    packInfo: pack.info,
    index,
    clock,
    reports: createRecentStories(documents.stories, clock),
  };
  return {
    ...status,
    definitions,
    packName: pack.info.name,
    vocabulary: pack.ask,
    async drawTimeline(timeline) {
      const { drawTimeline } = await import('../pictures/draw-timeline.ts');
      return drawTimeline(timeline, pack.version);
    },
    about: aboutFacts(parts),
    isOperator: (user) => settings.OWNER_IDS.includes(user),
    operations: () => operationsOf(core),
    deleteServerData: guildData.delete,
    alerting: {
      ...documents,
      jobs,
      messenger,
      channelAccess,
      clock,
      log,
      wake,
      lastDocumented,
      context: () => statusAnswer({}, status),
    },
    digesting: { ...documents, channelAccess, clock, gather, timeZone: pack.info.timeZone },
    feeds: {
      pack: pack.feeds,
      own: core.ownFeeds,
      health: core.feedHealth,
      async discover(address) {
        // With the libraries that read pages, which nothing else needs here.
        const { discoverFeed } = await import('../feeds/discover.ts');
        return discoverFeed(address, feedTools);
      },
      classify: core.classify,
      now: () => clock.now(),
    },
  };
}

function aboutFacts({ core, version }: ServiceParts): AboutFacts {
  const { pack, index } = core.livePack.current;
  return {
    version,
    packName: pack.info.name,
    documents: pack.dataset.sources.length,
    claims: pack.dataset.claims.length,
    feeds: pack.feeds.length,
    horizons: pack.info.dyads.map(({ id, name }) => {
      const horizon = index.dyads.get(id)?.horizon;
      return { dyad: name, lastDay: horizon ? sayDay(horizon) : 'nothing documented' };
    }),
  };
}
