import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A gate that lets one through at a time, `interval` milliseconds after the one before, in the order of asking.
 * Spaced from the last one let through, a rate holds in any sliding second, also after a stall; a bucket that
 * refills at once would let two fillings through.
 */
export function evenSpacing(interval: number): () => Promise<void> {
  let turn: Promise<void> = Promise.resolve();
  let last = Number.NEGATIVE_INFINITY;

  async function release(): Promise<void> {
    for (
      let wait = last + interval - performance.now();
      wait > 0;
      wait = last + interval - performance.now()
    ) {
      await sleep(wait);
    }
    last = performance.now();
  }

  return () => {
    turn = turn.then(release);
    return turn;
  };
}
