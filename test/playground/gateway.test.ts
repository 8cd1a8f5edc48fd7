import { ChannelType, Client, Events, GatewayIntentBits } from 'discord.js';
import { expect, onTestFinished, test } from 'vitest';
import { guildForTest, login } from './bot.ts';

test('discord.js logs in and learns guild, channel and its own permissions', async () => {
  const { discord, guild, channel } = await guildForTest();
  const client = await login(discord);
  const seen = await client.channels.fetch(channel.id);
  expect(client.user.id).toBe(discord.bot.id);
  expect(client.guilds.cache.map(({ name }) => name)).toEqual(['Test guild']);
  expect(seen?.type).toBe(ChannelType.GuildText);
  const me = await client.guilds.cache.get(guild.id)!.members.fetchMe();
  expect(me.permissionsIn(channel.id).has(['SendMessages', 'EmbedLinks', 'ReadMessageHistory'])).toBe(true);
  expect(me.permissionsIn(channel.id).has('ManageMessages')).toBe(false);
  expect(discord.journal.violations).toEqual([]);
});

test('a wrong token is refused by REST and gateway', async () => {
  const { discord } = await guildForTest();
  const client = new Client({ intents: [], rest: { api: discord.apiUrl } });
  onTestFinished(() => client.destroy());
  await expect(client.login('not.the.token')).rejects.toThrow(/token/i);
});

test('a privileged intent that the portal did not allow is refused', async () => {
  const { discord } = await guildForTest();
  await expect(login(discord, { intents: [GatewayIntentBits.MessageContent] })).rejects.toThrow(/intent/i);
});

test('after a lost connection discord.js resumes and gets what it missed', async () => {
  const { discord, guild } = await guildForTest();
  const client = await login(discord);
  const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve));
  const created = new Promise<string>((resolve) =>
    client.once(Events.ChannelCreate, ({ name }) => resolve(name)),
  );
  discord.gateway.close();
  discord.createChannel(guild, 'made-meanwhile');
  await resumed;
  expect(await created).toBe('made-meanwhile');
  expect(discord.gateway.identifies).toBe(1);
  expect(discord.gateway.resumes).toBe(1);
});

test('a session that Discord forgot is identified anew', async () => {
  const { discord } = await guildForTest();
  const client = await login(discord);
  // A client that is destroyed while it identifies may wait for ever: its shard is to be ready again.
  const again = new Promise((resolve) => client.once(Events.ShardReady, resolve));
  discord.gateway.forgetSessions();
  discord.gateway.close();
  await again;
  expect(discord.gateway.identifies).toBe(2);
});

test('a removed bot is told, and loses the guild', async () => {
  const { discord, guild } = await guildForTest();
  const client = await login(discord);
  const gone = new Promise<string>((resolve) => client.once(Events.GuildDelete, ({ id }) => resolve(id)));
  discord.removeBot(guild);
  expect(await gone).toBe(guild.id);
  await expect(client.rest.get(`/guilds/${guild.id}`)).rejects.toMatchObject({ code: 10_004 });
});

test('a zombie connection is left: no heartbeat is acknowledged', async () => {
  const { discord } = await guildForTest({ heartbeat: 100 });
  await login(discord);
  discord.gateway.deaf = true;
  await discord.waitFor(() => discord.gateway.resumes === 1);
});
