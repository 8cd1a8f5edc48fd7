import type { Log } from '../../src/alerts/log.ts';
import { DeliveryError, type Messenger } from '../../src/alerts/messenger.ts';
import type { Clock } from '../../src/clock.ts';
import type { Documents } from '../../src/documents.ts';
import { type HeldJob, type Jobs, LeaseLost, type NewJob } from '../../src/jobs.ts';
import type { Reply } from '../../src/reply.ts';

/** The process dies: nothing after it runs. */
class Crash extends Error {}

/** Counts the steps that leave a trace, and dies at the one it is told to: before it, or just after. */
export class Fate {
  step = 0;
  dieAt: number | undefined;
  dead = false;

  async at<T>(act: () => T): Promise<T> {
    if (this.dead) throw new Crash('already dead');
    this.step++;
    const before = this.dieAt === this.step * 2;
    const after = this.dieAt === this.step * 2 + 1;
    if (before) this.#die();
    const result = act();
    if (after) this.#die();
    return result;
  }

  /** Reading by a process that died is no longer possible either. */
  alive(): void {
    if (this.dead) throw new Crash('already dead');
  }

  #die(): never {
    this.dead = true;
    throw new Crash(`died at step ${this.step}`);
  }
}

export class TestClock implements Clock {
  time: number;
  constructor(time: number) {
    this.time = time;
  }
  now(): number {
    return this.time;
  }
}

/** Documents in memory; `rows` outlive the process. Values are copied as JSON, as a real store does. */
export function memoryDocuments<T>(rows: Map<string, string>, fate: Fate): Documents<T> {
  const read = (id: string) => {
    fate.alive();
    const row = rows.get(id);
    return row === undefined ? undefined : (JSON.parse(row) as T);
  };
  return {
    get: async (id) => read(id),
    set: async (id, value) => fate.at(() => void rows.set(id, JSON.stringify(value))),
    setAll: async (values) =>
      fate.at(() => {
        for (const [id, value] of values) rows.set(id, JSON.stringify(value));
      }),
    delete: async (id) => fate.at(() => void rows.delete(id)),
    update: async (id, change) =>
      fate.at(() => {
        const after = change(read(id));
        if (after === undefined) rows.delete(id);
        else rows.set(id, JSON.stringify(after));
        return after;
      }),
    async updateAll(ids, change) {
      const held = new Map<string, T>();
      for (const id of ids) {
        const after = await this.update(id, (value) => change(value, id));
        if (after !== undefined) held.set(id, after);
      }
      return held;
    },
    async *entries(prefix = '') {
      for (const id of [...rows.keys()].filter((each) => each.startsWith(prefix))) {
        const value = read(id);
        if (value !== undefined) yield [id, value] as const;
      }
    },
  };
}

export interface JobRow {
  id: string;
  payload: string;
  lane: string | undefined;
  due: number;
  state: 'waiting' | 'held' | 'parked';
  attempt: number;
  reason: string;
}

/** A queue in memory with the rules of the port; `rows` outlive the process. */
export function memoryJobs<P>(rows: JobRow[], clock: Clock, fate: Fate): Jobs<P> {
  const mine = (job: HeldJob<P>) => {
    const row = rows.find((other) => other.id === job.id);
    if (row?.state !== 'held' || job.token !== `${row.id} ${row.attempt}`) throw new LeaseLost(job.id);
    return row;
  };
  const isHead = (row: JobRow) =>
    row.lane === undefined ||
    rows.find((other) => other.lane === row.lane && other.state !== 'parked') === row;
  const claimable = () => rows.filter((row) => row.state !== 'parked' && isHead(row));
  const put = ({ id, payload, lane, at }: NewJob<P>) => {
    if (rows.some((row) => row.id === id)) return;
    const due = at ?? clock.now();
    rows.push({ id, payload: JSON.stringify(payload), lane, due, state: 'waiting', attempt: 0, reason: '' });
  };
  return {
    add: async (job) => fate.at(() => put(job)),
    addAll: async (jobs) => fate.at(() => [...jobs].forEach(put)),
    claim: async (lease) => {
      const due = claimable().filter((row) => row.due <= clock.now());
      const [row] = due.sort((a, b) => a.due - b.due);
      if (!row) return undefined;
      return fate.at(() => {
        row.state = 'held';
        row.due = clock.now() + lease;
        row.attempt++;
        const token = `${row.id} ${row.attempt}`;
        return { id: row.id, payload: JSON.parse(row.payload) as P, attempt: row.attempt, token };
      });
    },
    complete: async (job) => fate.at(() => void rows.splice(rows.indexOf(mine(job)), 1)),
    retry: async (job, at, reason, payload = job.payload) =>
      fate.at(() => {
        Object.assign(mine(job), { state: 'waiting', due: at, reason, payload: JSON.stringify(payload) });
      }),
    park: async (job, reason) => fate.at(() => void Object.assign(mine(job), { state: 'parked', reason })),
    note: async (job, payload) =>
      fate.at(() => void Object.assign(mine(job), { payload: JSON.stringify(payload) })),
    nextDue: async () =>
      claimable().reduce<number | undefined>((min, { due }) => Math.min(min ?? due, due), undefined),
    counts: async () => {
      const counts = { waiting: 0, held: 0, parked: 0 };
      for (const { state } of rows) counts[state]++;
      return counts;
    },
    parked: async (limit) =>
      rows
        .filter((row) => row.state === 'parked')
        .slice(0, limit)
        .map(({ id, payload, reason }) => ({ id, payload: JSON.parse(payload) as P, reason })),
  };
}

