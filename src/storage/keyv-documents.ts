import { Keyv, type KeyvValue } from 'keyv';
import type { Clock } from '../clock.ts';
import type { Documents } from '../documents.ts';
import type { DocumentStore } from './sqlite-store.ts';

/**
 * Documents on a Keyv store. No `error` listener is attached: with one, Keyv would turn a failed write into
 * `false`. Expiry is written with `setRaw`, because `set` computes it from the system's clock.
 */
export class KeyvDocuments<T> implements Documents<T> {
  readonly #keyv: Keyv<T>;
  readonly #clock: Clock;
  /** The last write of each id under way; the next one waits for it. */
  readonly #writes = new Map<string, Promise<unknown>>();

  constructor(store: DocumentStore, clock: Clock) {
    this.#keyv = new Keyv<T>({ store, checkExpired: false });
    this.#clock = clock;
  }

  async get(id: string): Promise<T | undefined> {
    return this.#keyv.get(id);
  }

  async set(id: string, value: T, ttl?: number): Promise<void> {
    const expires = ttl === undefined ? undefined : this.#clock.now() + ttl;
    await this.#inTurn([id], () => this.#write(id, value, expires));
  }

  async setAll(values: ReadonlyMap<string, T>): Promise<void> {
    const ids = [...values.keys()];
    const entries = [...values].map(([key, value]) => ({ key, value: { value } }));
    await this.#inTurn(ids, async () => {
      const kept = await this.#keyv.setManyRaw(entries);
      const lost = ids.filter((_, i) => !kept[i]);
      if (lost.length > 0) throw new Error(`the store did not keep the documents "${lost.join('", "')}"`);
    });
  }

  async delete(id: string): Promise<void> {
    await this.#inTurn([id], () => this.#keyv.delete(id));
  }

  /** Keyv has no compare-and-set; one process owns the data, so taking turns within it is enough. */
  async update(id: string, change: (value: T | undefined) => T | undefined): Promise<T | undefined> {
    return this.#inTurn([id], async () => {
      const before = (await this.#keyv.getRaw(id)) as KeyvValue<T> | undefined;
      const after = change(before?.value);
      if (after !== undefined) await this.#write(id, after, before?.expires);
      else if (before) await this.#keyv.delete(id);
      return after;
    });
  }

  async *entries(): AsyncIterable<readonly [id: string, value: T]> {
    for await (const [id, value] of this.#keyv.iterator()) yield [id as string, value as T];
  }

  /** Resolves when no write is under way. */
  async idle(): Promise<void> {
    while (this.#writes.size > 0) await Promise.allSettled(this.#writes.values());
  }

  async #write(id: string, value: T, expires: number | undefined): Promise<void> {
    const kept = await this.#keyv.setRaw(id, expires === undefined ? { value } : { value, expires });
    if (!kept) throw new Error(`the store did not keep the document "${id}"`);
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
