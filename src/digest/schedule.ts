import { type Delivery, jobOf } from '../alerts/delivery.ts';
import type { GuildDocument } from '../alerts/guild.ts';
import type { Documents } from '../documents.ts';
import type { Jobs } from '../jobs.ts';
import { dueDigest, nextDue } from './due.ts';
import { createDueSettings } from './due-settings.ts';
import { type DigestNote, digestKey, noteLifetime } from './note.ts';

export interface ScheduleOptions {
  readonly guilds: Documents<GuildDocument>;
  /** Servers whose settings changed since the last call, whoever changed them. */
  readonly changed: () => Promise<readonly string[]>;
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

/** Queues every digest whose time has come by `now` (UTC ms), once for each channel and local date. */
export function createDigestSchedule(options: ScheduleOptions): { runDue(now: number): Promise<void> } {
  const { guilds, changed, digests, jobs, wake } = options;
  const settings = createDueSettings(guilds, changed);
  return {
    async runDue(now) {
      let queued = false;
      for (const { guild, setting, done } of await settings.by(now)) {
        const next = dueDigest(setting, now);
        const { channel } = setting;
        const key = next && digestKey(channel, next.date);
        if (key && !(await digests.get(key))) {
          // The job first: if the note is lost in a crash, the job's id and the `sent` note still say it once.
          await jobs.add(jobOf({ kind: 'digest', guild, channel, date: next.date, due: next.due, to: now }));
          await digests.set(key, { due: next.due, to: now }, noteLifetime);
          queued = true;
        }
        done(now);
      }
      if (queued) wake();
    },
  };
}
