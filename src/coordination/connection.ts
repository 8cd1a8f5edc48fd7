import { Redis } from 'ioredis';

export interface ConnectionLog {
  info(about: object, message: string): void;
  warn(about: object, message: string): void;
}

const longestPause = 1000;

/**
 * A connection for jobs, locks and rates. Lost, it is opened again by itself, and what is asked meanwhile waits:
 * work goes on where it stood. Connects in the background.
 */
export function openConnection(url: string, log: ConnectionLog): Redis {
  const redis = new Redis(url, {
    connectionName: 'trucewatch',
    maxRetriesPerRequest: null,
    retryStrategy: (tries) => Math.min(longestPause, 50 * 2 ** tries),
  });
  let away = false;
  redis.on('error', (error: Error) => {
    if (away) return;
    away = true;
    log.warn(
      { err: error, mend: 'work waits and goes on by itself; if it stays so, start Redis' },
      'Redis is away',
    );
  });
  redis.on('ready', () => {
    if (away) log.info({}, 'Redis is back');
    away = false;
  });
  return redis;
}
