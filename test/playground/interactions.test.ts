import {
  ActionRowBuilder,
  ApplicationIntegrationType,
  ButtonBuilder,
  ButtonStyle,
  EmbedBuilder,
  Events,
  type Interaction,
  InteractionContextType,
  MessageFlags,
  StringSelectMenuBuilder,
  ApplicationCommandOptionType as Type,
} from 'discord.js';
import { expect, test } from 'vitest';
import { messageText, NotOffered } from '../../src/playground/discord/index.ts';
import type { DiscordOptions } from '../../src/playground/discord/options.ts';
import { guildForTest, login } from './bot.ts';

const commands = [
  { name: 'ping', description: 'Answers' },
  {
    name: 'thing',
    description: 'Has subcommands',
    contexts: [InteractionContextType.Guild],
    options: [
      {
        type: Type.Subcommand,
        name: 'set',
        description: 'Takes every type',
        options: [
          { type: Type.String, name: 'word', description: 'Completes', required: true, autocomplete: true },
          { type: Type.Integer, name: 'count', description: 'A number', min_value: 1 },
          { type: Type.Boolean, name: 'loud', description: 'Yes or no' },
          { type: Type.Channel, name: 'where', description: 'A channel', channel_types: [0, 5] },
          { type: Type.Role, name: 'whom', description: 'A role' },
        ],
      },
    ],
  },
  {
    name: 'anywhere',
    description: 'In DMs and as a user app too',
    contexts: [0, 1, 2],
    integration_types: [0, 1],
  },
  { name: 'managers', description: 'For few', default_member_permissions: '32' },
];

/** A bot with the commands above and one listener. */
async function botThat(
  listener: (interaction: Interaction) => Promise<unknown>,
  options: DiscordOptions = {},
) {
  const setup = await guildForTest(options);
  const client = await login(setup.discord);
  await client.application.commands.set(commands as never);
  client.on(Events.InteractionCreate, (interaction) => {
    listener(interaction).catch((error: unknown) => setup.discord.journal.requests.push(error as never));
  });
  return { ...setup, client };
}

test('a slash command is answered, with every option type resolved', async () => {
  const { discord, guild, channel, person } = await botThat(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const { options } = interaction;
    const where = options.getChannel('where', true);
    const whom = options.getRole('whom', true);
    const words = [options.getSubcommand(), options.getString('word'), options.getInteger('count')];
    await interaction.reply(`${words.join(' ')} ${options.getBoolean('loud')} ${where.name} ${whom.name}`);
  });
  const role = discord.createRole(guild, 'Editors');
  const answer = await discord.command(person, 'thing set', {
    word: 'truce',
    count: 2,
    loud: true,
    where: channel.id,
    whom: role,
  });
  expect(answer.message?.content).toBe('set truce 2 true general Editors');
  expect(answer.ephemeral).toBe(false);
  expect(discord.messages(channel.id)).toHaveLength(1);
  expect(discord.journal.violations).toEqual([]);
});

test('completion goes to the bot', async () => {
  const { discord, person } = await botThat(async (interaction) => {
    if (!interaction.isAutocomplete()) return;
    const { name, value } = interaction.options.getFocused(true);
    await interaction.respond([{ name: `${name}: ${value}`, value }]);
  });
  const { choices } = await discord.complete(person, 'thing set', 'word', { word: 'tr' });
  expect(choices).toEqual([{ name: 'word: tr', value: 'tr' }]);
  expect(discord.journal.violations).toEqual([]);
});

test('an ephemeral deferral is filled by an edit with a picture, and nobody else sees it', async () => {
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAUAAAAHCAAAAAAx', 'base64');
  const { discord, channel, person } = await botThat(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const embed = new EmbedBuilder().setTitle('A line').setImage('attachment://line.png');
    const files = [{ attachment: png, name: 'line.png', description: 'a line' }];
    await interaction.editReply({ embeds: [embed], files });
    await interaction.followUp({ content: 'and more', flags: MessageFlags.Ephemeral });
  });
  const answer = await discord.command(person, 'ping');
  expect(answer.deferred).toBe(true);
  expect(answer.ephemeral).toBe(true);
  const image = answer.message!.embeds[0]!.image!;
  expect(image).toMatchObject({ width: 5, height: 7 });
  expect(answer.message!.attachments).toEqual([]);
  const served = await fetch(image.url);
  expect(Buffer.from(await served.arrayBuffer())).toEqual(png);
  await discord.waitFor(() => answer.followUps.length === 1);
  expect(answer.text).toContain('and more');
  expect(discord.messages(channel.id)).toEqual([]);
  expect(discord.messages(channel.id, person.user)).toHaveLength(2);
  expect(discord.journal.violations).toEqual([]);
});

