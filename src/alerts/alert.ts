import type { Story } from '../news/story.ts';

/** Who is told of a story, and how far that has gone; one document a story. */
export interface Alert {
  readonly story: string;
  /** When a fresh report of it last came in (UTC ms). */
  readonly heard: number;
  /** The version up to which edits are queued. */
  readonly version: number;
  /** The standing that readers were last told of. */
  readonly standing: Story['standing'];
  /** By channel. */
  readonly tellings: Readonly<Record<string, Telling>>;
  /** Members who called it not relevant. */
  readonly notRelevant: readonly string[];
  /** Servers in which a moderator did: nothing more is said about it there. */
  readonly mutedIn: readonly string[];
}

/** How one channel is told of the story. */
export interface Telling {
  readonly guild: string;
  /** UTC milliseconds of the decision. */
  readonly at: number;
  readonly how: 'message' | HoldReason;
  /** Held until then (UTC ms), to be told in a summary. */
  readonly until?: number;
  /** The story's version when it was decided. */
  readonly version: number;
  /** Its job is in the queue: the decision stands. */
  readonly queued: boolean;
  /** A held story was told in a summary. */
  readonly summarised?: true;
}

export type HoldReason = 'quiet_hours' | 'hourly_cap' | 'suspended';

/** 32 days (ms): longer than a story grows, and than a digest looks back. */
export const alertLifetime = 32 * 24 * 3_600_000;

export function newAlert(story: Story, now: number): Alert {
  return {
    story: story.id,
    heard: now,
    version: story.version,
    standing: story.standing,
    tellings: {},
    notRelevant: [],
    mutedIn: [],
  };
}

/** Whether the channel still waits to hear of it in a summary due by `until` (UTC ms). */
export function isPending(telling: Telling | undefined, until: number, how?: HoldReason): boolean {
  if (!telling?.queued || telling.summarised || telling.how === 'message') return false;
  if (how !== undefined) return telling.how === how;
  return (telling.until ?? 0) <= until;
}
