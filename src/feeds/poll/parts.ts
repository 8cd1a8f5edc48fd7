import type { Clock } from '../../clock.ts';
import type { Documents } from '../../documents.ts';
import type { Fetcher } from '../fetch/fetcher.ts';
import type { Log } from '../log.ts';
import type { FeedParser } from '../parse/parsed.ts';
import type { Inbox, PolledFeed, TroubleListener } from './feed.ts';
import type { FeedState } from './state.ts';

export interface PollSettings {
  /** Milliseconds between two polls of a feed. */
  readonly interval: number;
  /** Feeds fetched at once; 128 unless given. */
  readonly concurrency?: number;
  /** The same for one host; 2 unless given. */
  readonly perHost?: number;
  /** Milliseconds of failing after which an outage is reported; a day unless given. */
  readonly reportAfter?: number;
}

/** Gives a claim up; one that cannot be given up must lapse in time. */
export type Release = () => Promise<void>;

export interface PollerParts<F extends PolledFeed> {
  /** Read at each tick, so a feed can come and go at any time. */
  sources(): Promise<readonly F[]>;
  /** Without `claim`, this process is the only one to write them. */
  readonly states: Documents<FeedState>;
  /**
   * Where several processes share the states: asks to be the one that polls this feed now, which takes up to a
   * minute. Its state is read anew after that. @returns undefined if another process is at it.
   */
  readonly claim?: ((feed: string) => Promise<Release | undefined>) | undefined;
  readonly inbox: Inbox<F>;
  readonly trouble: TroubleListener<F>;
  readonly fetcher: Pick<Fetcher, 'fetch'>;
  readonly parser: FeedParser;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: PollSettings;
}
