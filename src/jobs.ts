/**
 * Durable work. What was added is done at least once, across crashes; a job id is added once.
 * `complete`, `retry`, `park` and `note` throw `LeaseLost` if the job was taken over meanwhile.
 */
export interface Jobs<P> {
  /** Adds a job unless one with this id waits, is held or is parked. @returns whether it was added. */
  add(job: NewJob<P>): Promise<boolean>;
  /** Adds many as one step: all are kept or, if it throws, none. @returns how many were added. */
  addAll(jobs: Iterable<NewJob<P>>): Promise<number>;
  /** Takes the due job that has waited longest and holds it for `lease` milliseconds; undefined if none is due. */
  claim(lease: number): Promise<HeldJob<P> | undefined>;
  /** Done: the job is gone. */
  complete(job: HeldJob<P>): Promise<void>;
  /** Back in the queue, due at `at` (UTC ms). `payload` replaces what it carried. */
  retry(job: HeldJob<P>, at: number, reason: string, payload?: P): Promise<void>;
  /** Out of the queue but kept and visible: it can't succeed. */
  park(job: HeldJob<P>, reason: string): Promise<void>;
  /** Notes a change of the payload while the job stays held (for example: an attempt has begun). */
  note(job: HeldJob<P>, payload: P): Promise<void>;
  /** When `claim` can next find a job (UTC ms): one falls due or a lease runs out. Undefined if there is none. */
  nextDue(): Promise<number | undefined>;
  counts(): Promise<{ waiting: number; held: number; parked: number }>;
  parked(limit: number): Promise<readonly { id: string; payload: P; reason: string }[]>;
}

export interface NewJob<P> {
  readonly id: string;
  readonly payload: P;
  /** Not before this moment (UTC ms); now if left out. */
  readonly at?: number;
  /** Jobs of one lane are held one at a time, in the order they were added. */
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
