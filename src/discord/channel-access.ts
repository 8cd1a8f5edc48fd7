import type { ChannelAccess, ChannelAccessOf, ChannelPermission } from '../alerts/channel-access.ts';
import {
  type APIGuildMember,
  type APIOverwrite,
  type APIRole,
  type APIUser,
  ChannelType,
  DiscordAPIError,
  PermissionFlagsBits as Flags,
  type REST,
  Routes,
} from './discord-js.ts';

const wanted: Record<ChannelPermission, bigint> = {
  'View Channel': Flags.ViewChannel,
  'Send Messages': Flags.SendMessages,
  'Embed Links': Flags.EmbedLinks,
  'Attach Files': Flags.AttachFiles,
  'Read Message History': Flags.ReadMessageHistory,
};

/**
 * What the bot and a member may do in a channel, computed over REST as Discord describes it:
 * https://discord.com/developers/docs/topics/permissions#permission-overwrites
 */
export function createChannelAccess(rest: REST): ChannelAccessOf {
  return async (guild, channel, user) => {
    const found = (await orUndefined(rest.get(Routes.channel(channel)))) as GuildChannel | undefined;
    if (found?.guild_id !== guild) return undefined;
    // A thread has no overwrites of its own: its parent's count.
    const isThread = threads.includes(found.type);
    const place =
      isThread && found.parent_id
        ? ((await rest.get(Routes.channel(found.parent_id))) as GuildChannel)
        : found;
    const me = (await rest.get(Routes.user())) as APIUser;
    const [roles, { owner_id }, bot, member] = (await Promise.all([
      rest.get(Routes.guildRoles(guild)),
      rest.get(Routes.guild(guild)),
      rest.get(Routes.guildMember(guild, me.id)),
      orUndefined(rest.get(Routes.guildMember(guild, user))),
    ])) as [APIRole[], { owner_id: string }, APIGuildMember, APIGuildMember | undefined];
    const of = (id: string, holder: APIGuildMember) =>
      id === owner_id ? all : permissionsIn(place, guild, roles, id, holder.roles);
    const bots = of(me.id, bot);
    const needed = isThread ? { ...wanted, 'Send Messages': Flags.SendMessagesInThreads } : wanted;
    return {
      missing: (Object.keys(wanted) as ChannelPermission[]).filter((name) => !(bots & needed[name])),
      memberMayManage: member !== undefined && (of(user, member) & Flags.ManageChannels) !== 0n,
      kind: kindOf(found.type),
    };
  };
}

interface GuildChannel {
  readonly type: ChannelType;
  readonly guild_id?: string;
  readonly parent_id?: string | null;
  readonly permission_overwrites?: readonly APIOverwrite[];
}

const threads: readonly ChannelType[] = [
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
];

const all = Object.values(Flags).reduce((sum, flag) => sum | flag, 0n);

function permissionsIn(
  { permission_overwrites = [] }: GuildChannel,
  guild: string,
  roles: readonly APIRole[],
  id: string,
  held: readonly string[],
): bigint {
  // The role that everyone has bears the server's id.
  const base = roles.filter((role) => role.id === guild || held.includes(role.id));
  let permissions = base.reduce((sum, role) => sum | BigInt(role.permissions), 0n);
  if (permissions & Flags.Administrator) return all;
  const levels = [
    permission_overwrites.filter((each) => each.id === guild),
    permission_overwrites.filter((each) => each.id !== guild && held.includes(each.id)),
    permission_overwrites.filter((each) => each.id === id),
  ];
  for (const level of levels) {
    for (const { deny } of level) permissions &= ~BigInt(deny);
    for (const { allow } of level) permissions |= BigInt(allow);
  }
  return permissions & Flags.ViewChannel ? permissions : 0n;
}

function kindOf(type: ChannelType): ChannelAccess['kind'] {
  if (type === ChannelType.GuildText || threads.includes(type)) return 'text';
  return type === ChannelType.GuildAnnouncement ? 'announcement' : 'other';
}

async function orUndefined<T>(request: Promise<T>): Promise<T | undefined> {
  return request.catch((error: unknown) => {
    if (error instanceof DiscordAPIError && (error.status === 404 || error.status === 403)) return undefined;
    throw error;
  });
}
