import {
  type APIMessage,
  ChannelType,
  MessageFlags,
  MessageReferenceType,
  MessageType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { isEmpty, type MessageBody } from '../check/message-rules.ts';
import type { Core } from '../core.ts';
import {
  emptyMessage,
  invalidForm,
  missingAccess,
  missingPermissions,
  noHistoryToReply,
  notTheAuthor,
  unknownChannel,
  unknownMessage,
  wrongChannelType,
} from '../errors.ts';
import { editedMessage, type MessageFields, newMessage } from '../world/message.ts';
import { channelPayload } from '../world/payloads.ts';
import type { Channel, StoredMessage } from '../world/records.ts';
import { NonceMemory } from './nonces.ts';
import { type Call, noContent, ok, type Route } from './route.ts';

const nonces = new WeakMap<Core, NonceMemory>();

export const channelRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/channels/:channel',
    answer: 'channel',
    handle: (call, core) => {
      const channel = visibleChannel(call, core);
      return ok(channelPayload(channel, core.world.users.get(channel.recipient ?? '')));
    },
  },
  {
    method: 'GET',
    path: '/channels/:channel/messages',
    answer: 'messages',
    handle: (call, core) => {
      const channel = visibleChannel(call, core);
      return ok(mayReadHistory(channel, core) ? page(channel, call.query) : []);
    },
  },
  {
    method: 'GET',
    path: '/channels/:channel/messages/:message',
    answer: 'message',
    handle: (call, core) => {
      const channel = visibleChannel(call, core);
      if (!mayReadHistory(channel, core)) throw missingPermissions();
      return ok(messageOf(channel, call).api);
    },
  },
  {
    method: 'POST',
    path: '/channels/:channel/messages',
    body: 'messageCreate',
    answer: 'message',
    limit: 'channel',
    handle: create,
  },
  {
    method: 'PATCH',
    path: '/channels/:channel/messages/:message',
    body: 'messageEdit',
    answer: 'message',
    limit: 'channel',
    handle: (call, core) => {
      const channel = visibleChannel(call, core);
      const message = ownMessage(channel, call, core);
      const fields = call.body as MessageFields;
      requireContent(channel, fields, call, core);
      const next = editedMessage(core.world, core.attachments, channel, message, fields, call.files);
      if (isEmpty(next.api as MessageBody, next.files.length)) throw emptyMessage();
      message.files = next.files;
      core.world.replace(channel, message, next.api);
      return ok(next.api);
    },
  },
  {
    method: 'DELETE',
    path: '/channels/:channel/messages/:message',
    handle: (call, core) => {
      const channel = visibleChannel(call, core);
      const message = messageOf(channel, call);
      const mayManage = may(channel, core, PermissionFlagsBits.ManageMessages);
      if (message.api.author.id !== core.world.bot.id && !mayManage) throw missingPermissions();
      core.world.deleteMessage(channel, message.api.id);
      return noContent;
    },
  },
  {
    method: 'POST',
    path: '/channels/:channel/messages/:message/crosspost',
    answer: 'message',
    limit: 'crosspost',
    handle: (call, core) => {
      const channel = visibleChannel(call, core);
      if (channel.type !== ChannelType.GuildAnnouncement) throw wrongChannelType();
      const message = ownMessage(channel, call, core);
      const flags = (message.api.flags ?? 0) | MessageFlags.Crossposted;
      core.world.replace(channel, message, { ...message.api, flags });
      return ok(message.api);
    },
  },
  {
    method: 'POST',
    path: '/channels/:channel/typing',
    handle: (call, core) => {
      visibleChannel(call, core);
      return noContent;
    },
  },
];

function create(call: Call, core: Core) {
  const channel = visibleChannel(call, core);
  const fields = call.body as MessageFields;
  if (!may(channel, core, PermissionFlagsBits.SendMessages)) throw missingPermissions();
  requireContent(channel, fields, call, core);
  if (isEmpty(fields as MessageBody, call.files.length)) throw emptyMessage();
  const memory = nonces.get(core) ?? new NonceMemory(core.settings);
  nonces.set(core, memory);
  const nonce = fields.nonce === undefined || fields.nonce === null ? undefined : String(fields.nonce);
  const earlier = nonce !== undefined && fields.enforce_nonce ? memory.find(nonce) : undefined;
  if (earlier) {
    const first = core.world.channels.get(earlier.channel)?.messages.get(earlier.message);
    if (!first) throw unknownMessage();
    return ok({ ...first.api, nonce });
  }
  const reply = answering(channel, fields, core);
  const message = newMessage(core.world, core.attachments, channel, fields, call.files, reply);
  core.world.post(channel, message);
  if (nonce !== undefined) memory.remember(nonce, channel.id, message.api.id);
  return ok(nonce === undefined ? message.api : { ...message.api, nonce });
}