export interface Posted {
  readonly id: string;
  readonly channel: string;
  readonly at: number;
  readonly nonce: string;
  readonly replyTo: string | undefined;
  reply: Reply;
  edits: number;
  published: number;
  deleted: boolean;
}

/** A platform that outlives the process: remembers nonces for a while, and fails as it is told. */
export class FakePlatform {
  readonly posted: Posted[] = [];
  /** In the order they came. */
  readonly requests: string[] = [];
  nonceMemory = 120_000;
  contacts: Record<string, readonly string[]> = {};
  /** Roles that were deleted. */
  readonly deletedRoles = new Set<string>();
  readonly #clock: Clock;
  readonly #failures: { of: string; error: DeliveryError; carriedOut: boolean }[] = [];
  readonly #refusing = new Map<string, DeliveryError>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The next request of this kind (`create 42`, `edit 42`, `find 42`) fails, perhaps after having been carried out. */
  failNext(of: string, error: DeliveryError, carriedOut = false): void {
    this.#failures.push({ of, error, carriedOut });
  }

  /** All requests to a channel fail, or with undefined no longer. */
  refuse(channel: string, kind: 'gone' | 'forbidden' | undefined): void {
    if (kind) this.#refusing.set(channel, new DeliveryError(kind, `channel ${channel} is ${kind}`));
    else this.#refusing.delete(channel);
  }

  in(channel: string): Posted[] {
    return this.posted.filter((message) => message.channel === channel && !message.deleted);
  }

  messenger(fate: Fate): Messenger {
    const request = <T>(of: string, channel: string, act: () => T) =>
      fate.at(() => {
        this.requests.push(`${of} ${channel}`);
        const refusal = this.#refusing.get(channel);
        if (refusal) throw refusal;
        const index = this.#failures.findIndex((failure) => failure.of === `${of} ${channel}`);
        const [failure] = index < 0 ? [] : this.#failures.splice(index, 1);
        if (failure && !failure.carriedOut) throw failure.error;
        const result = act();
        if (failure) throw failure.error;
        return result;
      });
    const message = (channel: string, id: string) => {
      const found = this.in(channel).find((other) => other.id === id);
      if (!found) throw new DeliveryError('unknown_message', 'Unknown Message');
      return found;
    };
    return {
      create: (channel, reply, nonce, replyTo) =>
        request('create', channel, () => {
          if (nonce.length > 25) throw new DeliveryError('rejected', 'nonce too long');
          const since = this.#clock.now() - this.nonceMemory;
          const first = this.posted.find(
            (other) => other.nonce === nonce && other.channel === channel && other.at > since,
          );
          if (first?.deleted) throw new DeliveryError('unknown_message', 'Unknown Message');
          const mentioned = reply.mentionRole === undefined || !this.deletedRoles.has(reply.mentionRole);
          if (first) return { id: first.id, mentioned };
          const id = String(1000 + this.posted.length);
          const at = this.#clock.now();
          this.posted.push({
            id,
            channel,
            at,
            nonce,
            replyTo,
            reply,
            edits: 0,
            published: 0,
            deleted: false,
          });
          return { id, mentioned };
        }),
      edit: (channel, id, reply) =>
        request('edit', channel, () => {
          const target = message(channel, id);
          target.reply = reply;
          target.edits++;
        }),
      find: (channel, since, idPrefix) =>
        request('find', channel, () => {
          const marked = (reply: Reply) =>
            reply.buttons?.some((button) => 'id' in button && button.id.startsWith(idPrefix));
          return this.in(channel).find((other) => other.at >= since && marked(other.reply))?.id;
        }),
      crosspost: (channel, id) =>
        request('crosspost', channel, () => {
          message(channel, id).published++;
        }),
      contacts: async (guild) => this.contacts[guild] ?? [],
      hasRole: (guild, role) => request('roles', guild, () => !this.deletedRoles.has(role)),
    };
  }
}

/** Keeps what was logged as a warning or error, so that anything unexpected is seen in the test; events apart. */
export function memoryLog(): Log & { readonly lines: string[]; readonly events: object[] } {
  const lines: string[] = [];
  const events: object[] = [];
  const keep = (level: string) => (about: object, message: string) => {
    const { err } = about as { err?: unknown };
    lines.push(`${level}: ${message}${err ? ` (${err})` : ''}`);
  };
  const info = (about: object, message: string) => void events.push({ ...about, message });
  return { lines, events, info, warn: keep('warn'), error: keep('error') };
}
