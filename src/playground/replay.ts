import { setTimeout as sleep } from 'node:timers/promises';
import type { BotProcess } from './bot-process.ts';
import type { PlaygroundClock } from './clock.ts';
import type { Desk } from './desk.ts';
import type { FeedServer } from './newsroom/feed-server.ts';
import type { ReplayItem } from './newsroom/replay-file.ts';

const minute = 60_000;
/** The bot looks for what is due every second: so long a digest needs to be seen and posted, in ms. */
const digestTakes = 1500;
/** How long the bot may take to ask the feed before the next item comes all the same, in ms. */
const patience = 10_000;

interface Stage {
  readonly bot: Pick<BotProcess, 'running' | 'nextDigest'>;
  readonly clock: PlaygroundClock;
  readonly newsroom: FeedServer;
  readonly desk: Desk;
  /** Items per minute. */
  readonly speed: number;
}

/**
 * Publishes each item once the clock is moved to its date. On the way it stops at the next digest after news, so that the digest is posted. Items of one moment come a minute apart.
 */
export async function playReplay(items: readonly ReplayItem[], { bot, clock, newsroom, desk, speed }: Stage) {
  const gap = minute / speed;
  let news = false;
  for (const { outlet, story, at } of items) {
    const digest = news && bot.running ? await bot.nextDigest() : undefined;
    if (digest !== undefined && digest < at) {
      clock.moveTo(digest);
      news = false;
      await sleep(digestTakes);
    }
    clock.moveTo(Math.max(at, clock.now() + minute));
    const before = newsroom.asked.get(outlet) ?? 0;
    desk.publish(outlet, story);
    news = true;
    await sleep(gap);
    const end = Date.now() + patience;
    while ((newsroom.asked.get(outlet) ?? 0) === before && Date.now() < end) await sleep(100);
  }
}
