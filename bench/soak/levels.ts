import { readdirSync } from 'node:fs';
import type { Bot } from '../parts/bot.ts';
import { memoryOf } from '../parts/memory-of.ts';
import { median } from '../parts/row.ts';

/** How a bot stood at a moment. */
export interface Sample {
  /** UTC ms. */
  readonly at: number;
  /** MB. */
  readonly memory: number;
  /** Open files and sockets. */
  readonly handles: number;
  /** Deliveries that wait or are held. */
  readonly queue: number;
}

export async function sampleOf(bot: Bot): Promise<Sample> {
  const metrics = await (await fetch(`http://127.0.0.1:${await bot.port()}/metrics`)).text();
  const jobs = (state: string) =>
    Number(new RegExp(`^trucewatch_queue_jobs\\{state="${state}"\\} (\\d+)`, 'm').exec(metrics)?.[1]);
  return {
    at: Date.now(),
    memory: memoryOf(bot.pid),
    handles: readdirSync(`/proc/${bot.pid}/fd`).length,
    queue: jobs('waiting') + jobs('held'),
  };
}

/** A tenth and a little are noise. */
const slack = { memory: 15, handles: 20, queue: 50 };

/** Whether each stays level: the median of the later half of the samples beside that of the earlier half. */
export function levels(samples: readonly Sample[]) {
  const half = Math.floor(samples.length / 2);
  return (['memory', 'handles', 'queue'] as const).map((what) => {
    const [middle, last] = [samples.slice(0, half), samples.slice(half)].map((part) =>
      median(part.map((sample) => sample[what])),
    ) as [number, number];
    return { what, middle, last, isLevel: last <= middle * 1.1 + slack[what] };
  });
}
