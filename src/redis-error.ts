import { DatabaseError } from './database.ts';

/** What Redis or the connection to it threw, as one sentence for the operator with what to do. @param address for that sentence; no password. */
export function redisError(error: unknown, address: string): DatabaseError {
  return error instanceof DatabaseError ? error : new DatabaseError(advice(error, address), { cause: error });
}

/** Redis begins its errors with a word of its own: https://redis.io/docs/latest/develop/reference/protocol-spec/ */
function advice(error: unknown, address: string): string {
  const { message } = error as Error;
  const kind = (error as Error).constructor.name;
  switch (message.split(' ')[0]) {
    case 'OOM':
      return `Redis at ${address} has no memory left: raise its maxmemory, or give it a machine with more.`;
    case 'MISCONF':
      return `Redis at ${address} takes no writes because it cannot save them: make room on its disk and look into its log.`;
    case 'READONLY':
      return `Redis at ${address} is a replica: set REDIS_URL to the primary.`;
    case 'LOADING':
      return `Redis at ${address} is still loading its data: it is tried again with the next write.`;
    case 'NOAUTH':
    case 'WRONGPASS':
    case 'NOPERM':
      return `Redis at ${address} refuses this user (${message}): correct user and password in REDIS_URL, or the user's permissions.`;
  }
  if (/closed/i.test(kind) || /ECONNRESET|EPIPE/.test(message)) {
    return `The connection to Redis at ${address} was closed: it is opened again by itself; if not, start Redis.`;
  }
  return `Redis at ${address} does not answer (${message || kind}): start it, or correct REDIS_URL.`;
}
