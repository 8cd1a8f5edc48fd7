import type { PolledFeed } from './feed.ts';
import type { FeedState } from './state.ts';

/** How a feed fares, for people. Times are UTC milliseconds. */
export interface FeedHealth {
  readonly feed: PolledFeed;
  readonly status: 'new' | 'ok' | 'failing' | 'stopped';
  readonly lastSuccess: number | undefined;
  readonly lastError: { readonly kind: string; readonly message: string; readonly at: number } | undefined;
  readonly failingSince: number | undefined;
  /** Undefined for a feed that is stopped. */
  readonly nextCheck: number | undefined;
  readonly entriesPerDay: number | undefined;
  /** The address it has moved to, if it has. */
  readonly movedTo: string | undefined;
}

export function healthOf(feed: PolledFeed, state: FeedState | undefined): FeedHealth {
  return {
    feed,
    status: statusOf(state),
    lastSuccess: state?.lastSuccess,
    lastError: state?.lastError,
    failingSince: state?.failingSince,
    nextCheck: state?.stopped ? undefined : state?.next,
    entriesPerDay: state?.entriesPerDay,
    movedTo: state && state.url !== state.source ? state.url : undefined,
  };
}

function statusOf(state: FeedState | undefined): FeedHealth['status'] {
  if (state?.stopped) return 'stopped';
  if (state === undefined || state.lastTry === undefined) return 'new';
  return state.failures > 0 ? 'failing' : 'ok';
}

/** Entries a day over the span that the feed lists; undefined if it dates fewer than two. */
export function entriesPerDay(published: readonly (number | undefined)[]): number | undefined {
  const dates = published.filter((date) => date !== undefined);
  if (dates.length < 2) return undefined;
  const day = 24 * 60 * 60_000;
  const span = dates.reduce((a, b) => Math.max(a, b)) - dates.reduce((a, b) => Math.min(a, b));
  return dates.length / Math.max(span / day, 1);
}
