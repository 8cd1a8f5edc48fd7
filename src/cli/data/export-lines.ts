import { newestForm } from '../../app/forms/bring-up.ts';
import type { JobArchive } from '../../job-archive.ts';
import type { DocumentStorage } from '../../storage/document-storage.ts';
import type { Counts } from './lines.ts';

/**
 * All state and work as lines of JSON, one after the other, so that little of it is in memory at a time.
 * @param queues each by its name @param counts is kept up to date
 */
export async function* exportLines(
  storage: DocumentStorage,
  queues: Readonly<Record<string, JobArchive<unknown>>>,
  created: Date,
  counts: Counts,
): AsyncGenerator<string> {
  yield lineOf({ trucewatch: 'data', version: newestForm, created: created.toISOString() });
  for (const namespace of await storage.namespaces()) {
    for await (const document of storage.stored(namespace)) {
      counts.documents += 1;
      yield lineOf({ document: namespace, ...document });
    }
  }
  for (const [name, archive] of Object.entries(queues)) {
    for await (const job of archive.all()) {
      counts.jobs += 1;
      yield lineOf({ job: name, ...job });
    }
  }
  yield lineOf({ end: counts });
}

function lineOf(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
