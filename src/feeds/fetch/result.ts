/** Why a feed could not be fetched. `docs/feeds.md` says how each is mended. */
export type FetchFailure =
  | 'bad_url'
  | 'refused_address'
  | 'dns'
  | 'connect'
  | 'tls'
  | 'timeout'
  | 'redirects'
  | 'too_large'
  | 'encoding'
  | 'rate_limited'
  | 'http'
  | 'challenge'
  | 'login'
  | 'consent';

export interface FetchRequest {
  readonly url: string;
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  /** Ends the request early. */
  readonly signal?: AbortSignal;
}

/** What the headers of an answer say for the next poll. */
interface Answered {
  /** Where the answer came from, after all redirects. */
  readonly url: string;
  /** New address, if the request was redirected and every redirect up to it was permanent (301, 308). */
  readonly movedTo: string | undefined;
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
  /** Milliseconds for which the answer counts as fresh (max-age, else Expires). */
  readonly freshFor: number | undefined;
}

export interface Fresh extends Answered {
  readonly kind: 'fresh';
  /** Decompressed. */
  readonly body: Uint8Array;
  readonly contentType: string | undefined;
}

export interface NotModified extends Answered {
  readonly kind: 'not_modified';
}

/** 410: the publisher says that the feed will not come back. */
interface Gone {
  readonly kind: 'gone';
  readonly url: string;
}

export interface Failed {
  readonly kind: 'failed';
  readonly failure: FetchFailure;
  /** Plain words, fit for a user. */
  readonly message: string;
  readonly status?: number;
  /** Milliseconds the server asks to wait. */
  readonly retryAfter?: number;
}

export type FetchResult = Fresh | NotModified | Gone | Failed;
