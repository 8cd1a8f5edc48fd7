import type { Delivery } from '../alerts/delivery.ts';
import type { Clock } from '../clock.ts';
import { openChanges } from '../coordination/changes.ts';
import { openConnection } from '../coordination/connection.ts';
import { tryLock, waitForLock } from '../coordination/lock.ts';
import { keepSharedRate, keepSharedRates } from '../coordination/rate.ts';
import { openTurns } from '../coordination/turns.ts';
import { channelGap, globalLimit } from '../discord/messenger.ts';
import type { Log } from '../log.ts';
import { redisArchive } from '../queue/redis-archive.ts';
import { openRedisJobs } from '../queue/redis-jobs.ts';
import { openRedisStorage } from '../storage/redis-storage.ts';
import type { Backend } from './backend.ts';
import { inNewestForm } from './forms/bring-up.ts';

/** A process that says nothing for so long (ms) has lost what it had taken on alone. */
const lockLife = 10_000;
const shardsPause = 1000;
/** The same for a feed, which two may poll at once without harm (ms). */
const feedLockLife = 5000;
/** Pollers listen every few seconds, and the ids of servers should not stay longer (ms) than they are of use. */
const changesForgotten = 3_600_000;
/** Longer than a request and what it waits for its route's limit (ms). */
const longestRequest = 20_000;
/** The gap between two messages of a channel leaves room for one that arrives late, so less (ms) will do there. */
const longestInChannel = 4000;
/** A request to a channel that would have to wait for longer (ms) goes back to the queue. */
const channelPatience = 6000;

/** State, jobs, locks and rates in one Redis, for any number of processes. @throws DatabaseError */
export async function openRedisBackend(
  url: string,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): Promise<Backend> {
  const storage = await inNewestForm(await openRedisStorage(url, { clock, log }));
  const redis = openConnection(url, log);
  const jobs = openRedisJobs<Delivery>(redis, 'deliveries');
  const archive = redisArchive<Delivery>(redis, 'deliveries');
  // One does not hear what it told itself.
  const settingsChanges = () => openChanges(redis, 'settings', changesForgotten);
  const [told, heard] = [await settingsChanges(), await settingsChanges()];
  const placing = await openTurns(redis, 'placing', { changed: 'stories', ttl: lockLife });
  return {
    storage,
    jobs,
    archive,
    settingsChanges: { tell: (guild) => told.tell(guild), hear: () => heard.hear() },
    shared: {
      limits: {
        inTurn: keepSharedRate(redis, 'all', { ...globalLimit, longest: longestRequest }),
        apart: keepSharedRates(
          redis,
          { limit: 1, window: channelGap, longest: longestInChannel },
          channelPatience,
        ),
      },
      async claimFeed(feed) {
        const lock = await tryLock(redis, `feed:${feed}`, feedLockLife);
        return lock && (async () => void (await lock.release()));
      },
      placing,
      async holdShards(signal) {
        const lock = await waitForLock(redis, 'shards', { ttl: lockLife, pause: shardsPause, signal });
        signal.addEventListener('abort', () => void lock.release(), { once: true });
        return lock.lost;
      },
    },
    async close() {
      await Promise.all([jobs.close(), archive.close()]);
      await storage.close();
      await redis.quit().catch(() => redis.disconnect());
    },
  };
}
