import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LoopbackDiscord, startDiscord } from '../../src/playground/discord/index.ts';
import { type RedisServer, startRedis } from '../contract/redis-server.ts';
import { BotProcess, packWatching } from './bot-process.ts';
import { settingsOf } from './variant.ts';

describe('SIGTERM', { timeout: 120_000 }, () => {
  let redis: RedisServer;
  let discord: LoopbackDiscord;
  const folder = packWatching([]);
  const processes: BotProcess[] = [];

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

  test('ends a process of each role in time, also while Redis is away', async () => {
    for (const role of ['web', 'poller', 'deliverer', 'all'])
      processes.push(
        new BotProcess({
          ...settingsOf({ transport: 'http' }, discord, redis),
          ROLE: role,
          PACK: folder.pack,
          PORT: '0',
          POLL_SECONDS: '1',
        }),
      );
    await Promise.all(processes.map((bot) => bot.until('ready', 60_000)));
    await redis.halt();
    await pause(3000);
    // Ten seconds, and a little for npm around the process.
    await Promise.all(processes.map((bot) => bot.end('SIGTERM', 12_000)));
    for (const bot of processes)
      await expect.poll(() => bot.logged('ending').length, { message: bot.output.slice(-2000) }).toBe(1);
  });
});
