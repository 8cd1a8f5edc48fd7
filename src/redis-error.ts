import type { Redis } from 'ioredis';
import { DatabaseError } from './database.ts';

export function redisError(error: unknown, redis: Redis): DatabaseError {
  return new DatabaseError(`Redis at ${redis.options.host}: ${String(error)}`, { cause: error });
}
