/** What is kept of a feed between polls and across restarts: one JSON document. Times are UTC milliseconds. */
export interface FeedState {
  /** The address as configured; another one begins anew. */
  readonly source: string;
  /** The address that is fetched: differs from `source` once a permanent redirect was saved. */
  readonly url: string;
  readonly next: number;
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  /** Hash of the last body received, for servers that ignore conditional requests. */
  readonly digest?: string | undefined;
  readonly lastTry?: number | undefined;
  readonly lastSuccess?: number | undefined;
  readonly lastError?: { readonly kind: string; readonly message: string; readonly at: number } | undefined;
  /** Failed polls in a row. */
  readonly failures: number;
  readonly failingSince?: number | undefined;
  /** The outage was reported. */
  readonly reported?: boolean | undefined;
  /** The publisher has ended the feed (410): it is not fetched any more. */
  readonly stopped?: boolean | undefined;
  /** A permanent redirect, and in how many polls in a row it was seen. */
  readonly moved?: { readonly to: string; readonly polls: number } | undefined;
  /** When the inbox last got what the feed holds; undefined if it never did. */
  readonly lastReceived?: number | undefined;
  readonly entriesPerDay?: number | undefined;
  /** Milliseconds the feed itself asks to wait between polls. */
  readonly ttl?: number | undefined;
}

export function newFeedState(source: string, now: number): FeedState {
  return { source, url: source, next: now, failures: 0 };
}
