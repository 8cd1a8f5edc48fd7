import type { Clock } from '../clock.ts';
import type { Documents } from '../documents.ts';
import type { Jobs } from '../jobs.ts';
import type { Story } from '../news/story.ts';
import type { Alert } from './alert.ts';
import { composeAlerts } from './compose.ts';
import { createDeliver } from './deliver.ts';
import type { Delivery, DigestDelivery } from './delivery.ts';
import type { GuildDocument } from './guild.ts';
import type { Log } from './log.ts';
import type { Messenger } from './messenger.ts';
import type { GuildTellings } from './tellings.ts';
import type { SentNote, Work } from './work.ts';
import { createWorker, type Worker } from './worker.ts';

export interface DeliveringOptions {
  readonly stories: Documents<Story>;
  readonly alerts: Documents<Alert>;
  readonly tellings: Documents<GuildTellings>;
  readonly guilds: Documents<GuildDocument>;
  readonly sent: Documents<SentNote>;
  readonly jobs: Jobs<Delivery>;
  readonly messenger: Messenger;
  readonly clock: Clock;
  readonly log: Log;
  /** What the dataset last documented, in a line. */
  readonly lastDocumented: () => string | undefined;
  /** What a digest's delivery comes to. */
  readonly composeDigest: (delivery: DigestDelivery) => Promise<Work>;
  /** 0 to 1; spreads retries. */
  readonly random?: () => number;
  /** Milliseconds for which the platform surely remembers a nonce. */
  readonly trustedWindow?: number;
  /** Milliseconds after which the job of a holder that died can be taken. */
  readonly lease?: number;
}

/** All that is right of the commit point: takes deliveries from the queue and makes them. */
export function createDelivering(options: DeliveringOptions): Worker {
  const { composeDigest, random = Math.random } = options;
  const composeAlert = composeAlerts(options);
  const deliver = createDeliver({
    ...options,
    random,
    compose: (delivery) => (delivery.kind === 'digest' ? composeDigest(delivery) : composeAlert(delivery)),
  });
  return createWorker({ ...options, deliver });
}
