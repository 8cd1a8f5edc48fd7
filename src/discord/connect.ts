import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, type REST } from 'discord.js';
import type { CommandDefinition } from '../command.ts';
import type { GatewayLog } from './gateway.ts';
import { register } from './register.ts';

/** Discord does not know this token: no use trying again. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
}

const firstPause = 1000;
const longestPause = 60_000;

/**
 * Publishes the commands and logs in; tries again with growing pauses while Discord is away.
 * @throws {TokenRefused}
 */
export async function connect(
  client: Client,
  rest: REST,
  token: string,
  definitions: readonly CommandDefinition[],
  log: GatewayLog,
  signal: AbortSignal,
): Promise<void> {
  let pause = firstPause;
  while (!signal.aborted) {
    try {
      log.info({ commands: await register(rest, definitions) }, 'commands published');
      await client.login(token);
      return;
    } catch (error) {
      if (isRefusal(error)) throw new TokenRefused('Discord refused the token', { cause: error });
      const mend = 'check the connection to Discord and DISCORD_API_URL; it is tried again';
      log.error({ err: error, pause, mend }, 'could not connect to Discord');
    }
    await sleep(pause, undefined, { signal }).catch(() => {});
    pause = Math.min(pause * 2, longestPause);
  }
}

function isRefusal(error: unknown): boolean {
  if (error instanceof DiscordAPIError) return error.status === 401;
  return error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
}
