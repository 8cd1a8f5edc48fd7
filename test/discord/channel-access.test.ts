import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ChannelAccessOf } from '../../src/alerts/channel-access.ts';
import { createChannelAccess } from '../../src/discord/channel-access.ts';
import { createRest } from '../../src/discord/rest.ts';
import { type LoopbackDiscord, startDiscord } from '../../src/playground/discord/index.ts';

let discord: LoopbackDiscord;
let access: ChannelAccessOf;
let guild: ReturnType<LoopbackDiscord['createGuild']>;

beforeAll(async () => {
  discord = await startDiscord();
  guild = discord.createGuild('Here');
  access = createChannelAccess(createRest(discord.apiUrl, discord.token));
});
afterAll(() => discord.close());

describe('channel access', () => {
  test('names exactly what is missing, from roles and overwrites', async () => {
    const { id } = discord.createChannel(guild, 'news');
    const mod = discord.createUser('mod', guild, 'ManageChannels');
    expect(await access(guild.id, id, mod.id)).toEqual({ missing: [], memberMayManage: true, kind: 'text' });
    discord.deny(id, 'EmbedLinks', 'ReadMessageHistory');
    expect((await access(guild.id, id, mod.id))?.missing).toEqual(['Embed Links', 'Read Message History']);
    discord.allow(id, 'EmbedLinks');
    expect((await access(guild.id, id, mod.id))?.missing).toEqual(['Read Message History']);
  });

  test('a member without the permission, or not of this server, may not manage', async () => {
    const { id } = discord.createChannel(guild, 'other', { announcement: true });
    const member = discord.createUser('member', guild);
    expect(await access(guild.id, id, member.id)).toMatchObject({
      memberMayManage: false,
      kind: 'announcement',
    });
    const stranger = discord.createUser('stranger');
    expect(await access(guild.id, id, stranger.id)).toMatchObject({ memberMayManage: false });
  });

  test('a channel of another server, or of none, is not there', async () => {
    const elsewhere = discord.createGuild('Elsewhere');
    const { id } = discord.createChannel(elsewhere, 'news');
    expect(await access(guild.id, id, '1')).toBeUndefined();
    expect(await access(guild.id, '123456789012345678', '1')).toBeUndefined();
  });
});
