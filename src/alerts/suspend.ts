import type { Clock } from '../clock.ts';
import type { Documents } from '../documents.ts';
import type { HeldJob, Jobs } from '../jobs.ts';
import { type Delivery, jobOf } from './delivery.ts';
import { type GuildDocument, type Suspension, withSuspension } from './guild.ts';
import type { Log } from './log.ts';
import { nextTry } from './match.ts';
import { type GuildTellings, updateTellings } from './tellings.ts';

export interface SuspendOptions {
  readonly jobs: Jobs<Delivery>;
  readonly guilds: Documents<GuildDocument>;
  readonly tellings: Documents<GuildTellings>;
  readonly clock: Clock;
  readonly log: Log;
}

/** A channel refused: nothing more is sent there but one try a day, and its people are told. */
export type Suspend = (
  job: HeldJob<Delivery>,
  delivery: Delivery,
  reason: Suspension['reason'],
) => Promise<void>;

/** Edits wait for the day's try to have shown whether the channel is back. */
const afterTry = 5 * 60_000;

export function createSuspend(options: SuspendOptions): Suspend {
  const { jobs, guilds, clock, log } = options;
  return async (job, delivery, reason) => {
    const { guild, channel } = delivery;
    const now = clock.now();
    if (delivery.kind === 'notice') {
      await jobs.retry(job, now, `contact ${delivery.tried}: ${reason}`, {
        ...delivery,
        tried: delivery.tried + 1,
      });
      return;
    }
    const document = await guilds.update(
      guild,
      (current) => current && withSuspension(current, channel, { since: now, reason }),
    );
    const suspension = document?.suspensions[channel];
    if (!document || !suspension) return jobs.complete(job);
    log.warn(
      { guild, channel, reason, mend: 'the server was told; /alerts resume after mending it' },
      'channel suspended',
    );
    const user = (document.subscriptions[channel] ?? document.digests[channel])?.createdBy;
    if (user !== undefined)
      await jobs.add(
        jobOf({ kind: 'notice', guild, channel, user, since: suspension.since, reason, tried: 0 }),
      );
    await putOff(job, delivery, suspension, options);
  };
}

/** Keeps a delivery to a suspended channel for when it is back. */
export async function putOff(
  job: HeldJob<Delivery>,
  delivery: Delivery,
  suspension: Suspension,
  { jobs, tellings, clock }: SuspendOptions,
): Promise<void> {
  const { guild, channel } = delivery;
  const next = nextTry(suspension, clock.now());
  const probe = jobOf({ kind: 'summary_due', guild, channel, until: next }, next);
  // The next day's digest covers this one's time as well, and tries the channel.
  if (delivery.kind === 'digest') return jobs.complete(job);
  // An attempt whose outcome is unknown must look into the channel before anything is said again.
  const settled = delivery.attempt === undefined;
  await jobs.add(probe);
  // Stale by the time the channel is back.
  if (settled && (delivery.kind === 'feed_down' || delivery.kind === 'feed_back')) return jobs.complete(job);
  if (settled && delivery.kind === 'summary') return jobs.complete(job);
  if (settled && delivery.kind === 'alert') {
    const { story } = delivery;
    await updateTellings(tellings, guild, clock.now(), (stories) => {
      const telling = stories[story]?.[channel];
      if (!telling) return stories;
      const held = { ...telling, how: 'suspended' as const, until: next };
      return { ...stories, [story]: { ...stories[story], [channel]: held } };
    });
    return jobs.complete(job);
  }
  return jobs.retry(job, next + afterTry, 'suspended', delivery);
}
