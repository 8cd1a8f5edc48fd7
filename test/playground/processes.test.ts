import { Client, Events, GatewayIntentBits, Routes } from 'discord.js';
import { expect, onTestFinished, test } from 'vitest';
import { discordForTest, guildForTest, restOf } from './bot.ts';

/** Two guilds whose ids lie far enough apart to fall into two shards. */
async function twoGuilds() {
  let now = Date.now();
  const discord = await discordForTest({ now: () => now });
  const guilds = ['One', 'Two'].map((name) => {
    now += 1;
    const guild = discord.createGuild(name);
    const channel = discord.createChannel(guild, 'general');
    return { guild, channel, person: { user: discord.createUser(name, guild).id, channel: channel.id } };
  });
  return { discord, guilds: guilds.sort((a, b) => shardOf(a.guild.id) - shardOf(b.guild.id)) };
}

function shardOf(guild: string): number {
  return Number((BigInt(guild) >> 22n) % 2n);
}

async function loginShard(api: string, token: string, shard: number): Promise<Client<true>> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    shards: [shard],
    shardCount: 2,
    rest: { api },
  });
  onTestFinished(() => client.destroy());
  const ready = new Promise<Client<true>>((resolve) => {
    client.once(Events.ClientReady, resolve);
  });
  await client.login(token);
  return ready;
}

test('processes that log in as shards share the guilds, each with its own', async () => {
  const { discord, guilds } = await twoGuilds();
  const { apiUrl, token } = discord;
  const clients = await Promise.all([0, 1].map((shard) => loginShard(apiUrl, token, shard)));
  expect(clients.map(({ guilds }) => [...guilds.cache.keys()])).toEqual(
    guilds.map(({ guild }) => [guild.id]),
  );
  const path = `/applications/${discord.bot.id}/commands` as const;
  await restOf(discord).put(path, { body: [{ name: 'who', description: 'Answers' }] });
  for (const [shard, client] of clients.entries())
    client.on(Events.InteractionCreate, (interaction) => {
      if (interaction.isChatInputCommand()) void interaction.reply(`shard ${shard}`);
    });
  for (const [shard, { person }] of guilds.entries())
    expect((await discord.command(person, 'who')).text).toBe(`shard ${shard}`);
  expect(discord.journal.violations).toEqual([]);
});

test('processes that log in alike both get everything, and the second answer is one too many', async () => {
  const { discord, person, guild } = await guildForTest();
  const clients = await Promise.all(
    [1, 2].map(async () => {
      const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: discord.apiUrl } });
      onTestFinished(() => client.destroy());
      await client.login(discord.token);
      return client;
    }),
  );
  await discord.waitFor(() => clients.every((client) => client.guilds.cache.has(guild.id)));
  const path = `/applications/${discord.bot.id}/commands` as const;
  await restOf(discord).put(path, { body: [{ name: 'who', description: 'Answers' }] });
  const refused: unknown[] = [];
  for (const client of clients)
    client.on(Events.InteractionCreate, (interaction) => {
      if (interaction.isChatInputCommand()) interaction.reply('me').catch((error) => refused.push(error));
    });
  expect((await discord.command(person, 'who')).text).toBe('me');
  await discord.waitFor(() => refused.length === 1);
  expect(refused).toMatchObject([{ code: 40_060 }]);
});

test('the global limit counts all clients together, over any second, and what failed as well', async () => {
  let now = Date.now();
  const discord = await discordForTest({
    now: () => now,
    rateLimits: { global: { limit: 4, window: 1000 } },
  });
  discord.faults.add({ match: /users/, effect: 'error', status: 503, times: 1 });
  const headers = { Authorization: `Bot ${discord.token}` };
  const ask = async () => (await fetch(`${discord.apiUrl}/v10/users/@me`, { headers })).status;
  const rest = restOf(discord);
  const other = async () => {
    await rest.get(Routes.gatewayBot());
    return 200;
  };
  const at = async (ms: number, request: () => Promise<number>) => {
    now += ms;
    return request();
  };
  expect(await at(0, ask)).toBe(503);
  expect(await at(300, other)).toBe(200);
  expect(await at(300, ask)).toBe(200);
  expect(await at(300, other)).toBe(200);
  // 900 ms after the first: one too many in this second; 1,000 ms after it there is room again.
  expect(await at(0, ask)).toBe(429);
  expect(await at(100, ask)).toBe(200);
  expect(await at(100, ask)).toBe(429);
  expect(discord.journal).toMatchObject({ rateLimited: 2, globallyLimited: 2 });
});

test('what one client posted with a nonce, another gets back', async () => {
  const { discord, channel } = await guildForTest();
  const body = { content: 'once', nonce: 'same', enforce_nonce: true };
  const posts = [restOf(discord), restOf(discord)].map((rest) =>
    rest.post(Routes.channelMessages(channel.id), { body }),
  );
  const ids = (await Promise.all(posts)).map((message) => (message as { id: string }).id);
  expect(new Set(ids).size).toBe(1);
  expect(discord.messages(channel.id)).toHaveLength(1);
});
