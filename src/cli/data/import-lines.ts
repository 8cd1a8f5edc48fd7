import { UserError } from '../../command.ts';
import type { Jobs } from '../../jobs.ts';
import type { DocumentStorage } from '../../storage/document-storage.ts';
import type { Counts, DocumentLine, JobLine } from './lines.ts';

const batchSize = 500;
/** Nobody else works on the queue meanwhile. */
const lease = 60_000;

/**
 * Writes what an export holds into an empty storage and empty queues.
 * @param queues each by its name @param counts is kept up to date
 */
export async function importLines(
  lines: AsyncIterable<DocumentLine | JobLine>,
  storage: DocumentStorage,
  queues: Readonly<Record<string, Jobs<unknown>>>,
  counts: Counts,
): Promise<void> {
  let batch: (DocumentLine | JobLine)[] = [];
  let kind = '';
  async function flush(): Promise<void> {
    const [first] = batch;
    if (!first) return;
    if ('document' in first) {
      const documents = (batch as DocumentLine[]).map(({ document: _, ...document }) => document);
      await storage.restore(first.document, documents);
      counts.documents += batch.length;
    } else {
      await addJobs(queueOf(first.job, queues), batch as JobLine[]);
      counts.jobs += batch.length;
    }
    batch = [];
  }
  for await (const line of lines) {
    const next = kindOf(line);
    if (next !== kind || batch.length === batchSize) await flush();
    kind = next;
    batch.push(line);
  }
  await flush();
}

/** Lines of one kind are written together. */
function kindOf(line: DocumentLine | JobLine): string {
  if ('document' in line) return `document ${line.document}`;
  return `${line.parked === undefined ? 'job' : 'parked'} ${line.job}`;
}

/** Parked jobs come first in an export: each is claimed from a queue in which no other can be. */
async function addJobs(queue: Jobs<unknown>, lines: readonly JobLine[]): Promise<void> {
  const jobs = lines.map(({ job: _, parked, ...job }) => ({ job, parked }));
  if (jobs[0]?.parked === undefined) return queue.addAll(jobs.map(({ job }) => job));
  for (const { job, parked = '' } of jobs) {
    const { at: _, ...now } = job;
    await queue.add(now);
    const held = await queue.claim(lease);
    if (held?.id !== job.id)
      throw new UserError(`The queue already holds jobs: job ${job.id} can't be parked.`);
    await queue.park(held, parked);
  }
}

function queueOf(name: string, queues: Readonly<Record<string, Jobs<unknown>>>): Jobs<unknown> {
  const queue = queues[name];
  if (!queue)
    throw new UserError(`The export holds jobs of a queue "${name}", which this program does not have.`);
  return queue;
}
