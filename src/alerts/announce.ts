import type { Clock } from '../clock.ts';
import type { Documents } from '../documents.ts';
import type { Jobs, NewJob } from '../jobs.ts';
import type { Story } from '../news/story.ts';
import { type Alert, alertLifetime, newAlert, type Telling } from './alert.ts';
import { type Delivery, jobOf } from './delivery.ts';
import type { GuildDocument } from './guild.ts';
import { decide } from './match.ts';
import { createRecentTellings } from './recent.ts';

export interface AnnounceOptions {
  readonly alerts: Documents<Alert>;
  readonly guilds: Documents<GuildDocument>;
  readonly jobs: Jobs<Delivery>;
  readonly clock: Clock;
  /** Messages an hour and channel beyond which stories roll into a summary. */
  readonly hourlyCap?: number;
  /** Milliseconds within which the changes of a story make one edit. */
  readonly editDelay?: number;
}

/**
 * Decides who is told of a story and queues the deliveries. Safe to repeat after a crash at any point: a
 * decision counts once its job is queued, and jobs have derived ids.
 *
 * The story must be stored already. `fresh` is false for old news, which changes messages but makes none.
 * @returns whether anything was queued.
 */
export type Announce = (story: Story, fresh: boolean) => Promise<boolean>;

export function createAnnounce(options: AnnounceOptions): Announce {
  const { alerts, guilds, jobs, clock, hourlyCap = 20, editDelay = 60_000 } = options;
  const recent = createRecentTellings(alerts, clock);

  /** The servers that may be told of the story. */
  async function* audienceOf({ guild }: Story): AsyncIterable<readonly [string, GuildDocument]> {
    if (guild === undefined) return yield* guilds.entries();
    const document = await guilds.get(guild);
    if (document) yield [guild, document];
  }

  /** New tellings, and those of an earlier round that did not get as far as the queue. */
  async function tellings(story: Story, alert: Alert, now: number): Promise<Record<string, Telling>> {
    const made: Record<string, Telling> = {};
    for await (const [guild, document] of audienceOf(story)) {
      for (const [channel, subscription] of Object.entries(document.subscriptions)) {
        const before = alert.tellings[channel];
        if (before?.queued) continue;
        if (before && (before.until === undefined || before.until > now)) {
          made[channel] = before;
          continue;
        }
        const suspension = document.suspensions[channel];
        const decision = decide(subscription, story, {
          now,
          suspension,
          told: await recent.of(channel),
          hourlyCap,
        });
        if (decision.do === 'nothing') continue;
        const base = { guild, at: now, version: story.version, queued: false };
        if (decision.do === 'hold') made[channel] = { ...base, how: decision.how, until: decision.until };
        else {
          made[channel] = { ...base, how: 'message' };
          recent.note(channel, now);
        }
      }
    }
    return made;
  }

  return async (story, fresh) => {
    const now = clock.now();
    const stored = await alerts.get(story.id);
    if (!stored && !fresh) return false;
    const alert = stored ?? newAlert(story, now);
    const made = fresh ? await tellings(story, alert, now) : {};
    const grown = story.version > alert.version;
    if (fresh) {
      const merged: Alert = { ...alert, heard: now, tellings: { ...alert.tellings, ...made } };
      if (stored)
        await alerts.update(story.id, (current) => ({
          ...(current ?? merged),
          heard: now,
          tellings: merged.tellings,
        }));
      else await alerts.set(story.id, merged, alertLifetime);
    }
    const work: NewJob<Delivery>[] = Object.entries(made).map(([channel, telling]) =>
      firstJob(channel, telling, story),
    );
    if (grown) {
      const retracted = story.standing === 'retracted' && alert.standing !== 'retracted';
      // What is no longer so should not stand there for another minute.
      const at = story.standing === alert.standing ? now + editDelay : now;
      for (const [channel, { guild, how }] of Object.entries(alert.tellings)) {
        if (how !== 'message' || alert.mutedIn.includes(guild)) continue;
        work.push(jobOf({ kind: 'edit', guild, channel, story: story.id, version: story.version }, at));
        if (retracted) work.push(jobOf({ kind: 'retraction', guild, channel, story: story.id }));
      }
    }
    if (work.length === 0 && !grown) return false;
    await jobs.addAll(work);
    await alerts.update(story.id, (current) => queued(current ?? alert, story, Object.keys(made)));
    return work.length > 0;
  };
}

function firstJob(channel: string, telling: Telling, story: Story): NewJob<Delivery> {
  const { guild, until } = telling;
  if (until === undefined) return jobOf({ kind: 'alert', guild, channel, story: story.id });
  return jobOf({ kind: 'summary_due', guild, channel, until }, until + summaryGrace);
}

/** A decision made just before the hour ends is noted by then. */
const summaryGrace = 5_000;

function queued(alert: Alert, story: Story, channels: readonly string[]): Alert {
  const tellings = { ...alert.tellings };
  for (const channel of channels) {
    const telling = tellings[channel];
    if (telling) tellings[channel] = { ...telling, queued: true };
  }
  return { ...alert, tellings, version: Math.max(alert.version, story.version), standing: story.standing };
}
