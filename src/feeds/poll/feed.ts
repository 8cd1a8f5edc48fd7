import type { Entry } from '../../entry.ts';

/** A feed to poll. `FeedSource` of the pack's feeds file is one. */
export interface PolledFeed {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /** BCP 47. */
  readonly lang?: string | undefined;
}

export interface Batch<F extends PolledFeed = PolledFeed> {
  readonly feed: F;
  readonly entries: readonly Entry[];
  /** Nothing was ever received from this feed: what it holds is old news. */
  readonly first: boolean;
  /** UTC milliseconds. */
  readonly now: number;
}

/** Takes what was read. */
export interface Inbox<F extends PolledFeed = PolledFeed> {
  /**
   * Resolves once the batch is stored. The poller notes a feed's new ETag and Last-Modified only then,
   * so a batch may come again after a crash or an error, and must be harmless then.
   */
  receive(batch: Batch<F>): Promise<void>;
}

/** Hears of feeds that fail for long. Calls may repeat after a crash, with the same `since` (UTC ms). */
export interface TroubleListener<F extends PolledFeed = PolledFeed> {
  /**
   * After a day of failing, or at once if the publisher has ended the feed (`final`). `received`: it has worked
   * before. @returns whether the outage counts as reported; if not, the next failure calls again.
   */
  onTrouble(
    feed: F,
    trouble: { since: number; message: string; final: boolean; received: boolean },
  ): Promise<boolean>;
  /** Once, when a feed that was reported is back. */
  onRecovery(feed: F, outage: { since: number }): Promise<void>;
}
