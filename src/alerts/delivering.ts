import { type ComposeOptions, composeAlerts } from './compose.ts';
import { createDeliver } from './deliver.ts';
import type { DigestDelivery } from './delivery.ts';
import type { Work } from './work.ts';
import { createWorker, type Worker } from './worker.ts';

export interface DeliveringOptions extends ComposeOptions {
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
