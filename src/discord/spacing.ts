import { setTimeout as sleep } from 'node:timers/promises';
import type { InTurn, Rate } from '../rate.ts';

/** So much of a window that was not used (ms) may be made up for at once, after a stall or a rest. */
const credit = 250;
/** Two clocks that count whole milliseconds may differ by so much. */
const rounding = 2;
/** What a process sent with its last breath may arrive so long (ms) after its end. */
const underway = 200;

/**
 * Keeps a rate by construction, in the order of asking: a request holds its place from its start until a window
 * after its answer. It was counted between the two, so however long the way there takes, no window sees more than
 * the limit. Within that, requests are evenly spaced; what a late timer or a stall lost is made up for. In the first
 * window of the process the places come free one after the other, as those of a process killed just before it would
 * have: it was evenly spaced too, but for its credit.
 */
export function keepRate({ limit, window }: Rate): InTurn {
  const interval = window / limit;
  /** When each free place may be taken, in ms since this process began; ascending, in the order of the answers. */
  const places = Array.from({ length: limit }, (_, n) => underway + credit + (n + 2) * interval);
  let turn: Promise<void> = Promise.resolve();
  let due = Number.NEGATIVE_INFINITY;
  let cameBack = () => {};

  async function place(): Promise<number> {
    for (;;) {
      const free = places.shift();
      if (free !== undefined) return free;
      await new Promise<void>((resolve) => {
        cameBack = resolve;
      });
    }
  }

  async function release(): Promise<void> {
    const at = Math.max(due, await place());
    for (let wait = at - performance.now(); wait > 0; wait = at - performance.now()) await sleep(wait);
    due = Math.max(due, performance.now() - credit) + interval;
  }

  return async (request) => {
    turn = turn.then(release);
    await turn;
    try {
      return await request();
    } finally {
      places.push(performance.now() + window + rounding);
      cameBack();
    }
  };
}

/** Runs requests of one name `gap` ms apart, from the answer of one to the start of the next; others side by side. */
export function keepApart(gap: number): <T>(name: string, request: () => Promise<T>) => Promise<T> {
  const gaps = new Map<string, Promise<void>>();
  return (name, request) => {
    const mine = (gaps.get(name) ?? Promise.resolve()).then(request);
    const over = mine
      .then(
        () => {},
        () => {},
      )
      .then(() => sleep(gap, undefined, { ref: false }))
      .then(() => {
        if (gaps.get(name) === over) gaps.delete(name);
      });
    gaps.set(name, over);
    return mine;
  };
}
