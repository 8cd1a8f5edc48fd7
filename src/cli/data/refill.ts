import { bringUpFrom, unfinished } from '../../app/forms/bring-up.ts';
import type { JobArchive } from '../../job-archive.ts';
import type { Jobs } from '../../jobs.ts';
import type { DocumentStorage } from '../../storage/document-storage.ts';
import { empty } from './empty.ts';
import { importLines } from './import-lines.ts';
import type { Counts } from './lines.ts';
import { formOfExport, readExport } from './read-lines.ts';

/** What state and work are replaced in. */
export interface Refilled {
  readonly storage: DocumentStorage;
  readonly jobs: Readonly<Record<string, Jobs<unknown>>>;
  readonly archives: Readonly<Record<string, JobArchive<unknown>>>;
}

/** Deletes all that is there and writes what the export holds, in the newest form. Cut off, it leaves nothing usable. */
export async function refill(
  { storage, jobs, archives }: Refilled,
  file: string,
  counts: Counts,
): Promise<void> {
  const form = await formOfExport(file);
  await storage.setForm(unfinished);
  await empty(storage, archives);
  await importLines(readExport(file), storage, jobs, counts);
  await bringUpFrom(form, storage);
}
