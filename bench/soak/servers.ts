import { type GuildDocument, withDigest } from '../../src/alerts/guild.ts';
import { systemClock as clock } from '../../src/clock.ts';
import { createOwnFeeds, type GuildFeeds } from '../../src/feeds/guild-feeds.ts';
import type { LoopbackDiscord } from '../../src/playground/discord/index.ts';
import { openSqliteStorage } from '../../src/storage/sqlite-storage.ts';
import type { FeedServer } from '../../test/e2e/feed-server.ts';
import { subscribedTo } from '../parts/subscribed.ts';
import { type Affair, affairOf } from './affairs.ts';

/** A server that watches feeds of its own, for one affair: so what each of its channels is due is known. */
export interface Server {
  readonly id: string;
  readonly channels: readonly string[];
  /** Of the affair's outlets, in their order. */
  readonly feeds: readonly string[];
  readonly affair: Affair;
  /** Gets one digest, and no alerts. */
  readonly digestChannel?: string;
}

const channelsEach = 5;
const affairEvery = 2500;
/** Of so many servers one has a digest. */
const digestEvery = 5;
const minute = 60_000;

/** So many affairs in a span (ms). */
function affairs(span: number): number {
  return Math.ceil(span / affairEvery);
}

/**
 * Makes the servers, and notes their subscriptions, feeds and digests in a data folder. Digests are due in the
 * minutes of the span (ms) from its second on.
 */
export async function openServers(
  discord: LoopbackDiscord,
  feedServer: FeedServer,
  dataDir: string,
  span: number,
): Promise<Server[]> {
  const storage = await openSqliteStorage(dataDir, { clock });
  const guilds = storage.documents<GuildDocument>('guild');
  const ownFeeds = createOwnFeeds(storage.documents<GuildFeeds>('guild-feeds'), () => [], clock);
  const servers: Server[] = [];
  for (let n = 0; n < affairs(span); n++) {
    const guild = discord.createGuild(`server ${n}`);
    const affair = affairOf(n);
    const channels = Array.from(
      { length: channelsEach },
      (_, at) => discord.createChannel(guild, `news-${at}`).id,
    );
    const digestChannel = n % digestEvery === 0 ? discord.createChannel(guild, 'digest').id : undefined;
    const due = clock.now() + minute * (2 + (n % Math.max(1, Math.floor(span / minute) - 1)));
    const subscribed = subscribedTo(channels);
    await guilds.set(
      guild.id,
      digestChannel ? withDigest(subscribed, digestOf(digestChannel, due)) : subscribed,
    );
    const feeds = Array.from({ length: affair.outlets }, (_, outlet) => `outlet-${n}-${outlet}`);
    for (const feed of feeds) {
      feedServer.publish(feed, {
        guid: `${feed}-old`,
        title: 'Road reopens after repairs',
        summary: 'It took a week.',
      });
      await ownFeeds.add(guild.id, { url: `${feedServer.origin}/${feed}`, title: feed, added: 0 });
    }
    servers.push({ id: guild.id, channels, feeds, affair, ...(digestChannel && { digestChannel }) });
  }
  await storage.close();
  return servers;
}

/** A digest at the minute of `due` (UTC ms). */
function digestOf(channel: string, due: number): Parameters<typeof withDigest>[1] {
  const time = new Date(due).toISOString().slice(11, 16);
  return {
    channel,
    time,
    timeZone: 'UTC',
    whenEmpty: 'line',
    feeds: false,
    createdBy: '1',
    since: clock.now(),
  };
}
