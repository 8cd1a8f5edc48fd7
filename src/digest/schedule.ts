import { inChunks } from '../alerts/chunks.ts';
import { type Delivery, jobOf } from '../alerts/delivery.ts';
import type { GuildDocument } from '../alerts/guild.ts';
import type { Documents } from '../documents.ts';
import type { Jobs } from '../jobs.ts';
import { dueDigest, nextDue } from './due.ts';
import { type DigestNote, digestKey, noteLifetime } from './note.ts';

export interface ScheduleOptions {
  readonly guilds: Documents<GuildDocument>;
  readonly digests: Documents<DigestNote>;
  readonly jobs: Jobs<Delivery>;
  /** Called when deliveries were queued. */
  readonly wake: () => void;
}

/** When the next digest of any channel is due (UTC ms); undefined if no channel gets one. */
export async function nextDigest(guilds: Documents<GuildDocument>, now: number): Promise<number | undefined> {
  let next: number | undefined;
  for await (const [, { digests }] of guilds.entries())
    for (const setting of Object.values(digests)) next = Math.min(next ?? Infinity, nextDue(setting, now));
  return next;
}

/** Servers that are looked at before others get their turn. */
const chunkSize = 100;

/** Queues every digest whose time has come by `now` (UTC ms), once for each channel and local date. */
export function createDigestSchedule(options: ScheduleOptions): { runDue(now: number): Promise<void> } {
  const { guilds, digests, jobs, wake } = options;
  return {
    async runDue(now) {
      let queued = false;
      for await (const chunk of inChunks(guilds.entries(), chunkSize)) {
        const settings = chunk.flatMap(([guild, { digests }]) =>
          Object.values(digests).map((setting) => ({ guild, setting })),
        );
        for (const { guild, setting } of settings) {
          const next = dueDigest(setting, now);
          if (!next) continue;
          const { channel } = setting;
          const key = digestKey(channel, next.date);
          if (await digests.get(key)) continue;
          // The job first: if the note is lost in a crash, the job's id and the `sent` note still say it once.
          await jobs.add(jobOf({ kind: 'digest', guild, channel, date: next.date, due: next.due, to: now }));
          await digests.set(key, { due: next.due, to: now }, noteLifetime);
          queued = true;
        }
      }
      if (queued) wake();
    },
  };
}
