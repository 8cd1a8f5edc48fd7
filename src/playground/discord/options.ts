import type { PermissionName } from './world/permissions.ts';

/** How the stand-in is set up. Everything has a default. */
export interface DiscordOptions {
  /** 0 (default) takes a free port. */
  readonly port?: number;
  /** The token that the bot must show. */
  readonly token?: string;
  readonly botName?: string;
  /** UTC ms; the system's clock by default. */
  readonly now?: () => number;
  /** How long Discord waits for the first answer to an interaction, in ms; 3,000 by default. */
  readonly answerWithin?: number;
  /** How long an interaction token lives, in ms; 15 min by default. */
  readonly tokenLives?: number;
  /** How long a nonce is remembered, in ms; 3 min by default. */
  readonly nonceWindow?: number;
  readonly rateLimits?: Partial<RateLimits>;
  /** Heartbeat interval told in HELLO, in ms; 41,250 by default. */
  readonly heartbeat?: number;
  /** How many shards GET /gateway/bot recommends, all of which may identify at once; 1 by default. */
  readonly shards?: number;
  /** What the bot's role may do in a new guild; by default what the invite link asks for. */
  readonly botPermissions?: readonly PermissionName[];
}

export interface RateLimit {
  /** Requests allowed… */
  readonly limit: number;
  /** …in this many ms. */
  readonly window: number;
}

export interface RateLimits {
  /** All requests of the bot but those about interactions; 50 in 1 s. */
  readonly global: RateLimit;
  /** Creating, and apart from it editing, messages of one channel; 5 in 5 s. */
  readonly channel: RateLimit;
  /** Crossposts of one channel; 10 in 1 h. */
  readonly crosspost: RateLimit;
  /** Follow-ups of one interaction; 5 in 2 s. */
  readonly followUp: RateLimit;
  /** Any other route; 50 in 1 s. */
  readonly other: RateLimit;
}

export const defaultRateLimits: RateLimits = {
  global: { limit: 50, window: 1000 },
  channel: { limit: 5, window: 5000 },
  crosspost: { limit: 10, window: 3_600_000 },
  followUp: { limit: 5, window: 2000 },
  other: { limit: 50, window: 1000 },
};
