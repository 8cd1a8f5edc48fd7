import type { Reply } from '../reply.ts';

/** Where alerts and digests go out. Keeps the platform's rate limits by itself (even spacing, Retry-After within its patience). */
export interface Messenger {
  /**
   * Posts a message. A second create with the same nonce within the platform's memory returns the first message.
   * @param nonce at most 25 characters, enforced.
   * @param replyTo a message of this channel that the new one answers; if it is gone, the new one stands alone.
   * @throws {DeliveryError}
   */
  create(channel: string, reply: Reply, nonce: string, replyTo?: string): Promise<Created>;
  /** Shows `reply` in place of what the message showed. @throws {DeliveryError} */
  edit(channel: string, message: string, reply: Reply): Promise<void>;
  /**
   * Looks through the channel for a message of this bot, not older than `since` (UTC ms), with a button whose
   * id starts with `idPrefix`. @returns its id. @throws {DeliveryError} `forbidden` without Read Message History.
   */
  find(channel: string, since: number, idPrefix: string): Promise<string | undefined>;
  /** Publishes a message of an announcement channel to the servers that follow it. @throws {DeliveryError} */
  crosspost(channel: string, message: string): Promise<void>;
  /** Channels for a word to a server's people, best first: its system channel, then a direct message to `user`. */
  contacts(guild: string, user: string): Promise<readonly string[]>;
  /** Whether the server has this role. @throws {DeliveryError} */
  hasRole(guild: string, role: string): Promise<boolean>;
}

export interface Created {
  readonly id: string;
  /** Whether the reply's role was mentioned; true if it has none. A role that is gone is not. */
  readonly mentioned: boolean;
}

export type DeliveryFailure =
  /** The channel is no more (10003, 404). */
  | 'gone'
  /** The bot may not (50001, 50013, 403). */
  | 'forbidden'
  /** The platform will never take this request (400). */
  | 'rejected'
  /** The message to edit is no more, or a create's nonce names a message that was deleted (10008). */
  | 'unknown_message'
  /** Later it may work: 429, 5xx, time-out, no connection. */
  | 'transient';

/** Why the messenger did not, or perhaps did not, do as asked. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
  readonly kind: DeliveryFailure;
  /** Milliseconds that the platform asks to wait. */
  readonly retryAfter: number | undefined;
  /** The request may have been carried out all the same (5xx, time-out, broken connection). */
  readonly ambiguous: boolean;

  constructor(
    kind: DeliveryFailure,
    message: string,
    options: { retryAfter?: number; ambiguous?: boolean; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.kind = kind;
    this.retryAfter = options.retryAfter;
    this.ambiguous = options.ambiguous ?? false;
  }
}
