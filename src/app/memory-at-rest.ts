import { performance } from 'node:perf_hooks';
import type { Log } from '../log.ts';

/** A look covers so long (ms): by then the threads that parsed a round of feeds have ended. */
const lookEvery = 12_000;
/** Below this share of busy time nobody notices a pause of some tenths of a second. */
const atRest = 0.1;
/** Less to gain than this (bytes) is not worth the pause. */
const worthwhile = 16 * 1024 * 1024;
/** Between two pauses at least (ms). */
const apart = 10 * 60_000;

export interface MemoryParts {
  /** Since the last time it was asked: the share of time in which the process was busy. */
  readonly busy: () => number;
  /** Bytes that the process holds in memory. */
  readonly resident: () => number;
  /** Collects all garbage and gives the system back what held it. Stops everything else for some tenths of a second. */
  readonly collect: () => void;
  /** In ms, from any time on. */
  readonly now: () => number;
}

/**
 * V8 keeps the room of garbage for more of it, and does not collect at all while the heap is small: after the first round
 * of a thousand feeds that is 80 MB. So it is given back when hardly anything goes on and the process has grown.
 * @returns a look whether now is the time, to be made again and again
 */
export function createMemoryLook({ busy, resident, collect, now }: MemoryParts): () => void {
  let collected = Number.NEGATIVE_INFINITY;
  /** What it held a look after the last collection: pages go back with a delay. */
  let settled: number | undefined = 0;
  return () => {
    const isAtRest = busy() < atRest;
    settled ??= resident();
    if (!isAtRest || now() - collected < apart || resident() - settled < worthwhile) return;
    collect();
    collected = now();
    settled = undefined;
  };
}

/** Looks as long as the process runs, if it may collect: `node --expose-gc`. @returns ends that */
export function giveBackAtRest(log: Log): () => void {
  const { gc } = globalThis;
  if (!gc) return () => {};
  const look = createMemoryLook({
    busy: busySince(),
    resident: () => process.memoryUsage.rss(),
    collect() {
      const [began, held] = [performance.now(), process.memoryUsage.rss()];
      gc({ type: 'major', execution: 'sync', flavor: 'last-resort' });
      log.debug({ ms: Math.round(performance.now() - began), held }, 'garbage was collected at rest');
    },
    now: () => performance.now(),
  });
  const timer = setInterval(look, lookEvery).unref();
  return () => clearInterval(timer);
}

function busySince(): () => number {
  let last = performance.eventLoopUtilization();
  return () => {
    const current = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(current, last);
    last = current;
    return utilization;
  };
}
