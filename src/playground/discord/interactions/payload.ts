import { randomBytes } from 'node:crypto';
import {
  type APIInteraction,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  type InteractionType,
} from 'discord-api-types/v10';
import type { Core } from '../core.ts';
import { channelPayload, memberPayload } from '../world/payloads.ts';
import { everyonePermissions, permissionsIn } from '../world/permissions.ts';
import type { Channel } from '../world/records.ts';

/** Who acts, and where. */
export interface Person {
  /** A user's id. */
  readonly user: string;
  /** A channel's id. */
  readonly channel: string;
  /** BCP 47 locale of the person's client; `en-US` by default. */
  readonly locale?: string;
}

/** An INTERACTION_CREATE for this person's deed, with all that depends on where it happened. */
export function interactionPayload(
  person: Person,
  channel: Channel,
  type: InteractionType,
  particular: object,
  core: Core,
): APIInteraction {
  const { world } = core;
  const user = world.users.get(person.user);
  if (!user) throw new Error(`no user ${person.user}`);
  const guild = channel.guild === undefined ? undefined : world.guilds.get(channel.guild);
  const permissions = world.permissions(channel, user.id).toString();
  const appPermissions = guild?.hasBot ? permissionsIn(guild, channel, world.bot.id) : everyonePermissions;
  const common = {
    id: world.newId(),
    application_id: world.bot.id,
    type,
    token: randomBytes(48).toString('base64url'),
    version: 1,
    locale: person.locale ?? 'en-US',
    channel_id: channel.id,
    app_permissions: appPermissions.toString(),
    entitlements: [],
    attachment_size_limit: 10_485_760,
    ...particular,
  };
  if (!guild) {
    return {
      ...common,
      user,
      channel: channelPayload(channel, user),
      context: InteractionContextType.BotDM,
      authorizing_integration_owners: { [ApplicationIntegrationType.GuildInstall]: '0' },
    } as unknown as APIInteraction;
  }
  const member = guild.members.get(user.id) ?? {
    user: user.id,
    roles: [],
    joinedAt: new Date(world.now()).toISOString(),
  };
  return {
    ...common,
    guild: { id: guild.id, locale: 'en-US', features: [] },
    guild_id: guild.id,
    guild_locale: 'en-US',
    channel: { ...channelPayload(channel), permissions },
    member: { ...memberPayload(member, user), permissions },
    context: InteractionContextType.Guild,
    authorizing_integration_owners: guild.hasBot
      ? { [ApplicationIntegrationType.GuildInstall]: guild.id }
      : { [ApplicationIntegrationType.UserInstall]: user.id },
  } as unknown as APIInteraction;
}

/** A channel as `resolved` gives it: no more than its name, type and what the asker may do there. */
export function resolvedChannel(channel: Channel, user: string, core: Core): object {
  if (channel.type === ChannelType.DM) return channelPayload(channel);
  const { id, type, name, ...rest } = channelPayload(channel) as unknown as Record<string, unknown>;
  const permissions = core.world.permissions(channel, user).toString();
  return { id, type, name, permissions, flags: rest.flags, position: rest.position };
}
