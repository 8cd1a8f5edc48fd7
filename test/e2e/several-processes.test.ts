import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { emptyGuild, type GuildDocument } from '../../src/alerts/guild.ts';
import { systemClock as clock } from '../../src/clock.ts';
import { createLog } from '../../src/log.ts';
import { type LoopbackDiscord, messageText, startDiscord } from '../../src/playground/discord/index.ts';
import { openRedisStorage } from '../../src/storage/redis-storage.ts';
import { type RedisServer, startRedis } from '../contract/redis-server.ts';
import { BotProcess, packWatching } from './bot-process.ts';
import { type FeedItem, FeedServer } from './feed-server.ts';
import { settingsOf } from './variant.ts';

/** Three stories to each channel are 3,000 deliveries: a minute and more at Discord's rate. */
const size = { guilds: 40, channels: 25 };
/** Between one kill and the next (ms): short enough that all fall into the deliveries. */
const beat = 5000;
/** The work of a process that was killed is another's within this (ms). */
const takeover = 15_000;

const stories: readonly (FeedItem & { readonly words: string })[] = [
  {
    guid: 'november',
    words: 'month-long',
    title: 'Pakistani Taliban and government agree month-long ceasefire, minister announces',
    summary: 'The truce begins today, the information minister said.',
  },
  {
    guid: 'talks',
    words: 'new round',
    title: 'Pakistan, TTP negotiators hold new round of peace talks in Peshawar',
    summary: 'A jirga joined the negotiations, an official says.',
  },
  {
    guid: 'ended',
    words: 'calls off',
    title: 'TTP calls off ceasefire with Pakistan government',
    summary: 'The Pakistani Taliban ended the truce and told its fighters to resume attacks.',
  },
];

