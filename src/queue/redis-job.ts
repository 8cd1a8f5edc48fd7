/** What BullMQ keeps of a job. */
export interface JobData<P> {
  readonly payload: P;
  readonly lane?: string;
  /** Claims that only found its lane taken: no attempts. */
  readonly skipped: number;
  /** Why it was put off last, for whoever looks into Redis. */
  readonly reason?: string;
}

/** Before the names of all keys of the queue. */
export const prefix = 'trucewatch';

/** BullMQ forbids ":" in ids. */
export const encoded = (id: string) => id.replaceAll('%', '%25').replaceAll(':', '%3A');
export const decoded = (id: string) => id.replaceAll('%3A', ':').replaceAll('%25', '%');

/** BullMQ orders delayed jobs by this times the UTC ms at which they are due, plus a count. */
const delayScale = 0x1000;

/** When a delayed job is due (UTC ms). @param score its score in BullMQ's set of delayed jobs. */
export function dueOf(score: string): number {
  return Math.floor(Number(score) / delayScale);
}
