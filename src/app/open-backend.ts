import type { Delivery } from '../alerts/delivery.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { sqliteArchive } from '../queue/sqlite-archive.ts';
import { openJobs, releaseHeld } from '../queue/sqlite-jobs.ts';
import type { Settings } from '../settings.ts';
import { openSqliteStorage } from '../storage/sqlite-storage.ts';
import type { Backend } from './backend.ts';
import { inNewestForm } from './forms/bring-up.ts';
import { createOwnChanges } from './own-changes.ts';

const queue = 'deliveries';

/** @throws DatabaseError, one sentence with what to do */
export async function openBackend(
  settings: Pick<Settings, 'DATA_DIR' | 'REDIS_URL'>,
  parts: { readonly clock: Clock; readonly log: Log },
): Promise<Backend> {
  if (settings.REDIS_URL !== undefined) {
    // A bot without Redis is spared its libraries.
    const { openRedisBackend } = await import('./redis-backend.ts');
    return openRedisBackend(settings.REDIS_URL, parts);
  }
  const storage = await inNewestForm(await openSqliteStorage(settings.DATA_DIR, parts));
  const jobs = openJobs<Delivery>(storage.database, queue, parts.clock);
  // The data directory is this process's alone.
  releaseHeld(storage.database, queue, parts.clock);
  return {
    storage,
    jobs,
    archive: sqliteArchive<Delivery>(storage.database, queue),
    settingsChanges: createOwnChanges(),
    close: () => storage.close(),
  };
}
