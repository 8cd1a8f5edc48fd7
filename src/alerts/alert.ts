import type { Story } from '../news/story.ts';

/** How far a story has been told; one document a story. */
export interface Alert {
  readonly story: string;
  /** When a fresh report of it last came in (UTC ms). */
  readonly heard: number;
  /** The version up to which edits are queued. */
  readonly version: number;
  /** The standing that readers were last told of. */
  readonly standing: Story['standing'];
  /** Members who called it not relevant. */
  readonly notRelevant: readonly string[];
  /** Servers in which a moderator did: nothing more is said about it there. */
  readonly mutedIn: readonly string[];
}

/** 32 days (ms): longer than a story grows, and than a digest looks back. */
export const alertLifetime = 32 * 24 * 3_600_000;

export function newAlert({ id, version, standing }: Story, now: number): Alert {
  return { story: id, heard: now, version, standing, notRelevant: [], mutedIn: [] };
}
