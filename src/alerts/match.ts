import { independentOutlets } from '../news/outlets.ts';
import type { Story } from '../news/story.ts';
import type { Subscription, Suspension } from './guild.ts';
import { quietUntil } from './quiet-hours.ts';
import type { HoldReason } from './tellings.ts';

export type Decision =
  | { readonly do: 'nothing' }
  | { readonly do: 'tell' }
  | { readonly do: 'hold'; readonly how: HoldReason; readonly until: number };

const hour = 3_600_000;
export const day = 24 * hour;

/** What else a decision depends on. */
export interface Circumstances {
  /** UTC milliseconds. */
  readonly now: number;
  readonly suspension: Suspension | undefined;
  /** When it was decided to tell this channel of other stories (UTC ms), in any order. */
  readonly told: readonly number[];
  /** Messages an hour beyond which stories roll into a summary. */
  readonly hourlyCap: number;
}

/** Whether and how a subscribed channel is told of a story. */
export function decide(subscription: Subscription, story: Story, around: Circumstances): Decision {
  const { now, suspension, told, hourlyCap } = around;
  if (subscription.paused) return { do: 'nothing' };
  if (subscription.topics !== 'all' && !subscription.topics.includes(story.topic)) return { do: 'nothing' };
  if (independentOutlets(story).length < subscription.minSources) return { do: 'nothing' };
  if (suspension) return { do: 'hold', how: 'suspended', until: nextTry(suspension, now) };
  const quiet = subscription.quietHours && quietUntil(subscription.quietHours, now);
  if (quiet !== undefined) return { do: 'hold', how: 'quiet_hours', until: quiet };
  const recent = told.filter((at) => at > now - hour);
  // Whole hours, so that all that overflows in one of them comes in one summary.
  if (recent.length >= hourlyCap)
    return { do: 'hold', how: 'hourly_cap', until: Math.floor(now / hour) * hour + hour };
  return { do: 'tell' };
}

/** A suspended channel is tried once a day: the next such moment after `now` (UTC ms). */
export function nextTry(suspension: Suspension, now: number): number {
  const days = Math.floor((now - suspension.since) / day) + 1;
  return suspension.since + Math.max(1, days) * day;
}