/** What a message says of the one that it replies to. @throws ApiError 160002, 50035 if that one is not there */
function answering(channel: Channel, { message_reference }: MessageFields, core: Core): Partial<APIMessage> {
  if (!message_reference) return {};
  if (!mayReadHistory(channel, core)) throw noHistoryToReply();
  const { message_id, fail_if_not_exists } = message_reference;
  const target = channel.messages.get(message_id);
  if (!target && fail_if_not_exists === false) return {};
  if (!target) {
    const message = 'Unknown message';
    throw invalidForm([{ path: ['message_reference'], code: 'REPLIES_UNKNOWN_MESSAGE', message }]);
  }
  const { referenced_message: _inner, ...referenced } = target.api;
  return {
    type: MessageType.Reply,
    message_reference: {
      type: MessageReferenceType.Default,
      channel_id: channel.id,
      message_id,
      ...(channel.guild ? { guild_id: channel.guild } : {}),
    },
    referenced_message: referenced,
  };
}

/** @throws ApiError 10003 if there is none, 50001 if the bot can't see it */
function visibleChannel(call: Call, core: Core): Channel {
  const channel = core.world.channels.get(call.params.channel!);
  const guild = channel?.guild === undefined ? undefined : core.world.guilds.get(channel.guild);
  if (!channel) throw unknownChannel();
  if (guild && !guild.hasBot) throw missingAccess();
  if (!may(channel, core, PermissionFlagsBits.ViewChannel)) throw missingAccess();
  return channel;
}

function may(channel: Channel, core: Core, permission: bigint): boolean {
  return (core.world.permissions(channel, core.world.bot.id) & permission) === permission;
}

function mayReadHistory(channel: Channel, core: Core): boolean {
  return may(channel, core, PermissionFlagsBits.ReadMessageHistory);
}

/** What a message holds may need permissions of its own. */
function requireContent(channel: Channel, fields: MessageFields, call: Call, core: Core): void {
  const needed = [
    fields.embeds?.length ? PermissionFlagsBits.EmbedLinks : 0n,
    call.files.length > 0 ? PermissionFlagsBits.AttachFiles : 0n,
  ];
  if (needed.some((permission) => !may(channel, core, permission))) throw missingPermissions();
}

function messageOf(channel: Channel, call: Call): StoredMessage {
  const message = channel.messages.get(call.params.message!);
  if (!message || message.visibleTo !== undefined) throw unknownMessage();
  return message;
}

function ownMessage(channel: Channel, call: Call, core: Core): StoredMessage {
  const message = messageOf(channel, call);
  if (message.api.author.id !== core.world.bot.id) throw notTheAuthor();
  return message;
}

/** Newest first, as Discord lists them, whichever of after, before and around was asked. */
function page(channel: Channel, query: URLSearchParams): unknown[] {
  const limit = Number(query.get('limit') ?? 50);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    const message = 'int value should be between 1 and 100.';
    throw invalidForm([{ path: ['limit'], code: 'NUMBER_TYPE_RANGE', message }]);
  }
  const all = [...channel.messages.values()].filter(({ visibleTo }) => visibleTo === undefined);
  const id = (name: string): bigint | undefined => {
    const value = query.get(name);
    return value === null ? undefined : BigInt(value);
  };
  const [after, before, around] = [id('after'), id('before'), id('around')];
  let chosen = all;
  if (after !== undefined) chosen = all.filter(({ api }) => BigInt(api.id) > after).slice(0, limit);
  else if (before !== undefined) chosen = all.filter(({ api }) => BigInt(api.id) < before).slice(-limit);
  else if (around !== undefined) {
    const at = all.filter(({ api }) => BigInt(api.id) <= around).length;
    chosen = all.slice(Math.max(0, at - Math.ceil(limit / 2))).slice(0, limit);
  } else chosen = all.slice(-limit);
  return chosen.map(({ api }) => api).reverse();
}
