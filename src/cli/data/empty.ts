import type { JobArchive } from '../../job-archive.ts';
import type { DocumentStorage } from '../../storage/document-storage.ts';

/** Whether there is neither a document nor a job. */
export async function isEmpty(
  storage: DocumentStorage,
  queues: Readonly<Record<string, JobArchive<unknown>>>,
): Promise<boolean> {
  for (const namespace of await storage.namespaces()) {
    for await (const _ of storage.stored(namespace)) return false;
  }
  for (const archive of Object.values(queues)) for await (const _ of archive.all()) return false;
  return true;
}

/** Deletes every document and every job. */
export async function empty(
  storage: DocumentStorage,
  queues: Readonly<Record<string, JobArchive<unknown>>>,
): Promise<void> {
  await storage.clear();
  for (const archive of Object.values(queues)) await archive.clear();
}
