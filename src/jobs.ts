/**
 * Durable work. What was added is done at least once, across crashes; a job id is added once.
 * `complete`, `retry`, `park` and `note` throw `LeaseLost` if the job was taken over meanwhile.
 */
export interface Jobs<P> {
  /** Adds a job unless one with this id waits, is held or is parked. */
  add(job: NewJob<P>): Promise<void>;
  /** Adds many. If it throws, some may have been added: add them all again. */
  addAll(jobs: Iterable<NewJob<P>>): Promise<void>;
  /** Takes a due job, first come first served, and holds it for `lease` milliseconds; undefined if none is due. */
  claim(lease: number): Promise<HeldJob<P> | undefined>;
  /** Done: the job is gone. */
  complete(job: HeldJob<P>): Promise<void>;
  /** Back in the queue, due at `at` (UTC ms). `payload` replaces what it carried. */
  retry(job: HeldJob<P>, at: number, reason: string, payload?: P): Promise<void>;
  /** Out of the queue but kept and visible: it can't succeed. */
  park(job: HeldJob<P>, reason: string): Promise<void>;
  /** Notes a change of the payload while the job stays held (for example: an attempt has begun). */
  note(job: HeldJob<P>, payload: P): Promise<void>;
  /** When `claim` may next find a job (UTC ms): one falls due or a lease runs out. Undefined if there is none. */
  nextDue(): Promise<number | undefined>;
  counts(): Promise<{ waiting: number; held: number; parked: number }>;
  parked(limit: number): Promise<readonly { id: string; payload: P; reason: string }[]>;
}

export interface NewJob<P> {
  readonly id: string;
  readonly payload: P;
  /** Not before this moment (UTC ms); now if left out. */
  readonly at?: number;
  /**
   * Jobs of one lane are held one at a time, in the order they were added: one that waits for its time, or was put
   * off, holds back those behind it; one that was parked does not.
   */
  readonly lane?: string;
}

export interface HeldJob<P> {
  readonly id: string;
  readonly payload: P;
  /** 1 on the first try. */
  readonly attempt: number;
  /** Whose lease it is: a job that was taken over by another cannot be completed by the first. */
  readonly token: string;
}

/** The job was taken over after its lease ran out, or is gone: whoever holds it now decides about it. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}
