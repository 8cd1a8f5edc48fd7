import type { Documents } from '../documents.ts';
import type { Jobs } from '../jobs.ts';
import type { Audience } from './audience.ts';
import { inChunks } from './chunks.ts';
import { type Delivery, jobOf } from './delivery.ts';
import type { GuildDocument } from './guild.ts';
import type { Log } from './log.ts';

interface Feed {
  readonly id: string;
  readonly title: string;
}

interface Trouble {
  /** UTC milliseconds. */
  readonly since: number;
  /** In words, for people. */
  readonly message: string;
  /** The publisher has ended the feed. */
  readonly final: boolean;
  /** The feed has worked before: channels may depend on it. */
  readonly received: boolean;
}

export interface FeedTroubleOptions {
  readonly guilds: Documents<GuildDocument>;
  readonly jobs: Jobs<Delivery>;
  readonly audience: Audience;
  /** The feeds that worked before and fail now. */
  readonly failing: () => Promise<readonly { readonly feed: string; readonly since: number }[]>;
  /** Called when deliveries were queued. */
  readonly wake: () => void;
  readonly log: Log;
}

const hour = 3_600_000;
/** So many feeds that break within an hour of each other have their trouble in common: it is our own. */
const atOnce = 3;
/** Servers that are told in one write. */
const chunkSize = 100;

/**
 * Tells the channels that depend on a feed, and the operator, that it fails for long and that it is back. Calls may
 * repeat, with the same `since`: it is told once.
 */
export function createFeedTrouble(options: FeedTroubleOptions) {
  const { guilds, jobs, audience, failing, wake, log } = options;

  /** Whether more feeds broke within the hour than have a trouble each. A server's own do not count for others. */
  async function isOurs(feed: Feed, { since }: Trouble): Promise<boolean> {
    const own = (await audience(feed.id)) !== 'all';
    let near = 0;
    for (const other of await failing()) {
      if (Math.abs(other.since - since) > hour) continue;
      if (own || (await audience(other.feed)) === 'all') near++;
    }
    return near > atOnce;
  }

  async function queue(feed: Feed, about: (guild: string, channel: string) => Delivery): Promise<void> {
    const told = await audience(feed.id);
    let any = false;
    for await (const chunk of inChunks(guilds.entries(), chunkSize)) {
      const deliveries = chunk.flatMap(([guild, { subscriptions, suspensions }]) => {
        if (told !== 'all' && !told.includes(guild)) return [];
        const open = Object.values(subscriptions).filter(
          ({ channel, paused }) => !paused && !suspensions[channel],
        );
        return open.map(({ channel }) => about(guild, channel));
      });
      if (deliveries.length === 0) continue;
      await jobs.addAll(deliveries.map((delivery) => jobOf(delivery)));
      any = true;
    }
    if (any) wake();
  }

  return {
    /** @returns whether that settles it; otherwise it is to be reported again while it lasts. */
    async onTrouble(feed: Feed, trouble: Trouble): Promise<boolean> {
      const { since, message: cause, final, received } = trouble;
      const ours = received && !final && (await isOurs(feed, trouble));
      const mend = final ? 'remove the feed or find its new address' : 'see docs/feeds.md';
      log.error(
        {
          feed: feed.id,
          since: new Date(since).toISOString(),
          cause,
          mend: ours ? 'many feeds broke within an hour: look at the network that the bot is in' : mend,
        },
        'a feed fails for long',
      );
      if (ours) return false;
      if (received)
        await queue(feed, (guild, channel) => ({
          kind: 'feed_down',
          guild,
          channel,
          feed: feed.id,
          title: feed.title,
          since,
          cause,
          final,
        }));
      return true;
    },

    async onRecovery(feed: Feed, { since }: Pick<Trouble, 'since'>): Promise<void> {
      log.info({ feed: feed.id, since: new Date(since).toISOString() }, 'a feed is back');
      await queue(feed, (guild, channel) => ({
        kind: 'feed_back',
        guild,
        channel,
        feed: feed.id,
        title: feed.title,
        since,
      }));
    },
  };
}
