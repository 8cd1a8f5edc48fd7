import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A gate that lets one through each `interval` milliseconds, in the order of asking. Evenly spaced, a rate
 * holds in any sliding second; a bucket that refills at once would let two fillings through.
 */
export function evenSpacing(interval: number): () => Promise<void> {
  let free = 0;
  return async () => {
    const now = performance.now();
    const at = Math.max(now, free);
    free = at + interval;
    if (at > now) await sleep(at - now);
  };
}
