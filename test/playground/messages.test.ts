import { PermissionFlagsBits, Routes } from 'discord.js';
import { expect, test } from 'vitest';
import { guildForTest, login, restOf } from './bot.ts';

test('a message with a file goes out, is edited, listed and deleted', async () => {
  const { discord, channel } = await guildForTest();
  const client = await login(discord);
  const room = await client.channels.fetch(channel.id);
  if (!room?.isSendable()) throw new Error('not sendable');
  const sent = await room.send({
    content: 'first',
    files: [{ attachment: Buffer.from('a,b'), name: 'list.csv', description: 'a list' }],
  });
  expect(sent.attachments.first()).toMatchObject({ name: 'list.csv', size: 3, description: 'a list' });
  await sent.edit('second');
  expect(discord.messages(channel.id)).toMatchObject([{ content: 'second', attachments: [{ size: 3 }] }]);
  expect(discord.edits(channel.id, sent.id)).toMatchObject([{ content: 'first' }]);
  await sent.delete();
  await expect(sent.edit('third')).rejects.toMatchObject({ code: 10_008 });
  expect(discord.journal.violations).toEqual([]);
});

test('history is paged by after, before and around, newest first', async () => {
  const { discord, channel } = await guildForTest({ rateLimits: { channel: { limit: 50, window: 1000 } } });
  const rest = restOf(discord);
  const ids: string[] = [];
  for (const content of ['a', 'b', 'c', 'd', 'e']) {
    const made = (await rest.post(Routes.channelMessages(channel.id), { body: { content } })) as {
      id: string;
    };
    ids.push(made.id);
  }
  const list = async (query: Record<string, string>): Promise<string> => {
    const options = { query: new URLSearchParams(query) };
    const found = (await rest.get(Routes.channelMessages(channel.id), options)) as { content: string }[];
    return found.map(({ content }) => content).join('');
  };
  expect(await list({})).toBe('edcba');
  expect(await list({ limit: '2' })).toBe('ed');
  expect(await list({ after: ids[1]!, limit: '2' })).toBe('dc');
  expect(await list({ before: ids[3]!, limit: '2' })).toBe('cb');
  expect(await list({ around: ids[2]!, limit: '3' })).toBe('dcb');
  await expect(list({ limit: '101' })).rejects.toMatchObject({ code: 50_035 });
});

test('an enforced nonce makes one message, until it is forgotten', async () => {
  let now = Date.now();
  const { discord, channel } = await guildForTest({ now: () => now, nonceWindow: 60_000 });
  const rest = restOf(discord);
  const send = (nonce: string, enforce_nonce = true) =>
    rest.post(Routes.channelMessages(channel.id), {
      body: { content: 'once', nonce, enforce_nonce },
    }) as Promise<{
      id: string;
    }>;
  const first = await send('n1');
  now += 10_000;
  expect((await send('n1')).id).toBe(first.id);
  expect((await send('n1', false)).id).not.toBe(first.id);
  expect(discord.messages(channel.id).some((message) => 'nonce' in message)).toBe(false);
  discord.deleteMessage(channel.id, first.id);
  now += 40_000;
  await send('n2');
  discord.nonceWindow = 1;
  now += 2;
  await send('n2');
  expect(discord.messages(channel.id)).toHaveLength(3);
});

test('a nonce whose message was deleted answers Unknown Message', async () => {
  const { discord, channel } = await guildForTest();
  const rest = restOf(discord);
  const body = { content: 'once', nonce: 'n', enforce_nonce: true };
  const made = (await rest.post(Routes.channelMessages(channel.id), { body })) as { id: string };
  discord.deleteMessage(channel.id, made.id);
  await expect(rest.post(Routes.channelMessages(channel.id), { body })).rejects.toMatchObject({
    code: 10_008,
  });
});

test('what the bot may not do, it is refused', async () => {
  const { discord, channel } = await guildForTest();
  const rest = restOf(discord);
  const route = Routes.channelMessages(channel.id);
  const embed = { body: { embeds: [{ title: 'A card' }] } };
  const { id } = (await rest.post(route, { body: { content: 'before' } })) as { id: string };
  discord.deny(channel.id, 'EmbedLinks');
  await expect(rest.post(route, embed)).rejects.toMatchObject({ status: 403, code: 50_013 });
  discord.deny(channel.id, 'AttachFiles');
  const files = [{ name: 'a.txt', data: Buffer.from('a') }];
  await expect(rest.post(route, { body: {}, files })).rejects.toMatchObject({ code: 50_013 });
  discord.deny(channel.id, 'SendMessages');
  await expect(rest.post(route, { body: { content: 'a' } })).rejects.toMatchObject({ code: 50_013 });
  await rest.patch(Routes.channelMessage(channel.id, id), {
    body: { content: 'editing needs no permission' },
  });
  discord.deny(channel.id, 'ReadMessageHistory');
  expect(await rest.get(route)).toEqual([]);
  discord.deny(channel.id, 'ViewChannel');
  await expect(rest.get(Routes.channel(channel.id))).rejects.toMatchObject({ code: 50_001 });
  discord.deleteChannel(channel.id);
  await expect(rest.get(Routes.channel(channel.id))).rejects.toMatchObject({ status: 404, code: 10_003 });
  expect(discord.journal.invalid).toBe(4);
});

test('permissions follow roles and overwrites', async () => {
  const { discord, guild, channel, user } = await guildForTest();
  const manager = discord.createUser('Manager', guild, 'ManageChannels');
  const has = (id: string): boolean =>
    (discord.world.permissions(channel, id) & PermissionFlagsBits.ManageChannels) !== 0n;
  expect([has(user.id), has(manager.id), has(guild.ownerId)]).toEqual([false, true, true]);
  const role = guild.members.get(manager.id)!.roles[0]!;
  channel.overwrites.set(role, { of: 'role', allow: 0n, deny: PermissionFlagsBits.ManageChannels });
  expect(has(manager.id)).toBe(false);
  channel.overwrites.set(manager.id, { of: 'member', allow: PermissionFlagsBits.ManageChannels, deny: 0n });
  expect(has(manager.id)).toBe(true);
});

test('a wrong token is 401, an unknown route 404', async () => {
  const { discord } = await guildForTest();
  const rest = restOf(discord);
  await expect(rest.get('/no/such/route')).rejects.toMatchObject({ status: 404 });
  expect(discord.journal.violations).toMatchObject([{ kind: 'route', where: 'GET /no/such/route' }]);
  await expect(rest.setToken('another').get(Routes.user())).rejects.toMatchObject({ status: 401 });
});
