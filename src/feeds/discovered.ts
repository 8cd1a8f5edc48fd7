import type { ParsedFeed } from './parse/parsed.ts';

/** A feed found at an address that a person gave. */
export interface Discovered {
  /** Address to poll: where the feed was found, or where that has moved for good. */
  readonly url: string;
  readonly feed: ParsedFeed;
}

/** No feed at this address; the message says why, in plain words fit for a user. */
export class NoFeed extends Error {
  override readonly name = 'NoFeed';
}
