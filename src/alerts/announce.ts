import type { Clock } from '../clock.ts';
import type { Documents } from '../documents.ts';
import type { Jobs, NewJob } from '../jobs.ts';
import type { Story } from '../news/story.ts';
import { type Alert, alertLifetime, newAlert } from './alert.ts';
import { inChunks } from './chunks.ts';
import { type Delivery, jobOf } from './delivery.ts';
import type { GuildDocument } from './guild.ts';
import { decide } from './match.ts';
import { type GuildTellings, type Telling, type Tellings, toldTimes, updateTellings } from './tellings.ts';

export interface AnnounceOptions {
  readonly alerts: Documents<Alert>;
  readonly tellings: Documents<GuildTellings>;
  readonly guilds: Documents<GuildDocument>;
  readonly jobs: Jobs<Delivery>;
  readonly clock: Clock;
  /** Messages an hour and channel beyond which stories roll into a summary. */
  readonly hourlyCap?: number;
  /** Milliseconds within which the changes of a story make one edit. */
  readonly editDelay?: number;
}

/**
 * Decides who is told of a story and queues the deliveries, some servers at a time. Safe to repeat after a crash at
 * any point: a decision counts once its job is queued, and jobs have derived ids.
 *
 * The story must be stored already. `fresh` is false for old news, which changes messages but makes none.
 * @returns whether anything was queued.
 */
export type Announce = (story: Story, fresh: boolean) => Promise<boolean>;

/**
 * Servers at a time: their documents are read side by side, and their jobs are one write. SQLite writes on the main
 * thread, so others wait for as many writes.
 */
const chunkSize = 25;

export function createAnnounce(options: AnnounceOptions): Announce {
  const { alerts, tellings, guilds, jobs, clock, hourlyCap = 20, editDelay = 60_000 } = options;

  /** The servers that may be told of the story. */
  async function* audienceOf({ guild }: Story): AsyncIterable<readonly [string, GuildDocument]> {
    if (guild === undefined) return yield* guilds.entries();
    const document = await guilds.get(guild);
    if (document) yield [guild, document];
  }

  /** New tellings, and those of an earlier round that did not get as far as the queue. */
  function decisions(
    { subscriptions, suspensions }: GuildDocument,
    told: GuildTellings | undefined,
    story: Story,
    now: number,
  ): Tellings {
    const made: Record<string, Telling> = {};
    for (const [channel, subscription] of Object.entries(subscriptions)) {
      const before = told?.stories[story.id]?.[channel];
      if (before?.queued) continue;
      if (before && (before.until === undefined || before.until > now)) {
        made[channel] = before;
        continue;
      }
      const suspension = suspensions[channel];
      const around = { now, suspension, told: toldTimes(told, channel), hourlyCap };
      const decision = decide(subscription, story, around);
      const base = { at: now, version: story.version, queued: false };
      if (decision.do === 'tell') made[channel] = { ...base, how: 'message' };
      if (decision.do === 'hold') made[channel] = { ...base, how: decision.how, until: decision.until };
    }
    return made;
  }

  /** Notes what was decided for a server's channels. */
  async function note(guild: string, story: string, made: Tellings, now: number): Promise<void> {
    await updateTellings(tellings, guild, now, (stories) => ({
      ...stories,
      [story]: { ...stories[story], ...made },
    }));
  }

  return async (story, fresh) => {
    const now = clock.now();
    const stored = await alerts.get(story.id);
    if (!stored && !fresh) return false;
    const alert = stored ?? newAlert(story, now);
    const grown = story.version > alert.version;
    if (!fresh && !grown) return false;
    if (fresh && stored) await alerts.update(story.id, (current) => ({ ...(current ?? alert), heard: now }));
    else if (fresh) await alerts.set(story.id, alert, alertLifetime);

    const retracted = story.standing === 'retracted' && alert.standing !== 'retracted';
    // What is no longer so should not stand there for another minute.
    const editAt = story.standing === alert.standing ? now + editDelay : now;

    function changes(guild: string, told: GuildTellings | undefined): NewJob<Delivery>[] {
      if (!grown || alert.mutedIn.includes(guild)) return [];
      return Object.entries(told?.stories[story.id] ?? {}).flatMap(([channel, { how }]) => {
        if (how !== 'message') return [];
        const about = { guild, channel, story: story.id } as const;
        const edit = jobOf({ kind: 'edit', ...about, version: story.version }, editAt);
        return retracted ? [edit, jobOf({ kind: 'retraction', ...about })] : [edit];
      });
    }

    let any = false;
    for await (const chunk of inChunks(audienceOf(story), chunkSize)) {
      const decided = await Promise.all(
        chunk.map(async ([guild, document]) => {
          const told = await tellings.get(guild);
          const made = fresh ? decisions(document, told, story, now) : {};
          if (Object.keys(made).length > 0) await note(guild, story.id, made, now);
          return { guild, made, changes: changes(guild, told) };
        }),
      );
      const work = decided.flatMap(({ guild, made, changes }) => [
        ...Object.entries(made).map(([channel, telling]) => firstJob(guild, channel, telling, story)),
        ...changes,
      ]);
      if (work.length === 0) continue;
      await jobs.addAll(work);
      any = true;
      await Promise.all(
        decided.map(async ({ guild, made }) => {
          const queued = Object.entries(made).map(([channel, telling]) => [
            channel,
            { ...telling, queued: true },
          ]);
          if (queued.length > 0) await note(guild, story.id, Object.fromEntries(queued), now);
        }),
      );
    }
    if (grown)
      await alerts.update(story.id, (current = alert) => ({
        ...current,
        version: Math.max(current.version, story.version),
        standing: story.standing,
      }));
    return any;
  };
}

function firstJob(guild: string, channel: string, { until }: Telling, story: Story): NewJob<Delivery> {
  if (until === undefined) return jobOf({ kind: 'alert', guild, channel, story: story.id });
  return jobOf({ kind: 'summary_due', guild, channel, until }, until + summaryGrace);
}

/** A decision made just before the hour ends is noted by then. */
const summaryGrace = 5_000;
