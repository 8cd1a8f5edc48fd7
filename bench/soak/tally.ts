import { type LoopbackDiscord, messageText } from '../../src/playground/discord/index.ts';
import type { Expected } from './affairs.ts';

/** How a channel differs from what it is due, each counted by itself so that none hides another. */
export interface Tally {
  /** Due, and not there. */
  lost: number;
  /** There more often than once, or not due at all. */
  doubled: number;
  /** There, but without what it should say by now. */
  stale: number;
}

export function tallyOf(
  discord: LoopbackDiscord,
  channels: readonly string[],
  expected: readonly Expected[],
): Tally {
  const tally: Tally = { lost: 0, doubled: 0, stale: 0 };
  for (const channel of channels) {
    const texts = discord
      .messages(channel)
      .filter(({ author }) => author.id === discord.bot.id)
      .map(messageText);
    for (const { is, says } of expected) {
      const found = texts.filter((text) => text.includes(is));
      if (found.length === 0) tally.lost += 1;
      else if (!found.some((text) => text.includes(says))) tally.stale += 1;
      tally.doubled += Math.max(0, found.length - 1);
    }
    tally.doubled += texts.filter((text) => !expected.some(({ is }) => text.includes(is))).length;
  }
  return tally;
}
