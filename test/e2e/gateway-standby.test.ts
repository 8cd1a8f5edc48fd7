import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LoopbackDiscord, startDiscord } from '../../src/playground/discord/index.ts';
import { type RedisServer, startRedis } from '../contract/redis-server.ts';
import { BotProcess, packWatching } from './bot-process.ts';
import { settingsOf } from './variant.ts';

describe('two web processes that could connect to the gateway', { timeout: 120_000 }, () => {
  let redis: RedisServer;
  let discord: LoopbackDiscord;
  const folder = packWatching([]);
  const processes: BotProcess[] = [];

  function start(settings: Record<string, string> = {}): BotProcess {
    const bot = new BotProcess({
      ...settingsOf({ transport: 'gateway' }, discord, redis),
      ROLE: 'web',
      PACK: folder.pack,
      PORT: '0',
      ...settings,
    });
    processes.push(bot);
    return bot;
  }

  beforeAll(async () => {
    redis = await startRedis();
    discord = await startDiscord();
  });

  afterAll(async () => {
    await Promise.all(processes.map((bot) => bot.end('SIGKILL')));
    await discord.close();
    await redis.stop();
    folder.remove();
  });

  test('one connects, the other stands by and takes over when the first is killed or ends', async () => {
    const guild = discord.createGuild('Server');
    const channel = discord.createChannel(guild, 'general');
    const reader = discord.createUser('reader', guild).id;
    const answered = async () => {
      const { failed, text } = await discord.command({ user: reader, channel: channel.id }, 'help');
      return !failed && text.includes('/ceasefire');
    };
    const first = start();
    await first.until('ready');
    const second = start();
    await second.until('waiting for the gateway: one process at a time connects to it');
    expect((await fetch(second.url('/readyz'))).status).toBe(503);
    expect(await answered()).toBe(true);
    expect(second.logged('ready')).toEqual([]);

    await first.end('SIGKILL');
    await second.until('ready', 30_000);
    expect(await answered()).toBe(true);

    const third = start();
    await third.until('waiting for the gateway: one process at a time connects to it');
    await second.end('SIGTERM', 10_000);
    expect(second.logged('shutdown took too long')).toEqual([]);
    await third.until('ready', 5000);
    expect(await answered()).toBe(true);

    const fourth = start();
    await fourth.until('waiting for the gateway: one process at a time connects to it');
    await fourth.end('SIGTERM', 10_000);
    await expect.poll(() => fourth.logged('ending').length).toBe(1);
    expect(discord.journal.violations).toEqual([]);
  });

  test('a part of the work alone is refused without Redis, with a word on what to do', async () => {
    const bot = start({ ROLE: 'poller', REDIS_URL: '' });
    expect(await bot.ended()).toBe(78);
    expect(bot.output).toContain('REDIS_URL');
    expect(bot.output).not.toContain('    at ');
  });

  test('a Redis that is not there is named, without its password', async () => {
    const bot = start({ ROLE: 'deliverer', REDIS_URL: 'redis://bot:hidden-word@127.0.0.1:1/0' });
    expect(await bot.ended()).toBe(1);
    expect(bot.output).toContain('127.0.0.1:1');
    expect(bot.output).not.toContain('hidden-word');
    expect(bot.output).not.toContain('    at ');
  });
});