test('buttons and selects reach the bot, which changes the message or answers beside it', async () => {
  const { discord, channel, person } = await botThat(async (interaction) => {
    if (interaction.isButton()) await interaction.update({ content: `pressed ${interaction.customId}` });
    if (interaction.isStringSelectMenu()) {
      await interaction.reply({ content: interaction.values.join('+'), flags: MessageFlags.Ephemeral });
    }
    if (!interaction.isChatInputCommand()) return;
    const button = new ButtonBuilder().setCustomId('ping:1').setLabel('Press').setStyle(ButtonStyle.Primary);
    const select = new StringSelectMenuBuilder()
      .setCustomId('ping:2')
      .setPlaceholder('Choose')
      .addOptions({ label: 'A', value: 'a' }, { label: 'B', value: 'b' });
    await interaction.reply({
      content: 'choose',
      components: [
        new ActionRowBuilder<ButtonBuilder>().addComponents(button),
        new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select),
      ],
    });
  });
  const { message } = await discord.command(person, 'ping');
  const pressed = await discord.press(person, message!.id, 'Press');
  expect(pressed.message).toMatchObject({ id: message!.id, content: 'pressed ping:1' });
  expect(discord.edits(channel.id, message!.id).map(({ content }) => content)).toEqual(['choose']);
  const chosen = await discord.choose(person, message!.id, 'Choose', ['b']);
  expect(chosen.text).toBe('b');
  expect(chosen.ephemeral).toBe(true);
  await expect(discord.press(person, message!.id, 'Other')).rejects.toThrow(NotOffered);
  expect(discord.journal.violations).toEqual([]);
});

test('direct messages and user installs come with their own context', async () => {
  const { discord, user } = await botThat(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const { context, authorizingIntegrationOwners: owners, guildId } = interaction;
    const install = owners[ApplicationIntegrationType.UserInstall] ? 'user' : 'guild';
    await interaction.reply(`${context} ${install} ${guildId === null ? 'no guild' : 'guild'}`);
  });
  const direct = discord.world.directChannel(user.id);
  const inDirect = await discord.command({ user: user.id, channel: direct.id }, 'anywhere');
  expect(inDirect.text).toBe('1 guild no guild');
  const elsewhere = discord.createGuild('Without the bot', { bot: false });
  const room = discord.createChannel(elsewhere, 'room');
  discord.world.join(elsewhere, user.id);
  const asApp = await discord.command({ user: user.id, channel: room.id }, 'anywhere');
  expect(asApp.text).toBe('0 user guild');
  await expect(discord.command({ user: user.id, channel: direct.id }, 'thing set')).rejects.toThrow(
    NotOffered,
  );
  expect(discord.journal.violations).toEqual([]);
});

test('the client refuses what Discord would not let one send', async () => {
  const { discord, guild, channel, person } = await botThat(async () => undefined);
  const manager = discord.createUser('Manager', guild, 'ManageGuild');
  await expect(discord.command(person, 'thing set')).rejects.toThrow('word is required');
  await expect(discord.command(person, 'thing set', { word: 'a', count: 0 })).rejects.toThrow('count');
  await expect(discord.command(person, 'managers')).rejects.toThrow(NotOffered);
  const offered = discord.people.offered({ user: manager.id, channel: channel.id });
  expect(offered.map(({ name }) => name)).toContain('managers');
});

test('a bot that keeps silent fails visibly, and is told so when it answers late', async () => {
  let late: Interaction | undefined;
  const { discord, person } = await botThat(
    async (interaction) => {
      late = interaction;
    },
    { answerWithin: 50 },
  );
  const answer = await discord.command(person, 'ping');
  expect(answer.failed).toBe(true);
  if (!late?.isChatInputCommand()) throw new Error('no interaction came');
  await expect(late.reply('too late')).rejects.toMatchObject({ code: 10_062, status: 404 });
});

test('three seconds count by the clock, whatever the machine does', async () => {
  let now = Date.now();
  const { discord, person } = await botThat(
    async (interaction) => {
      now += 3001;
      if (interaction.isChatInputCommand()) await interaction.reply('too late');
    },
    { now: () => now },
  );
  void discord.command(person, 'ping');
  const violation = await discord.waitFor(() => discord.journal.violations[0]);
  expect(violation.what).toContain('10062');
});

test('a second first answer is refused, and a dead token is', async () => {
  let now = Date.now();
  const errors: unknown[] = [];
  const { discord, person, client } = await botThat(
    async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply('once');
      const again = { body: { type: 4, data: { content: 'twice' } }, auth: false };
      await client.rest
        .post(`/interactions/${interaction.id}/${interaction.token}/callback`, again)
        .catch((error: unknown) => errors.push(error));
      now += 16 * 60_000;
      await interaction.editReply('too late').catch((error: unknown) => errors.push(error));
    },
    { now: () => now },
  );
  const answer = await discord.command(person, 'ping');
  await discord.waitFor(() => errors.length === 2);
  expect(errors).toMatchObject([
    { code: 40_060, status: 400 },
    { code: 50_027, status: 401 },
  ]);
  expect(messageText(answer.message!)).toBe('once');
});
