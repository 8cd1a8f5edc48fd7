import { setTimeout as sleep } from 'node:timers/promises';
import type { LoopbackDiscord } from '../../src/playground/discord/index.ts';
import type { FeedServer } from '../../test/e2e/feed-server.ts';
import type { Server } from './servers.ts';
import { tallyOf } from './tally.ts';

/**
 * Publishes an affair stage by stage, the next when all channels show what came before: so a changed title meets a
 * message that is posted. Resolves when all is told, or at `limit` (UTC ms).
 */
export async function tellAffair(
  { affair, feeds, channels }: Server,
  discord: LoopbackDiscord,
  feedServer: FeedServer,
  limit: number,
): Promise<void> {
  for (const { reports, messages } of affair.stages) {
    for (const { outlet, name, title, summary } of reports) {
      const feed = feeds[outlet]!;
      feedServer.revise(feed, { guid: `${feed}-${name}`, title, summary });
    }
    for (;;) {
      const { lost, stale } = tallyOf(discord, channels, messages);
      if (lost + stale === 0) break;
      if (Date.now() > limit) return;
      await sleep(1000);
    }
  }
}
