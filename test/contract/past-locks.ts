import { DatabaseError } from '../../src/database.ts';

/**
 * Writes again when SQLite waited in vain for another process, as the bot does by its next write: on a busy machine a
 * process may stand still with the lock for longer than a statement waits.
 */
export async function pastLocks<R>(write: () => Promise<R>): Promise<R> {
  for (;;) {
    try {
      return await write();
    } catch (error) {
      if (!(error instanceof DatabaseError && error.message.includes('is locked'))) throw error;
    }
  }
}
