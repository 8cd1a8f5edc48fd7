import type { Entry } from '../../entry.ts';

/** What a feed holds, normalised. All text is plain. */
export interface ParsedFeed {
  /** Empty if the feed gives none. */
  readonly title: string;
  /** For example `rss 2.0`, `rss 1.0`, `atom 1.0`, `json feed 1.1`. */
  readonly format: string;
  readonly language: string | undefined;
  /** Milliseconds for which the feed asks not to be fetched again. */
  readonly ttl: number | undefined;
  /** In the feed's order. */
  readonly entries: readonly Entry[];
}

/** Why a body could not be read as a feed. `docs/feeds.md` says how each is mended. */
export type ParseFailure =
  | 'not_a_feed'
  | 'empty'
  | 'too_large'
  | 'too_complex'
  | 'unreadable'
  | 'page'
  | 'challenge'
  | 'login'
  | 'consent';

/** The body is no feed that can be read; the message is in plain words. */
export class ParseError extends Error {
  override readonly name = 'ParseError';
  readonly kind: ParseFailure;
  constructor(kind: ParseFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

/** Turns a body into a feed, however hostile it is. @throws ParseError */
export interface FeedParser {
  parse(body: Uint8Array, about: BodyInfo): Promise<ParsedFeed>;
}

export interface BodyInfo {
  /** Where the body came from, for relative links; empty for a file. */
  readonly url: string;
  readonly contentType?: string | undefined;
  /** The caller gives the bytes away and does not read them again: they move to the thread uncopied. */
  readonly giveAway?: boolean;
  /** UTC milliseconds: an entry dated later counts as published now. */
  readonly now: number;
}
