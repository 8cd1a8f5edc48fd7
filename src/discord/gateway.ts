import {
  AttachmentBuilder,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  Client,
  Events,
  type Interaction,
  type MessageComponentInteraction,
  MessageFlags,
  Options,
} from 'discord.js';
import type { Origin } from '../command.ts';
import type { Reply } from '../reply.ts';
import type { Dispatch, Incoming } from './dispatch.ts';
import { render } from './render.ts';

export interface GatewayLog {
  info(about: object, message: string): void;
  warn(about: object, message: string): void;
  error(about: object, message: string): void;
}

/** Discord wants a first reply within 3 s: what takes longer than this says "thinking" first. */
const deferAfter = 1500;

/**
 * A discord.js client that leads every interaction to `dispatch`. No intents: interactions need none,
 * and nothing of the servers is kept in memory.
 */
export function createGateway(api: string, dispatch: Dispatch, log: GatewayLog): Client {
  const client = new Client({
    intents: [],
    rest: { api },
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === user.client.user?.id },
      GuildMemberManager: 0,
    }),
  });
  client.on(Events.InteractionCreate, (interaction) => {
    handle(interaction, dispatch, log).catch((error: unknown) => {
      const mend = 'Discord did not take the answer; if this repeats, check the connection to Discord';
      log.error({ requestId: interaction.id, err: error, mend }, 'an interaction was not answered');
    });
  });
  client.on(Events.Error, (error) =>
    log.error({ err: error, mend: 'discord.js reconnects by itself' }, 'gateway error'),
  );
  client.on(Events.Warn, (warning) => log.warn({ warning }, 'gateway warning'));
  client.on(Events.ShardDisconnect, ({ code }) => log.warn({ code }, 'gateway closed'));
  client.on(Events.ShardReconnecting, () => log.info({}, 'gateway reconnecting'));
  client.on(Events.ShardResume, () => log.info({}, 'gateway resumed'));
  return client;
}

async function handle(interaction: Interaction, dispatch: Dispatch, log: GatewayLog): Promise<void> {
  if (interaction.isAutocomplete()) return complete(interaction, dispatch);
  if (interaction.isChatInputCommand()) {
    const incoming = callOf(interaction);
    return reply(interaction, dispatch.answer(incoming), dispatch.isPrivate(incoming));
  }
  if (interaction.isMessageComponent())
    return reply(interaction, dispatch.answer(pressOf(interaction)), true);
  log.warn(
    { requestId: interaction.id, type: interaction.type },
    'an interaction of an unknown type was left alone',
  );
}

async function complete(interaction: AutocompleteInteraction, dispatch: Dispatch): Promise<void> {
  const { name, value } = interaction.options.getFocused(true);
  const subcommand = interaction.options.getSubcommand(false) ?? undefined;
  const typing = { ...originOf(interaction), subcommand, option: name, text: value };
  const choices = await dispatch.complete({ kind: 'typing', command: interaction.commandName, typing });
  await interaction.respond(
    choices
      .slice(0, 25)
      .map((choice) => ({ name: choice.name.slice(0, 100), value: choice.value.slice(0, 100) })),
  );
}

type Repliable = ChatInputCommandInteraction | MessageComponentInteraction;

async function reply(interaction: Repliable, answer: Promise<Reply>, isPrivate: boolean): Promise<void> {
  const late = Symbol();
  const timer = Promise.withResolvers<typeof late>();
  const timeout = setTimeout(timer.resolve, deferAfter, late);
  const first = await Promise.race([answer, timer.promise]);
  clearTimeout(timeout);
  if (first !== late) return send(interaction, first as Reply);
  await interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {});
  return sendDeferred(interaction, await answer, isPrivate);
}

async function send(interaction: Repliable, answer: Reply): Promise<void> {
  const message = messageOf(answer);
  if (answer.inPlace && interaction.isMessageComponent())
    await interaction.update({ content: null, ...message });
  else await interaction.reply({ ...message, ...(answer.ephemeral && { flags: MessageFlags.Ephemeral }) });
}

/** A deferred reply keeps its visibility; what is for the asker alone must not become public. */
async function sendDeferred(interaction: Repliable, answer: Reply, isPrivate: boolean): Promise<void> {
  if (answer.inPlace && interaction.isMessageComponent()) {
    await interaction.webhook.editMessage(interaction.message, { content: null, ...messageOf(answer) });
    await interaction.deleteReply();
  } else if (answer.ephemeral && !isPrivate) {
    await interaction.deleteReply();
    await interaction.followUp({ ...messageOf(answer), flags: MessageFlags.Ephemeral });
  } else await interaction.editReply(messageOf(answer));
}

function messageOf(answer: Reply) {
  const { content, embeds, components, files } = render(answer);
  const roles = answer.mentionRole ? { roles: [answer.mentionRole] } : {};
  const attachments = files.map(
    ({ name, data, description }) => new AttachmentBuilder(data, { name, description }),
  );
  return {
    ...(content && { content }),
    embeds,
    components,
    files: attachments,
    allowedMentions: { parse: [], ...roles },
  };
}

function callOf(interaction: ChatInputCommandInteraction): Extract<Incoming, { kind: 'call' }> {
  const subcommand = interaction.options.getSubcommand(false) ?? undefined;
  const given = interaction.options.data.flatMap(
    (option) => option.options ?? (option.value === undefined ? [] : [option]),
  );
  const options = Object.fromEntries(given.map(({ name, value }) => [name, value]));
  return {
    kind: 'call',
    command: interaction.commandName,
    subcommand,
    call: { ...originOf(interaction), options },
  };
}

function pressOf(interaction: MessageComponentInteraction): Extract<Incoming, { kind: 'press' }> {
  const [command = '', ...rest] = interaction.customId.split(':');
  const values = interaction.isStringSelectMenu() ? interaction.values : [];
  const press = { ...originOf(interaction), id: rest.join(':'), values, message: interaction.message.id };
  return { kind: 'press', command, press };
}

function originOf(interaction: Interaction | MessageComponentInteraction): Origin {
  return {
    requestId: interaction.id,
    user: { id: interaction.user.id },
    locale: interaction.locale,
    channel: interaction.channelId ?? '',
    guild: interaction.guildId ?? undefined,
    memberPermissions: interaction.memberPermissions?.bitfield ?? 0n,
    appPermissions: interaction.appPermissions?.bitfield ?? 0n,
  };
}
