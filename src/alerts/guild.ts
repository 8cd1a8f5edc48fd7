import { UserError } from '../command.ts';
import type { AlertTopic } from '../news/story.ts';
import type { QuietHours } from './quiet-hours.ts';

/** All that one server has set; one document, changed only through `Documents.update`, so that changes merge. */
export interface GuildDocument {
  /** Of this form, for later versions to read. */
  readonly form: 1;
  /** By channel. */
  readonly subscriptions: Readonly<Record<string, Subscription>>;
  /** By channel. */
  readonly digests: Readonly<Record<string, DigestSetting>>;
  /** Channels that refused a message, until they take one again. */
  readonly suspensions: Readonly<Record<string, Suspension>>;
}

export interface Subscription {
  readonly channel: string;
  readonly topics: 'all' | readonly AlertTopic[];
  /** Told once so many independent outlets report it. */
  readonly minSources: number;
  readonly mentionRole?: string;
  /** Since when (UTC ms) the role that was to be mentioned is known to be deleted; none is mentioned then. */
  readonly mentionLost?: number;
  readonly quietHours?: QuietHours;
  readonly paused: boolean;
  /** Announcement channels: publish to the servers that follow. */
  readonly publish: boolean;
  /** The member who subscribed. */
  readonly createdBy: string;
  /** UTC milliseconds. */
  readonly since: number;
}

export interface DigestSetting {
  readonly channel: string;
  /** HH:MM, local. */
  readonly time: string;
  /** IANA. */
  readonly timeZone: string;
  readonly whenEmpty: 'line' | 'nothing';
  /** Whether feeds in trouble are listed. */
  readonly feeds: boolean;
  readonly createdBy: string;
  /** UTC milliseconds; nothing is due before. */
  readonly since: number;
  /** Until when (UTC ms) earlier digests told the news. */
  readonly covered?: number;
}

export interface Suspension {
  /** UTC milliseconds. */
  readonly since: number;
  readonly reason: 'gone' | 'forbidden';
}

const maxSubscriptions = 25;

export const emptyGuild: GuildDocument = { form: 1, subscriptions: {}, digests: {}, suspensions: {} };

/** Adds a subscription or replaces the channel's. @throws {UserError} beyond 25 in one server. */
export function withSubscription(guild: GuildDocument, subscription: Subscription): GuildDocument {
  const others = Object.keys(guild.subscriptions).filter((channel) => channel !== subscription.channel);
  if (others.length >= maxSubscriptions)
    throw new UserError(
      `This server already has ${maxSubscriptions} subscribed channels, which is the most; unsubscribe one first.`,
    );
  return { ...guild, subscriptions: { ...guild.subscriptions, [subscription.channel]: subscription } };
}

/** @throws {UserError} if the channel is not subscribed. */
export function withoutSubscription(guild: GuildDocument, channel: string): GuildDocument {
  subscriptionOf(guild, channel);
  const { [channel]: _gone, ...subscriptions } = guild.subscriptions;
  return withoutSuspension({ ...guild, subscriptions }, channel);
}

/** @throws {UserError} if the channel is not subscribed. */
export function subscriptionOf(guild: GuildDocument | undefined, channel: string): Subscription {
  const subscription = guild?.subscriptions[channel];
  if (!subscription)
    throw new UserError(
      'That channel is not subscribed; /alerts list shows which are, /alerts subscribe adds one.',
    );
  return subscription;
}

/** Nobody is mentioned any more: the role was deleted. Another that was chosen meanwhile stays. */
export function withoutMention(
  guild: GuildDocument,
  channel: string,
  role: string,
  now: number,
): GuildDocument {
  const subscription = guild.subscriptions[channel];
  if (subscription?.mentionRole !== role) return guild;
  const { mentionRole: _gone, ...kept } = subscription;
  return withSubscription(guild, { ...kept, mentionLost: now });
}

export function withDigest(guild: GuildDocument, digest: DigestSetting): GuildDocument {
  return { ...guild, digests: { ...guild.digests, [digest.channel]: digest } };
}

/** @throws {UserError} if the channel gets no digest. */
export function withoutDigest(guild: GuildDocument, channel: string): GuildDocument {
  if (!guild.digests[channel])
    throw new UserError('That channel gets no digest; /digest show lists those that do.');
  const { [channel]: _gone, ...digests } = guild.digests;
  return { ...guild, digests };
}

/** Notes that a channel refused; the first refusal stands. */
export function withSuspension(guild: GuildDocument, channel: string, suspension: Suspension): GuildDocument {
  if (guild.suspensions[channel]) return guild;
  return { ...guild, suspensions: { ...guild.suspensions, [channel]: suspension } };
}

export function withoutSuspension(guild: GuildDocument, channel: string): GuildDocument {
  if (!guild.suspensions[channel]) return guild;
  const { [channel]: _over, ...suspensions } = guild.suspensions;
  return { ...guild, suspensions };
}
