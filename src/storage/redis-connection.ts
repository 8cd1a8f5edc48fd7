import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from '@keyv/redis';
import { DatabaseError } from '../database.ts';
import { redisError } from '../redis-error.ts';

export interface RedisLog {
  info(about: object, message: string): void;
  warn(about: object, message: string): void;
}

const longestPause = 1000;
/** How long (ms) a command waits that Redis refuses while it reads its data. */
const loadingPause = 200;
const clientName = 'trucewatch';

export interface RedisOptions {
  readonly log: RedisLog;
  /**
   * How long (ms) it is tried at the start, since a container's Redis may come up after the bot; and after how long a
   * command that could not be sent fails, so that whoever waits for it hears of it.
   */
  readonly patience?: number;
  /** Refuses a Redis that another process of this program is connected to. */
  readonly alone?: boolean;
}

export type RedisConnection = Awaited<ReturnType<typeof connectRedis>>;

/**
 * Connects to Redis; a lost connection is opened again by itself, and what is asked meanwhile waits.
 * @throws DatabaseError if it can't, or if this Redis would throw documents away
 */
export async function connectRedis(url: string, { log, patience = 10_000, alone = false }: RedisOptions) {
  const address = withoutPassword(url);
  const began = performance.now();
  let connected = false;
  const client = createClient({
    url,
    name: clientName,
    commandOptions: { timeout: patience },
    socket: {
      reconnectStrategy: (tries, cause) => {
        if (!connected && performance.now() - began > patience) return cause;
        return Math.min(longestPause, 50 * 2 ** tries);
      },
    },
  });
  // The adapter of each namespace listens to it; Node would warn of more than ten.
  client.setMaxListeners(0);
  client.on('error', (error: Error) => {
    const mend = 'it is opened again by itself, and nothing is lost meanwhile; if it stays so, start Redis';
    if (connected) log.warn({ address, err: error, mend }, 'the connection to Redis is lost');
  });
  client.on('ready', () => {
    if (connected) log.info({ address }, 'connected to Redis again');
    connected = true;
  });
  async function advised<R>(work: () => Promise<R>): Promise<R> {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        // Refused before anything was done: it may be sent again, however long the reading takes.
        if (!(error as Error).message.startsWith('LOADING')) throw redisError(error, address);
        await sleep(loadingPause);
      }
    }
  }
  try {
    await advised(() => client.connect());
    // What it says about itself holds once it has read its data.
    await advised(() => client.ping());
    check(address, await advised(() => client.info()), log);
    if (alone) checkAlone(address, await advised(() => client.clientList()));
  } catch (error) {
    if (client.isOpen) client.destroy();
    throw error;
  }
  return { client, address, advised };
}

/** What Redis says about itself decides whether state may be entrusted to it. */
function check(address: string, info: string, log: RedisLog): void {
  const said = new Map(info.split('\r\n').map((line) => line.split(':', 2) as [string, string]));
  const policy = said.get('maxmemory_policy');
  if (policy !== 'noeviction') {
    throw new DatabaseError(
      `Redis at ${address} throws documents away when its memory is full (maxmemory-policy ${policy}): set maxmemory-policy to noeviction.`,
    );
  }
  if (said.get('aof_enabled') !== '1') {
    const mend = 'set "appendonly yes" in redis.conf; docs/operating.md says what is lost without it';
    log.warn({ address, mend }, 'this Redis may lose state when it ends: it keeps no append-only file');
  }
}

function checkAlone(address: string, clients: readonly { readonly name: string }[]): void {
  const others = clients.filter(({ name }) => name === clientName).length - 1;
  if (others > 0) {
    throw new DatabaseError(
      `Redis at ${address} is in use by ${others} other process${others === 1 ? '' : 'es'} of this program: stop all of them first.`,
    );
  }
}

/** The address for messages and logs. */
function withoutPassword(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname === '/' ? '' : pathname}`;
}
