import { Keyv, type KeyvValue } from 'keyv';
import type { Clock } from '../clock.ts';
import type { Documents } from '../documents.ts';
import type { StoredDocument } from './document-storage.ts';
import type { DocumentStore } from './document-store.ts';

/** More turns than processes could ever take from one update: something is wrong then. */
const mostTurns = 1000;

/**
 * Documents on a Keyv store. No `error` listener is attached: with one, Keyv would turn a failed write into
 * `false`. Expiry is written with `setRaw`, because `set` computes it from the system's clock, and looked at here.
 */
export class KeyvDocuments<T> implements Documents<T> {
  readonly #store: DocumentStore;
  readonly #keyv: Keyv<T>;
  readonly #clock: Clock;
  /** The last write of each id under way; the next one waits for it. */
  readonly #writes = new Map<string, Promise<unknown>>();

  constructor(store: DocumentStore, clock: Clock) {
    this.#store = store;
    this.#keyv = new Keyv<T>({ store, checkExpired: false });
    this.#clock = clock;
  }

  async get(id: string): Promise<T | undefined> {
    return this.#live((await this.#keyv.getRaw(id)) as KeyvValue<T> | undefined)?.value;
  }

  async set(id: string, value: T, ttl?: number): Promise<void> {
    const envelope = ttl === undefined ? { value } : { value, expires: this.#clock.now() + ttl };
    await this.#inTurn([id], async () => {
      if (!(await this.#keyv.setRaw(id, envelope))) throw notKept([id]);
    });
  }

  async setAll(values: ReadonlyMap<string, T>, ttl?: number): Promise<void> {
    const life = ttl === undefined ? {} : { expires: this.#clock.now() + ttl };
    await this.restore(Array.from(values, ([id, value]) => ({ id, value, ...life })));
  }

  /** Writes documents with the ends of their lives, as one step. */
  async restore(documents: readonly StoredDocument<T>[]): Promise<void> {
    const ids = documents.map(({ id }) => id);
    const entries = documents.map(({ id, ...envelope }) => ({ key: id, value: envelope }));
    await this.#inTurn(ids, async () => {
      const kept = await this.#keyv.setManyRaw(entries);
      const lost = ids.filter((_, i) => !kept[i]);
      if (lost.length > 0) throw notKept(lost);
    });
  }

  async delete(id: string): Promise<void> {
    await this.#inTurn([id], () => this.#keyv.delete(id));
  }

  /** Turns within the process, so that it does not race with itself; a compare-and-set against other processes. */
  async update(id: string, change: (value: T | undefined) => T | undefined): Promise<T | undefined> {
    if (id === '') throw notKept([id]);
    return this.#inTurn([id], async () => {
      for (let turn = 0; turn < mostTurns; turn++) {
        const raw = await this.#store.get(id);
        const before = this.#live(await this.#keyv.decode<T>(raw));
        const value = change(before?.value);
        if (value === undefined && raw === undefined) return undefined;
        const envelope = value === undefined ? undefined : { ...before, value };
        const after = envelope && ((await this.#keyv.encode(envelope)) as string);
        if (await this.#store.swap(id, raw, after, envelope?.expires)) return value;
      }
      throw new Error(`the document "${id}" changed each time it was to be updated`);
    });
  }

  async *entries(prefix?: string): AsyncIterable<readonly [id: string, value: T]> {
    for await (const { id, value } of this.stored(prefix)) yield [id, value];
  }

  async *stored(prefix?: string): AsyncIterable<StoredDocument<T>> {
    for await (const [id, raw] of this.#store.iterator(prefix)) {
      const live = this.#live(await this.#keyv.decode<T>(raw));
      if (live) yield { id, ...live, value: live.value as T };
    }
  }

  /** Resolves when no write is under way. */
  async idle(): Promise<void> {
    while (this.#writes.size > 0) await Promise.allSettled(this.#writes.values());
  }

  /** A store may keep what has expired for a while. */
  #live(envelope: KeyvValue<T> | undefined): KeyvValue<T> | undefined {
    return envelope?.expires !== undefined && envelope.expires <= this.#clock.now() ? undefined : envelope;
  }

  async #inTurn<R>(ids: readonly string[], write: () => Promise<R>): Promise<R> {
    const turn = Promise.allSettled(ids.map((id) => this.#writes.get(id))).then(write);
    for (const id of ids) this.#writes.set(id, turn);
    try {
      return await turn;
    } finally {
      for (const id of ids) if (this.#writes.get(id) === turn) this.#writes.delete(id);
    }
  }
}

function notKept(ids: readonly string[]): Error {
  return new Error(`the store did not keep the document "${ids.join('", "')}"`);
}
