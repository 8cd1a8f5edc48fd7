import type { Fault } from './errors.ts';

/** A request that the bot made, as it ended. */
export interface RequestRecord {
  readonly method: string;
  /** Path after /api/v10, without the query. */
  readonly path: string;
  readonly query: string;
  readonly body: unknown;
  /** UTC ms. */
  readonly at: number;
  /** 0: the connection was cut before an answer. */
  status: number;
}

/** Something that Discord would have refused, or (`stand-in`) that Discord would not have sent. */
export interface Violation {
  readonly kind: 'body' | 'route' | 'interaction' | 'gateway' | 'stand-in';
  readonly where: string;
  readonly what: string;
  readonly faults?: readonly Fault[];
}

/** What was asked of the stand-in, and what was wrong with it. */
export class Journal {
  readonly requests: RequestRecord[] = [];
  readonly violations: Violation[] = [];
  /** Answers with 429. */
  rateLimited = 0;
  /** Those of them for the limit over all routes and clients of the bot. */
  globallyLimited = 0;
  /** Answers with 401, 403 or an unshared 429: 10,000 in 10 minutes get an address banned. */
  invalid = 0;

  finished(record: RequestRecord, status: number): void {
    record.status = status;
    if (status === 429) this.rateLimited += 1;
    if (status === 401 || status === 403 || status === 429) this.invalid += 1;
  }

  violation(violation: Violation): void {
    this.violations.push(violation);
  }
}
