import { REST, RESTEvents, Routes } from 'discord.js';
import { expect, test } from 'vitest';
import { guildForTest, login, restOf } from './bot.ts';

test('headers keep discord.js within the limits of a channel', async () => {
  const { discord, channel } = await guildForTest({ rateLimits: { channel: { limit: 2, window: 40 } } });
  const client = await login(discord);
  const room = await client.channels.fetch(channel.id);
  if (!room?.isSendable()) throw new Error('not sendable');
  for (let i = 0; i < 5; i += 1) await room.send(`message ${i}`);
  expect(discord.messages(channel.id)).toHaveLength(5);
  expect(discord.journal.rateLimited).toBe(0);
});

test('one request too many is 429 with Retry-After, and counts as invalid', async () => {
  const now = Date.now();
  const { discord, channel } = await guildForTest({
    now: () => now,
    rateLimits: { channel: { limit: 1, window: 5000 } },
  });
  const headers = { Authorization: `Bot ${discord.token}`, 'Content-Type': 'application/json' };
  const post = () =>
    fetch(`${discord.apiUrl}/v10/channels/${channel.id}/messages`, {
      method: 'POST',
      headers,
      body: '{"content":"a"}',
    });
  expect((await post()).status).toBe(200);
  const refused = await post();
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe('5');
  expect(refused.headers.get('x-ratelimit-scope')).toBe('user');
  expect(await refused.json()).toMatchObject({ retry_after: 5, global: false });
  expect(discord.journal).toMatchObject({ rateLimited: 1, invalid: 1 });
});

test('the global limit holds over all routes, but not for interactions', async () => {
  const now = Date.now();
  const { discord } = await guildForTest({
    now: () => now,
    rateLimits: { global: { limit: 2, window: 1000 } },
  });
  const headers = { Authorization: `Bot ${discord.token}` };
  const get = (path: string) => fetch(`${discord.apiUrl}/v10${path}`, { headers });
  const paths = ['/users/@me', '/gateway/bot', '/users/@me/guilds', '/webhooks/1/none/messages/@original'];
  const statuses: number[] = [];
  for (const path of paths) statuses.push((await get(path)).status);
  expect(statuses).toEqual([200, 200, 429, 404]);
});

test('faults: an error before, a cut after, and a share of requests', async () => {
  const { discord, channel } = await guildForTest({ rateLimits: { channel: { limit: 10, window: 5000 } } });
  const rest = restOf(discord);
  const send = () => rest.post(Routes.channelMessages(channel.id), { body: { content: 'a' } });
  const post = /^POST .*messages$/;
  discord.faults.add({ match: post, effect: 'error', status: 503, times: 1 });
  await expect(send()).rejects.toMatchObject({ status: 503 });
  expect(discord.messages(channel.id)).toHaveLength(0);
  discord.faults.add({ match: post, effect: 'cut', when: 'after', times: 1 });
  await expect(send()).rejects.toThrow();
  expect(discord.messages(channel.id)).toHaveLength(1);
  const end = discord.faults.add({ match: post, effect: 'error', percent: 50 });
  const results = [];
  for (let i = 0; i < 4; i += 1)
    results.push(
      await send().then(
        () => 'sent',
        () => 'failed',
      ),
    );
  expect(results).toEqual(['sent', 'failed', 'sent', 'failed']);
  end();
});

test('a hanging request ends with the client’s own time-out', async () => {
  const { discord } = await guildForTest();
  discord.faults.add({ match: /users/, effect: 'hang' });
  const rest = new REST({ api: discord.apiUrl, retries: 0, timeout: 50 }).setToken(discord.token);
  await expect(rest.get(Routes.user())).rejects.toThrow(/abort/i);
});

test('while Discord is away nothing gets through; afterwards discord.js finds its way back', async () => {
  const { discord } = await guildForTest();
  await login(discord);
  discord.goAway();
  await expect(restOf(discord).get(Routes.user())).rejects.toThrow();
  discord.comeBack();
  expect(await restOf(discord).get(Routes.user())).toMatchObject({ id: discord.bot.id });
  await discord.waitFor(() => discord.gateway.connected);
});

test('discord.js waits out a 429', async () => {
  const { discord, channel } = await guildForTest({ rateLimits: { channel: { limit: 1, window: 30 } } });
  const [one, two] = [restOf(discord), restOf(discord)];
  let waited = 0;
  for (const rest of [one, two]) rest.on(RESTEvents.RateLimited, () => (waited += 1));
  const send = (rest: REST) => rest.post(Routes.channelMessages(channel.id), { body: { content: 'a' } });
  await Promise.all([send(one), send(two)]);
  expect(discord.messages(channel.id)).toHaveLength(2);
  expect(waited).toBe(discord.journal.rateLimited);
});
