import type { Reply } from '../reply.ts';
import type { Delivery } from './delivery.ts';

/** Note that something was posted; one a channel and subject. */
export interface SentNote {
  /** Null: it was posted, and a moderator deleted it. */
  readonly message: string | null;
  /** The version of the story that it surely shows; 0 if it is no story. */
  readonly version: number;
  /** Independent outlets when it was first posted. */
  readonly outlets: number;
  /** UTC milliseconds. */
  readonly at: number;
}

/** What a delivery comes to at the moment it is made. */
export type Work =
  /** It is done already, or no longer wanted. */
  | { readonly do: 'nothing' }
  | { readonly do: 'later'; readonly at: number; readonly reason: string }
  | Post
  | Change;

export interface Post {
  readonly do: 'post';
  readonly channel: string;
  /** What the message is about; with the channel, it names the `sent` note. */
  readonly subject: string;
  /** The start of a button id that no other message has. */
  readonly idPrefix: string;
  readonly reply: Reply;
  readonly shows?: { readonly version: number; readonly outlets: number };
  readonly replyTo?: string;
  /** The delivery with what this attempt fixes for later ones. */
  readonly fixed?: Delivery;
  /** Done after the `sent` note and before the job is complete; must bear repeating. */
  readonly after?: () => Promise<void>;
  /** Done when the message stands but did not mention its role. */
  readonly unmentioned?: () => Promise<void>;
}

/** A request about a message that is there: repeating it does no harm. */
interface Change {
  readonly do: 'change';
  readonly channel: string;
  readonly request: () => Promise<void>;
  readonly after: () => Promise<void>;
  /** The message was deleted by a moderator. */
  readonly lost: () => Promise<void>;
}

export type Compose = (delivery: Delivery) => Promise<Work>;
