import { ChannelType, GatewayIntentBits } from 'discord-api-types/v10';
import { channelPayload, guildPayload, memberPayload } from '../world/payloads.ts';
import type { Channel, Guild, StoredMessage } from '../world/records.ts';
import type { World } from '../world/world.ts';

/** One event, its server (none: of a direct message), and the intents of which a session needs one to get it. */
export type Dispatch = (name: string, data: object, guild: string | undefined, intents: number) => void;

/** Tells every change of the world as Discord does. */
export function tellChanges(world: World, dispatch: Dispatch): void {
  const guilds = GatewayIntentBits.Guilds;
  world.on('guildCreate', (guild) => {
    if (guild.hasBot) dispatch('GUILD_CREATE', guildCreate(world, guild), guild.id, guilds);
  });
  world.on('guildDelete', ({ id }) => dispatch('GUILD_DELETE', { id }, id, guilds));
  world.on('roleDelete', ({ id, hasBot }, role) => {
    if (hasBot) dispatch('GUILD_ROLE_DELETE', { guild_id: id, role_id: role }, id, guilds);
  });
  for (const event of ['channelCreate', 'channelUpdate', 'channelDelete'] as const) {
    const name = event.replace('channel', 'CHANNEL_').toUpperCase();
    world.on(event, (channel) => {
      if (seen(world, channel)) dispatch(name, channelPayload(channel), channel.guild, guilds);
    });
  }
  const tell = (name: string, message: StoredMessage, channel: Channel): void => {
    if (message.visibleTo !== undefined) return;
    const guild = channel.guild ? { guild_id: channel.guild } : {};
    const direct = channel.type === ChannelType.DM;
    const intent = direct ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages;
    const deleted = { id: message.api.id, channel_id: channel.id, ...guild };
    const data = name === 'MESSAGE_DELETE' ? deleted : { ...message.api, ...guild };
    dispatch(name, data, channel.guild, intent);
  };
  world.on('messageCreate', (message, channel) => tell('MESSAGE_CREATE', message, channel));
  world.on('messageUpdate', (message, channel) => tell('MESSAGE_UPDATE', message, channel));
  world.on('messageDelete', (message, channel) => tell('MESSAGE_DELETE', message, channel));
}

function seen(world: World, channel: Channel): boolean {
  return channel.guild !== undefined && world.guilds.get(channel.guild)?.hasBot === true;
}

export function guildCreate(world: World, guild: Guild): object {
  const me = guild.members.get(world.bot.id)!;
  return {
    ...guildPayload(guild),
    joined_at: me.joinedAt,
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    voice_states: [],
    members: [memberPayload(me, world.bot)],
    channels: world.channelsOf(guild.id).map((channel) => channelPayload(channel)),
    threads: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
