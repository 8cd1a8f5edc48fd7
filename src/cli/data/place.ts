import { Redis } from 'ioredis';
import { systemClock } from '../../clock.ts';
import type { JobArchive } from '../../job-archive.ts';
import type { Jobs } from '../../jobs.ts';
import { redisArchive } from '../../queue/redis-archive.ts';
import { openRedisJobs } from '../../queue/redis-jobs.ts';
import { sqliteArchive } from '../../queue/sqlite-archive.ts';
import { openJobs } from '../../queue/sqlite-jobs.ts';
import type { Settings } from '../../settings.ts';
import type { DocumentStorage } from '../../storage/document-storage.ts';
import { openRedisStorage } from '../../storage/redis-storage.ts';
import { openSqliteStorage } from '../../storage/sqlite-storage.ts';

/** State and work in one place, with nobody else at it. */
export interface Place {
  readonly storage: DocumentStorage;
  /** By name. */
  readonly jobs: Readonly<Record<string, Jobs<unknown>>>;
  readonly archives: Readonly<Record<string, JobArchive<unknown>>>;
  close(): Promise<void>;
}

/** The bot's one queue. */
const queue = 'deliveries';

/**
 * Where the settings say that state is kept: in Redis if REDIS_URL is set, else in DATA_DIR.
 * @throws DatabaseError if a bot runs on it
 */
export async function openPlace(settings: Pick<Settings, 'DATA_DIR' | 'REDIS_URL'>): Promise<Place> {
  const { DATA_DIR, REDIS_URL } = settings;
  return REDIS_URL === undefined ? openFiles(DATA_DIR) : openRedis(REDIS_URL);
}

async function openFiles(dataDir: string): Promise<Place> {
  const storage = await openSqliteStorage(dataDir, { clock: systemClock });
  const { database } = storage;
  return {
    storage,
    jobs: { [queue]: openJobs(database, queue, systemClock) },
    archives: { [queue]: sqliteArchive(database, queue) },
    close: () => storage.close(),
  };
}

async function openRedis(url: string): Promise<Place> {
  const warn = (_: object, message: string) => void process.stderr.write(`${message}\n`);
  const log = { info: () => {}, warn };
  const storage = await openRedisStorage(url, { clock: systemClock, log, alone: true });
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  const jobs = openRedisJobs(redis, queue);
  const archive = redisArchive(redis, queue);
  return {
    storage,
    jobs: { [queue]: jobs },
    archives: { [queue]: archive },
    async close() {
      await Promise.all([jobs.close(), archive.close()]);
      redis.disconnect();
      await storage.close();
    },
  };
}
