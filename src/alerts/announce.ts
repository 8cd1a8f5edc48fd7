import type { Clock } from '../clock.ts';
import type { Documents } from '../documents.ts';
import type { Jobs, NewJob } from '../jobs.ts';
import type { Story } from '../news/story.ts';
import { type Alert, alertLifetime, newAlert } from './alert.ts';
import { inChunks } from './chunks.ts';
import { type Delivery, jobOf } from './delivery.ts';
import type { GuildDocument } from './guild.ts';
import { decide } from './match.ts';
import { type GuildTellings, type Telling, type Tellings, toldTimes, updateAllTellings } from './tellings.ts';

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
 * any point, and while another process tells of the same story, of this version or another: a decision is made once,
 * counts once its job is queued, and jobs have derived ids.
 *
 * The story must be stored already. `fresh` is false for old news, which changes messages but makes none.
 * @returns whether anything was queued.
 */
export type Announce = (story: Story, fresh: boolean) => Promise<boolean>;

/** Servers at a time: what is decided for them is one write, and so are their jobs. */
const chunkSize = 25;

export function createAnnounce(options: AnnounceOptions): Announce {
  const { alerts, tellings, guilds, jobs, clock, hourlyCap = 20, editDelay = 60_000 } = options;

  /** The servers that may be told of the story. */
  async function* audienceOf({ guild }: Story): AsyncIterable<readonly [string, GuildDocument]> {
    if (guild === undefined) return yield* guilds.entries();
    const document = await guilds.get(guild);
    if (document) yield [guild, document];
  }

  /** Decides who of the server's channels is told, unless that is decided already. */
  function decided(
    document: GuildDocument,
    before: GuildTellings['stories'],
    story: Story,
    now: number,
  ): Tellings {
    const tellings: Record<string, Telling> = { ...before[story.id] };
    for (const [channel, subscription] of Object.entries(document.subscriptions)) {
      const telling = tellings[channel];
      if (telling && (telling.queued || telling.until === undefined || telling.until > now)) continue;
      const around = {
        now,
        suspension: document.suspensions[channel],
        told: toldTimes(before, channel),
        hourlyCap,
      };
      const decision = decide(subscription, story, around);
      const base = { at: now, version: story.version, queued: false };
      if (decision.do === 'tell') tellings[channel] = { ...base, how: 'message' };
      if (decision.do === 'hold') tellings[channel] = { ...base, how: decision.how, until: decision.until };
    }
    return tellings;
  }

  /** Creates it with the first fresh report. */
  async function alertOf(story: Story, fresh: boolean, now: number): Promise<Alert | undefined> {
    const stored = await alerts.get(story.id);
    if (!fresh) return stored;
    const heard = (current: Alert | undefined) => ({ ...(current ?? newAlert(story, now)), heard: now });
    return alerts.update(story.id, heard, stored ? undefined : alertLifetime);
  }

  return async (story, fresh) => {
    const now = clock.now();
    const alert = await alertOf(story, fresh, now);
    if (!alert) return false;
    const grown = story.version > alert.version;
    if (!fresh && !grown) return false;

    const retracted = story.standing === 'retracted' && alert.standing !== 'retracted';
    // What is no longer so should not stand there for another minute.
    const editAt = story.standing === alert.standing ? now + editDelay : now;

    /** What an earlier version told of is brought to this one. */
    function changes(guild: string, tellings: Tellings): NewJob<Delivery>[] {
      if (!grown || alert?.mutedIn.includes(guild)) return [];
      return Object.entries(tellings).flatMap(([channel, { how, version }]) => {
        if (how !== 'message' || version >= story.version) return [];
        const about = { guild, channel, story: story.id } as const;
        const edit = jobOf({ kind: 'edit', ...about, version: story.version }, editAt);
        return retracted ? [edit, jobOf({ kind: 'retraction', ...about })] : [edit];
      });
    }

    async function tell(chunk: readonly (readonly [string, GuildDocument])[]): Promise<boolean> {
      const documents = new Map(chunk);
      const told = await updateAllTellings(tellings, documents.keys(), now, (before, guild) => {
        const made = fresh ? decided(documents.get(guild)!, before, story, now) : {};
        return Object.keys(made).length > 0 ? { ...before, [story.id]: made } : before;
      });
      const open = new Map<string, Tellings>();
      const work = [...told].flatMap(([guild, { stories }]) => {
        const all = stories[story.id] ?? {};
        const undone = Object.entries(all).filter(([, { queued }]) => !queued);
        if (undone.length > 0) open.set(guild, Object.fromEntries(undone));
        const first = undone.map(([channel, telling]) => firstJob(guild, channel, telling, story));
        return [...first, ...changes(guild, all)];
      });
      if (work.length === 0) return false;
      await jobs.addAll(work);
      await updateAllTellings(tellings, open.keys(), now, (stories, guild) => ({
        ...stories,
        [story.id]: queued(stories[story.id], open.get(guild)!),
      }));
      return true;
    }

    let any = false;
    for await (const chunk of inChunks(audienceOf(story), chunkSize)) any = (await tell(chunk)) || any;
    if (grown)
      await alerts.update(story.id, (current = alert) =>
        current.version < story.version
          ? { ...current, version: story.version, standing: story.standing }
          : current,
      );
    return any;
  };
}

/** Notes of decisions that their jobs are in the queue, unless they were made anew meanwhile. */
function queued(now: Tellings = {}, done: Tellings): Tellings {
  const stands = Object.entries(done).flatMap(([channel, telling]) =>
    now[channel]?.at === telling.at && now[channel].how === telling.how
      ? [[channel, { ...now[channel], queued: true }]]
      : [],
  );
  return { ...now, ...Object.fromEntries(stands) };
}

function firstJob(guild: string, channel: string, { until }: Telling, story: Story): NewJob<Delivery> {
  if (until === undefined) return jobOf({ kind: 'alert', guild, channel, story: story.id });
  return jobOf({ kind: 'summary_due', guild, channel, until }, until + summaryGrace);
}

/** A decision made just before the hour ends is noted by then. */
const summaryGrace = 5_000;
