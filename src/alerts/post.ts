import type { Clock } from '../clock.ts';
import type { Documents } from '../documents.ts';
import type { HeldJob, Jobs } from '../jobs.ts';
import type { Attempt, Delivery } from './delivery.ts';
import { derivedId, sentId } from './ids.ts';
import { DeliveryError, type Messenger } from './messenger.ts';
import type { Post, SentNote } from './work.ts';

export interface PostOptions {
  readonly jobs: Jobs<Delivery>;
  readonly messenger: Messenger;
  readonly sent: Documents<SentNote>;
  readonly clock: Clock;
  /** Milliseconds for which the platform surely remembers a nonce. */
  readonly trustedWindow: number;
}

/** 90 days. */
const sentLifetime = 90 * 24 * 3_600_000;
/** By how much the platform's clock may lie behind ours. */
const clockMargin = 60_000;

/** A create failed; `delivery` says what the job should carry into its next attempt. */
export class PostFailed extends Error {
  readonly reason: DeliveryError;
  readonly delivery: Delivery;

  constructor(reason: DeliveryError, delivery: Delivery) {
    super(reason.message, { cause: reason });
    this.reason = reason;
    this.delivery = delivery;
  }
}

/**
 * Posts once, whatever happened in earlier attempts: the `sent` note, then the nonce, then a look into the channel
 * tell whether one of them came through. @throws {PostFailed}
 */
export async function postOnce(job: HeldJob<Delivery>, post: Post, options: PostOptions): Promise<void> {
  const { jobs, messenger, sent, clock, trustedWindow } = options;
  const key = sentId(post.channel, post.subject);
  if (await sent.get(key)) return post.after?.();

  const done = async (message: string | null, shown: Partial<Attempt>) => {
    const { version = 0, outlets = post.shows?.outlets ?? 0 } = shown;
    await sent.set(key, { message, version, outlets, at: clock.now() }, sentLifetime);
    await post.after?.();
  };

  let delivery = job.payload;
  const before = delivery.attempt;
  const shownBefore = before ?? {};
  if (before && clock.now() - before.since > trustedWindow) {
    const found = await look(post, before, delivery, messenger);
    if (found !== undefined) return done(found, shownBefore);
    delivery = without(delivery);
  }
  const begun: Attempt = delivery.attempt ?? {
    since: clock.now(),
    ...post.shows,
  };
  const noted: Delivery = { ...(post.fixed ?? delivery), attempt: begun };
  await jobs.note(job, noted);
  try {
    const { id, mentioned } = await messenger.create(
      post.channel,
      post.reply,
      derivedId(job.id),
      post.replyTo,
    );
    // The nonce may have brought back what an earlier attempt posted.
    await done(id, begun);
    if (!mentioned) await post.unmentioned?.();
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    if (error.kind === 'unknown_message' && delivery.attempt) return done(null, shownBefore);
    throw new PostFailed(error, error.ambiguous || delivery.attempt ? noted : without(noted));
  }
}

/** @returns the message that an earlier attempt left in the channel. Without Read Message History: none. */
async function look(post: Post, attempt: Attempt, delivery: Delivery, messenger: Messenger) {
  try {
    return await messenger.find(post.channel, attempt.since - clockMargin, post.idPrefix);
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    if (error.kind === 'forbidden') return undefined;
    throw new PostFailed(error, delivery);
  }
}

function without({ attempt: _attempt, ...delivery }: Delivery): Delivery {
  return delivery as Delivery;
}
