import type { LoopbackDiscord } from './discord/index.ts';

/** When #digest gets its digest. */
export const digestAt = { time: '18:00', timezone: 'Asia/Karachi' } as const;

/** The server that the playground shows, and who looks at it. */
export interface Scene {
  readonly guild: string;
  /** Channel ids. */
  readonly watch: string;
  readonly digest: string;
  readonly general: string;
  /** A member who manages channels and the server. */
  readonly moderator: string;
}

export function setScene(discord: LoopbackDiscord): Scene {
  const guild = discord.createGuild('Trucewatch playground');
  const [watch, digest, general] = ['ceasefire-watch', 'digest', 'general'].map(
    (name) => discord.createChannel(guild, name).id,
  );
  const moderator = discord.createUser('Moderator', guild, 'ManageChannels', 'ManageGuild');
  return { guild: guild.id, watch: watch!, digest: digest!, general: general!, moderator: moderator.id };
}
