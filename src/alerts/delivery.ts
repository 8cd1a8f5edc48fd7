import type { NewJob } from '../jobs.ts';

/** One thing to do in one channel; the payload of a durable job. */
export type Delivery = AlertDelivery | DigestDelivery;

export type AlertDelivery = Target &
  (
    | { readonly kind: 'alert'; readonly story: string }
    /** Bring the story's message to this version or a newer one. */
    | { readonly kind: 'edit'; readonly story: string; readonly version: number }
    | { readonly kind: 'retraction'; readonly story: string }
    | { readonly kind: 'publish'; readonly story: string }
    /** When it is due, the summary takes its place behind those of the channel that are under way. */
    | { readonly kind: 'summary_due'; readonly until: number }
    | SummaryDelivery
    | NoticeDelivery
    | FeedDelivery
  );

/** What was held back, in one message. */
export type SummaryDelivery = Target & {
  readonly kind: 'summary';
  /** Covers what was held until then at the latest (UTC ms). */
  readonly until: number;
  /** Only what was held because the channel was suspended, whenever it was due. */
  readonly resumed?: true;
  /** Fixed with the first attempt, so that a repeated one says the same. */
  readonly stories?: readonly string[];
};

/** A word to the server's people that a channel refused. */
export type NoticeDelivery = Target & {
  readonly kind: 'notice';
  readonly user: string;
  readonly since: number;
  readonly reason: 'gone' | 'forbidden';
  /** How many of the server's contacts could not be reached. */
  readonly tried: number;
};

/** That a feed fails for long, or that it is back. */
export type FeedDelivery = Target & {
  readonly feed: string;
  readonly title: string;
  /** When the outage began (UTC ms). */
  readonly since: number;
} & (
    | { readonly kind: 'feed_down'; readonly cause: string; readonly final: boolean }
    | { readonly kind: 'feed_back' }
  );

export type DigestDelivery = Target & {
  readonly kind: 'digest';
  /** Local date, YYYY-MM-DD. */
  readonly date: string;
  /** When it is due, and until when it tells the news (UTC ms). */
  readonly due: number;
  readonly to: number;
};

interface Target {
  readonly guild: string;
  /** Where to; for a notice: the channel that it is about. */
  readonly channel: string;
  /** The interaction that asked for it, if one did: its name in the log. */
  readonly requestId?: string;
  readonly attempt?: Attempt;
}

/** Creates that were begun and of which none is known to have failed. */
export interface Attempt {
  /** When the first of them began (UTC ms). */
  readonly since: number;
  /** The version of the story that it showed. */
  readonly version?: number;
  /** Independent outlets of the story that it showed. */
  readonly outlets?: number;
}

/** The job of a delivery. Ids are derived, so that adding it twice is adding it once. */
export function jobOf(delivery: Delivery, at?: number): NewJob<Delivery> {
  return { ...namesOf(delivery), payload: delivery, ...(at !== undefined && { at }) };
}

function namesOf(delivery: Delivery): { id: string; lane?: string } {
  const { kind, channel } = delivery;
  switch (kind) {
    case 'alert':
    case 'retraction':
    case 'publish':
      return { id: `${kind}/${delivery.story}/${channel}`, lane: `${channel}/${delivery.story}` };
    // An edit under way may have read the story before its newest version was stored, so that version has a job of
    // its own; the lane orders them, and one that finds its version shown already asks nothing of the platform.
    case 'edit':
      return {
        id: `edit/${delivery.story}/${channel}/${delivery.version}`,
        lane: `${channel}/${delivery.story}`,
      };
    case 'summary_due':
      return { id: `summary_due/${channel}/${delivery.until}` };
    case 'summary':
      return {
        id: `summary/${channel}/${delivery.until}${delivery.resumed ? '/resumed' : ''}`,
        lane: `${channel}/summary`,
      };
    case 'notice':
      return { id: `notice/${channel}/${delivery.since}`, lane: `${channel}/notice` };
    case 'feed_down':
    case 'feed_back':
      return {
        id: `${kind}/${delivery.feed}/${delivery.since}/${channel}`,
        lane: `${channel}/feed/${delivery.feed}`,
      };
    case 'digest':
      return { id: `digest/${channel}/${delivery.date}`, lane: `${channel}/digest` };
  }
}
