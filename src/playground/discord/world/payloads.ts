import {
  type APIApplication,
  type APIChannel,
  type APIGuild,
  type APIGuildMember,
  type APIRole,
  type APIUser,
  ChannelType,
  type GuildMemberFlags,
  OverwriteType,
  type RoleFlags,
  type UserFlags,
} from 'discord-api-types/v10';
import type { Channel, Guild, Member, Role } from './records.ts';

/** Turns records into what Discord sends. Fields follow its API description, so all required ones are there. */
export function userPayload(id: string, username: string, name: string, bot = false): APIUser {
  return {
    id,
    username,
    global_name: bot ? null : name,
    discriminator: bot ? '0001' : '0',
    avatar: null,
    public_flags: 0 as UserFlags,
    flags: 0 as UserFlags,
    ...(bot ? { bot } : {}),
    primary_guild: null,
  };
}

function rolePayload(role: Role, position: number): APIRole {
  return {
    id: role.id,
    name: role.name,
    permissions: role.permissions.toString(),
    position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: true,
    icon: null,
    unicode_emoji: null,
    flags: 0 as RoleFlags,
  };
}

export function rolePayloads(guild: Guild): APIRole[] {
  return [...guild.roles.values()].map(rolePayload);
}

export function memberPayload(member: Member, user: APIUser): APIGuildMember {
  return {
    user,
    nick: null,
    avatar: null,
    banner: null,
    roles: [...member.roles],
    joined_at: member.joinedAt,
    premium_since: null,
    communication_disabled_until: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0 as GuildMemberFlags,
  };
}

export function channelPayload(channel: Channel, recipient?: APIUser): APIChannel {
  const last = [...channel.messages.values()].findLast(({ visibleTo }) => visibleTo === undefined);
  const common = { id: channel.id, last_message_id: last?.api.id ?? null, flags: 0 };
  if (channel.type === ChannelType.DM) {
    return { ...common, type: ChannelType.DM, recipients: recipient ? [recipient] : [] } as APIChannel;
  }
  return {
    ...common,
    type: channel.type,
    guild_id: channel.guild!,
    name: channel.name,
    topic: null,
    parent_id: null,
    position: channel.position,
    nsfw: false,
    rate_limit_per_user: 0,
    last_pin_timestamp: null,
    permission_overwrites: [...channel.overwrites].map(([id, { of, allow, deny }]) => ({
      id,
      type: of === 'role' ? OverwriteType.Role : OverwriteType.Member,
      allow: allow.toString(),
      deny: deny.toString(),
    })),
  } as APIChannel;
}

export function guildPayload(guild: Guild): APIGuild {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    description: null,
    home_header: null,
    splash: null,
    discovery_splash: null,
    features: [],
    banner: null,
    owner_id: guild.ownerId,
    application_id: null,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: 0,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 0,
    roles: rolePayloads(guild),
    default_message_notifications: 1,
    mfa_level: 0,
    explicit_content_filter: 0,
    max_presences: null,
    max_members: 500_000,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: 'en-US',
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    public_updates_channel_id: null,
    premium_progress_bar_enabled: false,
    nsfw: false,
    nsfw_level: 0,
    emojis: [],
    stickers: [],
    incidents_data: null,
  } as unknown as APIGuild;
}

export function applicationPayload(
  bot: APIUser,
  owner: APIUser,
  verifyKey: string,
  guilds: number,
): APIApplication {
  return {
    id: bot.id,
    name: bot.username,
    icon: null,
    description: '',
    type: null,
    flags: 0,
    flags_new: '0',
    bot,
    bot_public: true,
    bot_require_code_grant: false,
    integration_types_config: { 0: {}, 1: {} },
    verify_key: verifyKey,
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner,
    approximate_guild_count: guilds,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    team: null,
    eligible_oauth2_scopes: [],
  } as unknown as APIApplication;
}
