/** Durable work. What was added is done at least once, across crashes; a job id is added once. */
export interface Jobs<P> {
  /** Adds a job unless one with this id waits or is held. @returns whether it was added. */
  add(job: NewJob<P>): Promise<boolean>;
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
  /** When the next waiting job is due (UTC ms), if there is one. */
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
