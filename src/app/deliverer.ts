import { createDelivering } from '../alerts/delivering.ts';
import type { Worker } from '../alerts/worker.ts';
import { composeDigests } from '../digest/compose.ts';
import type { Core } from './core.ts';

/** From jobs to Discord. */
export function createDeliverer({
  documents,
  jobs,
  messenger,
  gather,
  lastDocumented,
  clock,
  log,
}: Core): Worker {
  const composeDigest = composeDigests({ ...documents, gather, clock });
  return createDelivering({ ...documents, jobs, messenger, clock, log, lastDocumented, composeDigest });
}
