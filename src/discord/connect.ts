import { setTimeout as sleep } from 'node:timers/promises';
import type { CommandDefinition } from '../command.ts';
import { DiscordAPIError, type REST } from './discord-js.ts';
import type { Gateway, GatewayLog } from './gateway.ts';
import { register } from './register.ts';

/** Discord does not know this token: no use trying again. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
}

const firstPause = 1000;
const longestPause = 60_000;

export interface ConnectParts {
  readonly rest: REST;
  readonly definitions: readonly CommandDefinition[];
  /** Left out where interactions arrive by HTTP. */
  readonly gateway?: Pick<Gateway, 'connect'>;
  readonly log: GatewayLog;
  /** Ends the trying. */
  readonly signal: AbortSignal;
}

/**
 * Publishes the commands and opens the gateway; tries again with growing pauses while Discord is away.
 * @throws {TokenRefused}
 */
export async function connect({ rest, definitions, gateway, log, signal }: ConnectParts): Promise<void> {
  let pause = firstPause;
  while (!signal.aborted) {
    try {
      log.info({ commands: await register(rest, definitions) }, 'commands published');
      await gateway?.connect();
      return;
    } catch (error) {
      if (error instanceof DiscordAPIError && error.status === 401)
        throw new TokenRefused('Discord refused the token', { cause: error });
      const mend = 'check the connection to Discord and DISCORD_API_URL; it is tried again';
      log.error({ err: error, pause, mend }, 'could not connect to Discord');
    }
    await sleep(pause, undefined, { signal }).catch(() => {});
    pause = Math.min(pause * 2, longestPause);
  }
}
