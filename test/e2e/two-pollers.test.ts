import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock as clock } from '../../src/clock.ts';
import { createLog } from '../../src/log.ts';
import type { Story } from '../../src/news/story.ts';
import { type LoopbackDiscord, startDiscord } from '../../src/playground/discord/index.ts';
import { openRedisStorage } from '../../src/storage/redis-storage.ts';
import { type RedisServer, startRedis } from '../contract/redis-server.ts';
import { BotProcess, packWatching } from './bot-process.ts';
import { FeedServer } from './feed-server.ts';
import { settingsOf } from './variant.ts';

const outlets = Array.from({ length: 8 }, (_, n) => `outlet-${n}`);

describe('two pollers on one Redis', { timeout: 120_000 }, () => {
  let redis: RedisServer;
  let discord: LoopbackDiscord;
  let feeds: FeedServer;
  let folder: ReturnType<typeof packWatching>;
  const processes: BotProcess[] = [];
  /** A digest is due there in 15 to 75 s. */
  let digests: string;

  beforeAll(async () => {
    redis = await startRedis();
    discord = await startDiscord();
    feeds = await FeedServer.start();
    for (const outlet of outlets) feeds.publish(outlet);
    folder = packWatching(
      outlets.map((id) => ({ id, title: id.replace('o', 'O'), url: `${feeds.origin}/${id}` })),
    );
    for (const role of ['web', 'deliverer', 'poller', 'poller'])
      processes.push(
        new BotProcess({
          ...settingsOf({ transport: 'gateway' }, discord, redis),
          ROLE: role,
          PACK: folder.pack,
          PORT: '0',
          POLL_SECONDS: '2',
          ALLOW_PRIVATE_FEEDS: 'true',
        }),
      );
    await Promise.all(processes.map((bot) => bot.until('ready', 60_000)));
  }, 90_000);

  afterAll(async () => {
    await Promise.all(processes.map((bot) => bot.end('SIGKILL')));
    await feeds.close();
    await discord.close();
    await redis.stop();
    folder.remove();
  });

  const polled = () => outlets.map((outlet) => feeds.polls(outlet));
  const logged = (message: string) => processes.map((bot) => bot.logged(message).length);

  async function stories(): Promise<Story[]> {
    const storage = await openRedisStorage(redis.url, { clock, log: createLog('silent') });
    const found: Story[] = [];
    for await (const [, story] of storage.documents<Story>('story').entries()) found.push(story);
    await storage.close();
    return found;
  }

  test('what eight outlets report at once is one story and one message, whoever read them', async () => {
    const guild = discord.createGuild('Server');
    const news = discord.createChannel(guild, 'news').id;
    const moderator = discord.createUser('moderator', guild, 'ManageChannels').id;
    digests = discord.createChannel(guild, 'digests').id;
    const time = new Date(Date.now() + 75_000).toISOString().slice(11, 16);
    await discord.command({ user: moderator, channel: digests }, 'digest set', { time, timezone: 'UTC' });
    await discord.command({ user: moderator, channel: news }, 'alerts subscribe');
    await discord.waitFor(() => polled().every((count) => count >= 2), 30_000);
    for (const [n, outlet] of outlets.entries())
      feeds.publish(outlet, {
        guid: `extension-${n}`,
        title: `TTP extends ceasefire with Pakistan until May 30${n % 2 ? ', spokesman says' : ''}`,
        summary:
          'The Pakistani Taliban extended the truce with the government until 30 May, a statement says.',
      });
    await discord.waitFor(() => discord.messages(news).length > 0, 30_000);
    const before = polled();
    await discord.waitFor(() => polled().every((count, n) => count >= before[n]! + 2), 30_000);

    const told = await stories();
    expect(told).toHaveLength(1);
    expect(told[0]!.reports.map(({ outlet }) => outlet).toSorted()).toEqual(
      outlets.map((id) => id.replace('o', 'O')).toSorted(),
    );
    expect(told[0]!.version).toBe(outlets.length);
    expect(discord.messages(news)).toHaveLength(1);
  });

  test('each feed is asked by one of them at a time, once an interval, and both do their part', async () => {
    const began = Date.now();
    const before = polled();
    await discord.waitFor(() => polled().every((count, n) => count >= before[n]! + 4), 60_000);
    // An interval is shortened by a tenth at most, and ticks come once a second.
    const most = (Date.now() - began) / 1800 + 2;
    for (const [n, count] of polled().entries()) expect(count - before[n]!).toBeLessThanOrEqual(most);
    expect(
      logged('polling feeds')
        .slice(2)
        .every((count) => count > 0),
    ).toBe(true);
    expect(discord.journal.violations).toEqual([]);
  });

  test('the feeds that a poller held when it was killed are the other’s within 15 s', async () => {
    const [one, other] = processes.slice(-2) as [BotProcess, BotProcess];
    other.signal('SIGSTOP');
    feeds.hang();
    const before = polled();
    const asked = () => polled().flatMap((count, n) => (count > before[n]! ? [n] : []));
    // As many as are asked of one host at once.
    await discord.waitFor(() => asked().length === 2, 40_000);
    const held = asked();
    processes.splice(processes.indexOf(one), 1);
    await one.end('SIGKILL');
    feeds.goOn();
    const counts = polled();
    other.signal('SIGCONT');
    await discord.waitFor(() => held.every((n) => polled()[n]! > counts[n]!), 15_000);
  });

  test('a digest that both look for is posted once', async () => {
    await discord.waitForMessage(digests, () => true, 90_000);
    // Both look every ten seconds.
    await new Promise((resolve) => setTimeout(resolve, 12_000));
    expect(discord.messages(digests)).toHaveLength(1);
    expect(discord.journal.violations).toEqual([]);
  });
});
