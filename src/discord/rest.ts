import { type RateLimitData, REST } from 'discord.js';

/**
 * Longer than this (ms) a request does not wait for its rate limit, and never for the global one, after which all
 * that waited would go out at once: its job goes back to the queue instead.
 */
const patience = 5000;

/**
 * A REST client of Discord's API at this base. It does not repeat a request by itself: whether a failed one
 * may be repeated is for the caller to know.
 */
export function createRest(api: string, token: string): REST {
  const rejectOnRateLimit = ({ global, retryAfter }: RateLimitData) => global || retryAfter > patience;
  return new REST({ api, version: '10', retries: 0, rejectOnRateLimit }).setToken(token);
}

/** A REST client for answers to interactions, which carry tokens of their own. Repeats what failed on the way. */
export function createInteractionRest(api: string): REST {
  return new REST({ api, version: '10' });
}
