/** Runs tasks at most `total` at once, and at most `perHost` at once for each host. */
export interface Lanes {
  /** The task starts when it has a place, which is free again when the task ends. It must not reject. */
  add(host: string, task: () => Promise<void>): void;
}

interface Lane {
  running: number;
  readonly waiting: (() => Promise<void>)[];
}

/** A host with a long line holds at most `perHost` places, so it delays no other. */
export function createLanes(limits: { total: number; perHost: number }): Lanes {
  const lanes = new Map<string, Lane>();
  /** Hosts that have both a task waiting and a place free, in the order in which they came to it. */
  const ready = new Set<string>();
  let running = 0;

  function settle(host: string, lane: Lane): void {
    if (lane.waiting.length > 0 && lane.running < limits.perHost) ready.add(host);
    else ready.delete(host);
    if (lane.waiting.length === 0 && lane.running === 0) lanes.delete(host);
  }

  function start(): void {
    for (const host of ready) {
      if (running >= limits.total) return;
      const lane = lanes.get(host)!;
      // One of each host in turn, last in line again.
      ready.delete(host);
      running += 1;
      lane.running += 1;
      const task = lane.waiting.shift()!;
      settle(host, lane);
      void task().finally(() => {
        running -= 1;
        lane.running -= 1;
        settle(host, lane);
        start();
      });
    }
  }

  return {
    add(host, task) {
      const lane = lanes.get(host) ?? { running: 0, waiting: [] };
      lanes.set(host, lane);
      lane.waiting.push(task);
      settle(host, lane);
      start();
    },
  };
}
