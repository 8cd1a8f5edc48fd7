/** Keeps the locks of held jobs alive until their leases end. */
export interface Locks {
  /** @param until in ms of `performance.now()` */
  keep(job: string, token: string, until: number): void;
  drop(token: string): void;
  stop(): void;
}

/** @param extend gives the jobs that were lost @param every ms */
export function createLocks(
  extend: (jobs: string[], tokens: string[]) => Promise<string[]>,
  every: number,
): Locks {
  const kept = new Map<string, { readonly job: string; readonly until: number }>();
  const timer = setInterval(() => {
    const now = performance.now();
    for (const [token, { until }] of kept) if (until < now) kept.delete(token);
    if (kept.size === 0) return;
    // What is lost shows when its holder next says something; what failed is tried again with the next round.
    extend(
      Array.from(kept.values(), ({ job }) => job),
      [...kept.keys()],
    ).catch(() => {});
  }, every);
  timer.unref();
  return {
    keep: (job, token, until) => void kept.set(token, { job, until }),
    drop: (token) => void kept.delete(token),
    stop: () => clearInterval(timer),
  };
}
