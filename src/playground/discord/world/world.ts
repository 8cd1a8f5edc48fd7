import { EventEmitter } from 'node:events';
import {
  type APIApplicationCommand,
  type APIMessage,
  type APIUser,
  ChannelType,
} from 'discord-api-types/v10';
import { userPayload } from './payloads.ts';
import { everyonePermissions, invitedPermissions, permissionsIn } from './permissions.ts';
import type { Channel, Guild, GuildChannelType, Overwrite, StoredMessage } from './records.ts';
import { snowflakes } from './snowflake.ts';

export interface WorldEvents {
  guildCreate: [Guild];
  guildDelete: [Guild];
  channelCreate: [Channel];
  channelUpdate: [Channel];
  channelDelete: [Channel];
  roleDelete: [Guild, string];
  messageCreate: [StoredMessage, Channel];
  messageUpdate: [StoredMessage, Channel];
  messageDelete: [StoredMessage, Channel];
  commandsUpdate: [];
}

/** Servers, channels, people and messages of the stand-in, and the news of their changes. */
export class World extends EventEmitter<WorldEvents> {
  readonly newId: () => string;
  readonly now: () => number;
  readonly bot: APIUser;
  readonly owner: APIUser;
  readonly users = new Map<string, APIUser>();
  readonly guilds = new Map<string, Guild>();
  readonly channels = new Map<string, Channel>();
  /** Registered commands: key '' for the global ones, else the guild's id. */
  readonly commands = new Map<string, readonly APIApplicationCommand[]>();

  constructor(now: () => number, botName: string) {
    super();
    this.now = now;
    this.newId = snowflakes(now);
    this.owner = this.createUser('Owner');
    this.bot = userPayload(this.newId(), botName, botName, true);
    this.users.set(this.bot.id, this.bot);
  }

  createUser(name: string): APIUser {
    const user = userPayload(this.newId(), name.toLowerCase().replaceAll(/[^a-z0-9_.]/g, ''), name);
    this.users.set(user.id, user);
    return user;
  }

  createGuild(name: string, hasBot: boolean, botPermissions = invitedPermissions): Guild {
    const id = this.newId();
    const guild: Guild = {
      id,
      name,
      ownerId: this.owner.id,
      hasBot,
      roles: new Map([[id, { id, name: '@everyone', permissions: everyonePermissions }]]),
      members: new Map(),
    };
    this.guilds.set(id, guild);
    if (hasBot) {
      const role = this.createRole(guild, this.bot.username, botPermissions);
      this.join(guild, this.bot.id, [role]);
    }
    this.emit('guildCreate', guild);
    return guild;
  }

  createRole(guild: Guild, name: string, permissions = 0n): string {
    const id = this.newId();
    guild.roles.set(id, { id, name, permissions });
    return id;
  }

  deleteRole(guild: Guild, id: string): void {
    guild.roles.delete(id);
    for (const { roles } of guild.members.values())
      if (roles.includes(id)) roles.splice(roles.indexOf(id), 1);
    this.emit('roleDelete', guild, id);
  }

  join(guild: Guild, user: string, roles: readonly string[] = []): void {
    guild.members.set(user, { user, roles: [...roles], joinedAt: new Date(this.now()).toISOString() });
  }

  createChannel(guild: Guild, name: string, type: GuildChannelType): Channel {
    const position = [...this.channels.values()].filter((channel) => channel.guild === guild.id).length;
    return this.#addChannel({ type, guild: guild.id, name, position, recipient: undefined });
  }

  /** The direct-message channel between the bot and this person; always the same one. */
  directChannel(user: string): Channel {
    const found = [...this.channels.values()].find(({ recipient }) => recipient === user);
    return (
      found ??
      this.#addChannel({ type: ChannelType.DM, guild: undefined, name: '', position: 0, recipient: user })
    );
  }

  #addChannel(given: Pick<Channel, 'type' | 'guild' | 'name' | 'position' | 'recipient'>): Channel {
    const channel = {
      ...given,
      id: this.newId(),
      overwrites: new Map<string, Overwrite>(),
      messages: new Map(),
    };
    this.channels.set(channel.id, channel);
    this.emit('channelCreate', channel);
    return channel;
  }

  deleteChannel(id: string): void {
    const channel = this.channels.get(id);
    if (channel && this.channels.delete(id)) this.emit('channelDelete', channel);
  }

  channelsOf(guild: string): Channel[] {
    return [...this.channels.values()].filter((channel) => channel.guild === guild);
  }

  /** Permissions of a user in a channel; in direct messages all that apply there. */
  permissions(channel: Channel, user: string): bigint {
    const guild = channel.guild === undefined ? undefined : this.guilds.get(channel.guild);
    return guild ? permissionsIn(guild, channel, user) : everyonePermissions;
  }

  post(channel: Channel, message: StoredMessage): StoredMessage {
    channel.messages.set(message.api.id, message);
    this.emit('messageCreate', message, channel);
    return message;
  }

  replace(channel: Channel, message: StoredMessage, next: APIMessage): void {
    message.history.push(message.api);
    message.api = next;
    this.emit('messageUpdate', message, channel);
  }

  deleteMessage(channel: Channel, id: string): boolean {
    const message = channel.messages.get(id);
    if (!message) return false;
    channel.messages.delete(id);
    this.emit('messageDelete', message, channel);
    return true;
  }

  /** Global commands and those of the guild. */
  commandsIn(guild: string | undefined): APIApplicationCommand[] {
    return [...(this.commands.get('') ?? []), ...(guild ? (this.commands.get(guild) ?? []) : [])];
  }
}
