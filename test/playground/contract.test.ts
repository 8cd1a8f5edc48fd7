import { Events, GatewayDispatchEvents, MessageFlags } from 'discord.js';
import { expect, test } from 'vitest';
import { answerFaults } from '../../src/playground/discord/check/answers.ts';
import { guildForTest, login } from './bot.ts';

interface Packet {
  readonly t: string;
  readonly d: Record<string, unknown> & {
    readonly message?: object;
    readonly member?: { readonly user: object };
  };
}

test('what comes over the gateway fits the API description too', async () => {
  const { discord, channel, person } = await guildForTest();
  const client = await login(discord);
  const packets: Packet[] = [];
  client.on(Events.Raw, (packet: Packet) => packets.push(packet));
  await client.application.commands.set([{ name: 'ping', description: 'Answers' }]);
  client.on(Events.InteractionCreate, (interaction) => {
    const components = [{ type: 1, components: [{ type: 2, style: 1, label: 'Press', custom_id: 'x' }] }];
    if (interaction.isChatInputCommand()) void interaction.reply({ content: 'pong', components });
    if (interaction.isButton()) void interaction.update('pressed');
  });
  const { message } = await discord.command(person, 'ping');
  await discord.press(person, message!.id, 'x');
  const [command, press] = packets.filter(({ t }) => t === GatewayDispatchEvents.InteractionCreate);
  expect(answerFaults('message', press!.d.message)).toEqual([]);
  expect(answerFaults('user', command!.d.member!.user)).toEqual([]);
  const { permissions, ...member } = command!.d.member as object as Record<string, unknown>;
  expect(permissions).toMatch(/^\d+$/);
  expect(answerFaults('member', member)).toEqual([]);
  expect(answerFaults('channel', command!.d.channel)).toEqual([]);
  expect(command!.d).toMatchObject({ channel_id: channel.id, context: 0, version: 1 });
});

test('direct messages and announcements: by REST, and as described', async () => {
  const { discord, guild, user } = await guildForTest();
  const news = discord.createChannel(guild, 'news', { announcement: true });
  const client = await login(discord);
  const direct = await client.users.createDM(user.id);
  await direct.send('hello');
  expect(discord.messages(direct.id)).toMatchObject([{ content: 'hello' }]);
  const room = await client.channels.fetch(news.id);
  if (!room?.isSendable()) throw new Error('not sendable');
  const sent = await room.send('published');
  await sent.crosspost();
  expect(discord.messages(news.id)).toMatchObject([{ flags: MessageFlags.Crossposted }]);
  await expect(client.rest.post(`/channels/${direct.id}/messages/1/crosspost`)).rejects.toMatchObject({
    code: 50_024,
  });
  const me = await client.guilds.cache.get(guild.id)!.roles.fetch();
  expect(me.size).toBe(2);
  expect(discord.journal.violations).toEqual([]);
});