/** Requests under Discord's limit over all routes that came within any one second. */
function mostInASecond({ journal }: LoopbackDiscord): number {
  const moments = journal.requests
    .filter(({ path }) => !/^\/(interactions|webhooks)\//.test(path))
    .map(({ at }) => at);
  let from = 0;
  return moments.reduce((most, at, n) => {
    while (moments[from]! <= at - 1000) from++;
    return Math.max(most, n - from + 1);
  }, 0);
}

type Role = 'web' | 'poller' | 'deliverer';

describe('two deliverers, two web processes and a poller on one Redis', { timeout: 400_000 }, () => {
  let redis: RedisServer;
  let queue: Redis;
  let discord: LoopbackDiscord;
  let feeds: FeedServer;
  let folder: ReturnType<typeof packWatching>;
  const processes = new Set<BotProcess>();
  const channels: string[] = [];
  let moderator: string;
  let byHand: string;

  function start(role: Role): BotProcess {
    const bot = new BotProcess({
      ...settingsOf({ transport: 'http' }, discord, redis),
      ROLE: role,
      PACK: folder.pack,
      PORT: '0',
      POLL_SECONDS: '1',
      ALLOW_PRIVATE_FEEDS: 'true',
    });
    processes.add(bot);
    return bot;
  }

  async function end(bot: BotProcess, signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    await bot.end(signal, 10_000);
    processes.delete(bot);
  }

  /** Jobs under way, by whoever: what a killed process leaves is among them. */
  const underWay = () => queue.lrange('trucewatch:deliveries:active', 0, -1);

  /** How long it took (ms) until a job is done or another has it. */
  async function passedOn(job: string, killed: number): Promise<number> {
    const attempts = () => queue.hget(`trucewatch:deliveries:${job}`, 'ats');
    const before = await attempts();
    while (before !== null && (await attempts()) === before && Date.now() - killed < 60_000) await pause(100);
    return Date.now() - killed;
  }

  /** How many channels lack each story, what lies in the queue, and what the processes complained of. */
  async function whatIsMissing() {
    const texts = channels.map((channel) => discord.messages(channel).map(messageText).join());
    const missing = stories.map(({ words }) => texts.filter((text) => !text.includes(words)).length);
    const kinds = ['wait', 'delayed', 'active', 'failed'];
    const keys = kinds.map((kind) => `trucewatch:deliveries:${kind}`);
    const queued = await Promise.all([
      queue.llen(keys[0]!),
      queue.zcard(keys[1]!),
      queue.llen(keys[2]!),
      queue.zcard(keys[3]!),
    ]);
    const complaints = [...processes].flatMap((bot) =>
      bot.output.split('\n').filter((line) => /"level":"(warn|error)"/.test(line)),
    );
    const ended = [...processes].filter(({ exitCode }) => exitCode !== null);
    return {
      missing,
      queued,
      polls: feeds.polls('wire'),
      ended: ended.map(({ output }) => output.slice(-1000)),
      complaints: complaints.slice(-20),
    };
  }

  // Not once for all: tried again, the test begins anew.
  beforeEach(async () => {
    processes.clear();
    channels.length = 0;
    // As the operating guide wants it where nothing may be lost: Redis acknowledges what is on the disk.
    redis = await startRedis({ appendfsync: 'always' });
    queue = new Redis(redis.url, { maxRetriesPerRequest: null });
    queue.on('error', () => {});
    discord = await startDiscord();
    feeds = await FeedServer.start();
    feeds.publish('wire');
    folder = packWatching([{ id: 'wire', title: 'Wire', url: `${feeds.origin}/wire` }]);
    const storage = await openRedisStorage(redis.url, { clock, log: createLog('silent') });
    for (let g = 0; g < size.guilds; g++) {
      const guild = discord.createGuild(`Server ${g}`);
      const own = Array.from(
        { length: size.channels },
        (_, c) => discord.createChannel(guild, `news-${c}`).id,
      );
      channels.push(...own);
      moderator = discord.createUser(`moderator-${g}`, guild, 'ManageChannels').id;
      byHand = own[0]!;
      const subscribed = own.map((channel) => {
        const setting = { topics: 'all', minSources: 1, paused: false, publish: false } as const;
        return [channel, { channel, ...setting, createdBy: moderator, since: 0 }] as const;
      });
      await storage
        .documents<GuildDocument>('guild')
        .set(guild.id, { ...emptyGuild, subscriptions: Object.fromEntries(subscribed) });
    }
    await storage.close();
  });

  afterEach(async () => {
    await Promise.all([...processes].map((bot) => bot.end('SIGKILL')));
    queue.disconnect();
    await feeds.close();
    await discord.close();
    await redis.stop();
    folder.remove();
  });

  test('each kind is killed in turn, Redis starts anew: nothing is lost, doubled or too fast', async () => {
    const deliverers = [start('deliverer'), start('deliverer')] as [BotProcess, BotProcess];
    const webs = [start('web'), start('web')] as [BotProcess, BotProcess];
    let poller = start('poller');
    await Promise.all([...deliverers, ...webs, poller].map((bot) => bot.until('ready', 60_000)));
    await discord.useEndpoint(webs[0].url('/interactions'));
    const ask = (name: string) => discord.command({ user: moderator, channel: byHand }, name);

    const passing: Promise<number>[] = [];
    async function killDeliverer(n: 0 | 1): Promise<void> {
      await end(deliverers[n]);
      const killed = Date.now();
      passing.push(...(await underWay()).map((job) => passedOn(job, killed)));
      deliverers[n] = start('deliverer');
    }
    async function killPoller(): Promise<void> {
      await end(poller);
      poller = start('poller');
    }
    async function killWeb(): Promise<void> {
      await end(webs[0]);
      // A load balancer goes to the other.
      await discord.useEndpoint(webs[1].url('/interactions'));
      expect((await ask('alerts list')).failed).toBe(false);
      webs[0] = start('web');
    }

    const told = () => channels.reduce((sum, channel) => sum + discord.messages(channel).length, 0);
    // The first look at a feed takes what it holds for old.
    await discord.waitFor(() => feeds.polls('wire') >= 3, 30_000);
    const began = Date.now();
    feeds.publish('wire', stories[0]!);
    await discord.waitFor(() => discord.messages(channels[0]!).length > 0, 60_000);
    await killDeliverer(0);
    await pause(beat);
    feeds.publish('wire', stories[1]!);
    await killPoller();
    await pause(beat);
    await killWeb();
    await pause(beat);
    await redis.halt();
    await pause(500);
    await redis.resume();
    await pause(beat);
    feeds.publish('wire', stories[2]!);
    await pause(beat);
    await killDeliverer(1);
    await end(deliverers[0], 'SIGTERM');
    deliverers[0] = start('deliverer');
    await redis.halt('SIGKILL');
    await redis.resume();
    // All of it came to pass while messages went out.
    expect(told()).toBeLessThan(channels.length * stories.length);
    expect((await ask('alerts list')).failed).toBe(false);

    await discord
      .waitFor(() => told() >= channels.length * stories.length, 200_000)
      .catch(async (cause: unknown) => {
        throw new Error(JSON.stringify(await whatIsMissing()), { cause });
      });
    const span = Date.now() - began;
    // Whatever may still come twice has time to.
    await pause(takeover);

    for (const channel of channels) {
      const texts = discord.messages(channel).map(messageText);
      const seen = stories.map(({ words }) => texts.filter((text) => text.includes(words)).length);
      expect({ channel, seen, all: texts.length }).toEqual({ channel, seen: [1, 1, 1], all: 3 });
    }
    const { violations, rateLimited, globallyLimited, invalid } = discord.journal;
    const passed = await Promise.all(passing);
    const slowest = Math.max(...passed);
    console.log({
      messages: told(),
      span,
      rateLimited,
      globallyLimited,
      invalid,
      takenOver: passed.length,
      slowest,
    });
    expect(violations).toEqual([]);
    expect(rateLimited).toBe(0);
    expect(mostInASecond(discord)).toBeLessThanOrEqual(50);
    expect(passed.length).toBeGreaterThan(0);
    expect(slowest).toBeLessThanOrEqual(takeover);

    for (const bot of processes) expect(bot.exitCode, bot.output.slice(-2000)).toBe(null);
    await Promise.all([...processes].map((bot) => bot.end('SIGTERM', 10_000)));
    for (const bot of processes) {
      // What it wrote last may still be on its way.
      await expect
        .poll(() => bot.logged('ending').length, { timeout: 5000, message: bot.output.slice(-2000) })
        .toBe(1);
      expect(bot.logged('shutdown took too long')).toEqual([]);
    }
  });
});
