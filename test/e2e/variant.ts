import type { LoopbackDiscord } from '../../src/playground/discord/index.ts';
import type { RedisServer } from '../contract/redis-server.ts';

/** The same bot by other means: every scenario holds for each. */
export interface Variant {
  readonly transport: 'gateway' | 'http';
  readonly store: 'SQLite' | 'Redis';
}

/** @param redis where the store is Redis */
export function settingsOf(
  { transport }: Pick<Variant, 'transport'>,
  discord: LoopbackDiscord,
  redis?: RedisServer,
): Record<string, string> {
  return {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    TRANSPORT: transport,
    ...(redis && { REDIS_URL: redis.url }),
    ...(transport === 'http' && { DISCORD_PUBLIC_KEY: discord.keys.verifyKey }),
  };
}
