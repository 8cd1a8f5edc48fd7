import { setTimeout as sleep } from 'node:timers/promises';
import type { LoopbackDiscord } from '../../src/playground/discord/index.ts';
import type { FeedServer } from '../../test/e2e/feed-server.ts';

const calm = 20_000;
const trouble = 10_000;

/** What goes wrong, one after the other until `end` (UTC ms), beside what goes wrong all the time. */
export async function faults(discord: LoopbackDiscord, feeds: FeedServer, end: number): Promise<void> {
  const create = /^POST \/channels\/.*\/messages$/;
  discord.faults.add({ match: create, effect: 'error', when: 'after', percent: 3 });
  discord.faults.add({ match: create, effect: 'cut', when: 'after', percent: 2 });
  const troubles = [
    () => {
      discord.goAway();
      return () => discord.comeBack();
    },
    () => discord.faults.add({ effect: 'error', status: 503, percent: 50 }),
    () => discord.faults.add({ match: create, effect: 'delay', ms: 1500 }),
    () => discord.faults.add({ match: create, effect: 'hang', when: 'after', percent: 10 }),
    () => {
      feeds.failing = true;
      return () => {
        feeds.failing = false;
      };
    },
  ];
  for (let n = 0; Date.now() + calm + trouble < end; n++) {
    await sleep(calm);
    const over = troubles[n % troubles.length]?.();
    await sleep(trouble);
    over?.();
  }
}
