import type { LoopbackDiscord } from '../../src/playground/discord/index.ts';

/** The same bot by other means: every scenario holds for each. */
export interface Variant {
  readonly transport: 'gateway' | 'http';
}

export function settingsOf({ transport }: Variant, discord: LoopbackDiscord): Record<string, string> {
  return {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    TRANSPORT: transport,
    ...(transport === 'http' && { DISCORD_PUBLIC_KEY: discord.keys.verifyKey }),
  };
}
