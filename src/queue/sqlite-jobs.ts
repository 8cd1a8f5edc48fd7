import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../clock.ts';
import { migrate, transaction, withAdvice } from '../database.ts';
import { type HeldJob, type Jobs, LeaseLost, type NewJob } from '../jobs.ts';
import { jobTable } from './job-table.ts';
import { prepareStatements } from './statements.ts';

/**
 * The queue of this name; each dedupes and claims for itself. Crash safe: every step is one transaction, and a job whose holder died is claimable again when its lease runs out by `clock`.
 * @throws DatabaseError from here and from every method of the queue
 */
export function openJobs<P>(database: DatabaseSync, queue: string, clock: Clock): Jobs<P> {
  migrate(database, 'queue', [jobTable]);
  return new SqliteJobs<P>(database, queue, clock);
}

/**
 * Makes all that is held due now: for a process that has the database to itself, whose predecessor, if it was killed,
 * will not finish it. @throws DatabaseError
 */
export function releaseHeld(database: DatabaseSync, queue: string, clock: Clock): void {
  withAdvice(database, () =>
    database
      .prepare(`UPDATE job SET due = min(due, :now) WHERE queue = :queue AND state = 'held'`)
      .run({ queue, now: clock.now() }),
  );
}

class SqliteJobs<P> implements Jobs<P> {
  readonly #database: DatabaseSync;
  readonly #queue: string;
  readonly #clock: Clock;
  readonly #sql: ReturnType<typeof prepareStatements>;

  constructor(database: DatabaseSync, queue: string, clock: Clock) {
    this.#database = database;
    this.#queue = queue;
    this.#clock = clock;
    this.#sql = withAdvice(database, () => prepareStatements(database));
  }

  async add(job: NewJob<P>): Promise<void> {
    await this.addAll([job]);
  }

  /** All are added or, if it throws, none. */
  async addAll(jobs: Iterable<NewJob<P>>): Promise<void> {
    const now = this.#clock.now();
    transaction(this.#database, () => {
      for (const { id, payload, at = now, lane = null } of jobs) {
        const row = { queue: this.#queue, id, lane, due: at, payload: JSON.stringify(payload) };
        this.#sql.add.run(row);
      }
    });
  }

  async claim(lease: number): Promise<HeldJob<P> | undefined> {
    const now = this.#clock.now();
    // `all` and not `get`: only a statement stepped to its end reports that its commit failed.
    const [row] = withAdvice(this.#database, () =>
      this.#sql.claim.all({ queue: this.#queue, now, until: now + lease }),
    );
    if (!row) return undefined;
    return {
      id: row.id as string,
      payload: JSON.parse(row.payload as string) as P,
      attempt: row.attempt as number,
      token: `${row.seq}.${row.attempt}`,
    };
  }

  async complete(job: HeldJob<P>): Promise<void> {
    this.#leaveLane(job, () => this.#sql.remove.get(keyOf(job)));
  }

  async park(job: HeldJob<P>, reason: string): Promise<void> {
    this.#leaveLane(job, () => this.#sql.park.get({ ...keyOf(job), reason }));
  }

  async retry(job: HeldJob<P>, at: number, reason: string, payload = job.payload): Promise<void> {
    const row = { ...keyOf(job), due: at, reason, payload: JSON.stringify(payload) };
    const { changes } = withAdvice(this.#database, () => this.#sql.retry.run(row));
    if (changes === 0) throw lost(job);
  }

  async note(job: HeldJob<P>, payload: P): Promise<void> {
    const row = { ...keyOf(job), payload: JSON.stringify(payload) };
    const { changes } = withAdvice(this.#database, () => this.#sql.note.run(row));
    if (changes === 0) throw lost(job);
  }

  async nextDue(): Promise<number | undefined> {
    const row = withAdvice(this.#database, () => this.#sql.nextDue.get({ queue: this.#queue }));
    return (row?.due as number | null | undefined) ?? undefined;
  }

  async counts(): Promise<{ waiting: number; held: number; parked: number }> {
    const rows = withAdvice(this.#database, () => this.#sql.counts.all({ queue: this.#queue }));
    const counts = { waiting: 0, held: 0, parked: 0 };
    for (const row of rows) counts[row.state as keyof typeof counts] = row.count as number;
    return counts;
  }

  async parked(limit: number): Promise<readonly { id: string; payload: P; reason: string }[]> {
    const rows = withAdvice(this.#database, () => this.#sql.parked.all({ queue: this.#queue, limit }));
    return rows.map((row) => ({
      id: row.id as string,
      payload: JSON.parse(row.payload as string) as P,
      reason: row.reason as string,
    }));
  }

  /** Takes the job out of its lane and lets the next one there come forward. */
  #leaveLane(job: HeldJob<P>, leave: () => Record<string, unknown> | undefined): void {
    transaction(this.#database, () => {
      const row = leave();
      if (!row) throw lost(job);
      if (row.lane !== null) this.#sql.advance.run({ queue: this.#queue, lane: row.lane as string });
    });
  }
}

/** A token is the row and the attempt that it was given for: unique, and void once another attempt begins. */
function keyOf(job: HeldJob<unknown>) {
  const [seq, attempt] = job.token.split('.').map(Number);
  return { seq: seq!, attempt: attempt! };
}

function lost(job: HeldJob<unknown>): LeaseLost {
  return new LeaseLost(`job ${job.id}: the lease of attempt ${job.attempt} has ended`);
}
