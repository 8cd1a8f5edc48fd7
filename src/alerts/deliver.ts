import type { Clock } from '../clock.ts';
import type { Documents } from '../documents.ts';
import { type HeldJob, type Jobs, LeaseLost } from '../jobs.ts';
import type { Delivery } from './delivery.ts';
import { type GuildDocument, withoutSuspension } from './guild.ts';
import type { Log } from './log.ts';
import { nextTry } from './match.ts';
import { DeliveryError, type Messenger } from './messenger.ts';
import { postOnce } from './post.ts';
import { settle } from './settle.ts';
import { createSuspend, putOff } from './suspend.ts';
import type { GuildTellings } from './tellings.ts';
import { createTurns } from './turns.ts';
import type { Compose, SentNote, Work } from './work.ts';

export interface DeliverOptions {
  readonly jobs: Jobs<Delivery>;
  readonly messenger: Messenger;
  readonly sent: Documents<SentNote>;
  readonly tellings: Documents<GuildTellings>;
  readonly guilds: Documents<GuildDocument>;
  readonly compose: Compose;
  readonly clock: Clock;
  /** 0 to 1; spreads retries. */
  readonly random: () => number;
  readonly log: Log;
  /** Milliseconds for which the platform surely remembers a nonce. */
  readonly trustedWindow?: number;
}

/** Makes one held delivery: afterwards its job is complete, put off or parked, or its lease was lost. */
export type Deliver = (job: HeldJob<Delivery>) => Promise<void>;

export function createDeliver(options: DeliverOptions): Deliver {
  const { jobs, guilds, compose, clock, log, trustedWindow = 60_000 } = options;
  const suspend = createSuspend(options);
  // One request at a time to a channel: after a refusal the next one finds it suspended.
  const inTurn = createTurns();

  async function attempt(job: HeldJob<Delivery>): Promise<void> {
    const delivery = job.payload;
    const { guild, channel } = delivery;
    const suspension = (await guilds.get(guild))?.suspensions[channel];
    if (suspension && !isTry(delivery, suspension.since, clock.now()))
      return putOff(job, delivery, suspension, options);
    const work = await compose(delivery);
    if (work.do === 'later') return jobs.retry(job, work.at, work.reason);
    if (work.do !== 'nothing') {
      await carryOut(job, work);
      const { kind, requestId } = delivery;
      log.info({ job: job.id, kind, guild, channel, attempt: job.attempt, requestId }, 'delivered');
      if (suspension && work.channel === channel)
        await guilds.update(guild, (current) => current && withoutSuspension(current, channel));
    }
    await jobs.complete(job);
  }

  async function carryOut(job: HeldJob<Delivery>, work: Work & { do: 'post' | 'change' }): Promise<void> {
    if (work.do === 'post') return postOnce(job, work, { ...options, trustedWindow });
    try {
      await work.request();
    } catch (error) {
      if (error instanceof DeliveryError && error.kind === 'unknown_message') return work.lost();
      throw error;
    }
    await work.after();
  }

  async function turn(job: HeldJob<Delivery>): Promise<void> {
    try {
      await attempt(job);
    } catch (error) {
      if (error instanceof LeaseLost) throw error;
      await settle(job, error, { ...options, suspend });
    }
  }

  return async (job) => {
    try {
      await inTurn(job.payload.channel, () => turn(job));
    } catch (error) {
      if (error instanceof LeaseLost) log.info({ job: job.id }, 'taken over: another attempt decides');
      // The store refused; the job comes back when its lease ends.
      else log.error({ job: job.id, err: error, mend: 'see the cause' }, 'delivery could not be noted');
    }
  };
}

/** Whether this delivery is the one that finds out if a suspended channel is back. */
function isTry(delivery: Delivery, since: number, now: number): boolean {
  if (['digest', 'notice', 'summary_due'].includes(delivery.kind)) return true;
  return delivery.kind === 'summary' && now >= nextTry({ since, reason: 'gone' }, since);
}
