import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Channel, Guild } from './records.ts';

export type PermissionName = keyof typeof PermissionFlagsBits;

const ALL = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);

/** What everybody may do in a new server, and in any direct message. */
export const everyonePermissions = bits(
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'UseApplicationCommands',
);

/** What the bot's own role gives it, unless a test says otherwise. */
export const invitedPermissions = bits(
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
);

export function bits(...names: readonly PermissionName[]): bigint {
  return names.reduce((sum, name) => sum | PermissionFlagsBits[name], 0n);
}

/** Roles, then overwrites of @everyone, roles and member, in Discord's documented order. */
export function permissionsIn(guild: Guild, channel: Channel | undefined, user: string): bigint {
  if (guild.ownerId === user) return ALL;
  const member = guild.members.get(user);
  const roles = [guild.id, ...(member?.roles ?? [])];
  let permissions = roles.reduce((sum, role) => sum | (guild.roles.get(role)?.permissions ?? 0n), 0n);
  if (permissions & PermissionFlagsBits.Administrator) return ALL;
  if (!channel) return permissions;
  const apply = (allow: bigint, deny: bigint): void => {
    permissions = (permissions & ~deny) | allow;
  };
  const everyone = channel.overwrites.get(guild.id);
  if (everyone) apply(everyone.allow, everyone.deny);
  const ofRoles = (member?.roles ?? []).flatMap((role) => channel.overwrites.get(role) ?? []);
  apply(
    ofRoles.reduce((sum, { allow }) => sum | allow, 0n),
    ofRoles.reduce((sum, { deny }) => sum | deny, 0n),
  );
  const own = channel.overwrites.get(user);
  if (own) apply(own.allow, own.deny);
  return permissions;
}
