import type { GuildDocument } from '../../src/alerts/guild.ts';
import { systemClock as clock } from '../../src/clock.ts';
import { createOwnFeeds, type GuildFeeds } from '../../src/feeds/guild-feeds.ts';
import type { LoopbackDiscord } from '../../src/playground/discord/index.ts';
import { openSqliteStorage } from '../../src/storage/sqlite-storage.ts';
import type { FeedServer } from '../../test/e2e/feed-server.ts';
import { subscribedTo } from '../parts/subscribed.ts';

/** A server that watches a feed of its own, for one story: so each of its channels is due exactly one message. */
export interface Server {
  readonly id: string;
  readonly channels: readonly string[];
  readonly feed: string;
  readonly story: { readonly title: string; readonly summary: string };
}

const channelsEach = 5;
const storyEvery = 2000;

/** So many stories in a span (ms). */
export function stories(span: number): number {
  return span / storyEvery;
}

/** Makes the servers, and notes their subscriptions and feeds in a data folder. */
export async function openServers(
  discord: LoopbackDiscord,
  feeds: FeedServer,
  dataDir: string,
  count: number,
): Promise<Server[]> {
  const storage = await openSqliteStorage(dataDir, { clock });
  const guilds = storage.documents<GuildDocument>('guild');
  const ownFeeds = createOwnFeeds(storage.documents<GuildFeeds>('guild-feeds'), () => [], clock);
  const servers: Server[] = [];
  for (let n = 0; n < count; n++) {
    const guild = discord.createGuild(`server ${n}`);
    const channels = Array.from(
      { length: channelsEach },
      (_, at) => discord.createChannel(guild, `news-${at}`).id,
    );
    await guilds.set(guild.id, subscribedTo(channels));
    const feed = `outlet-${n}`;
    feeds.publish(feed, {
      guid: `${feed}-old`,
      title: 'Road reopens after repairs',
      summary: 'It took a week.',
    });
    await ownFeeds.add(guild.id, { url: `${feeds.origin}/${feed}`, title: `Outlet ${n}`, added: 0 });
    servers.push({ id: guild.id, channels, feed, story: storyOf(n) });
  }
  await storage.close();
  return servers;
}

function storyOf(n: number): Server['story'] {
  return {
    title: `TTP extends ceasefire with Pakistan until ${1 + (n % 28)} May`,
    summary: 'Both sides said that the talks would go on.',
  };
}
