import type { AboutFacts } from '../../commands/about.ts';
import { type StatusServices, statusAnswer } from '../../commands/ceasefire.ts';
import type { Services } from '../../commands/index.ts';
import type { ChannelAccessOf } from '../alerts/channel-access.ts';
import { isVisibleTo } from '../alerts/visible.ts';
import type { Clock } from '../clock.ts';
import type { CommandDefinition } from '../command.ts';
import { discoverFeed } from '../feeds/discover.ts';
import type { DatasetIndex } from '../knowledge/dataset-index.ts';
import { sayDay } from '../knowledge/wording/dates.ts';
import type { Log } from '../log.ts';
import type { Story } from '../news/story.ts';
import type { Pack } from '../pack.ts';
import { drawTimeline } from '../pictures/draw-timeline.ts';
import type { Settings } from '../settings.ts';
import { operationsOf } from './operations.ts';
import type { Watch } from './watch.ts';

export interface ServiceParts {
  readonly settings: Settings;
  readonly version: string;
  readonly pack: Pack;
  readonly index: DatasetIndex;
  readonly watch: Watch;
  readonly channelAccess: ChannelAccessOf;
  readonly clock: Clock;
  readonly log: Log;
  readonly definitions: readonly CommandDefinition[];
}

/** What the commands need, from the parts of the app. */
export function createServices(parts: ServiceParts): Services {
  const { settings, pack, index, watch, channelAccess, clock, log, definitions } = parts;
  const { documents, jobs, messenger, lastDocumented, wake, gather } = watch;
  const status: StatusServices = {
    packInfo: pack.info,
    index,
    clock,
    reports: (since) => storiesSince(watch, since),
  };
  return {
    ...status,
    definitions,
    packName: pack.info.name,
    vocabulary: pack.ask,
    drawTimeline,
    about: aboutFacts(parts),
    isOperator: (user) => settings.OWNER_IDS.includes(user),
    operations: () => operationsOf(watch),
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
      own: watch.ownFeeds,
      health: () => watch.poller.health(),
      discover: (address) => discoverFeed(address, watch.feedTools),
      classify: watch.classify,
      now: () => clock.now(),
    },
  };
}

/** Without those of servers' own feeds: who asks is not known here. */
async function storiesSince({ documents }: Watch, since: number): Promise<readonly Story[]> {
  const found: Story[] = [];
  for await (const [, story] of documents.stories.entries())
    if (story.last >= since && isVisibleTo(story, undefined)) found.push(story);
  return found.sort((a, b) => b.last - a.last);
}

function aboutFacts({ pack, index, version }: ServiceParts): AboutFacts {
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
