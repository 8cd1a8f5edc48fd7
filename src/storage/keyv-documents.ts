import { Keyv, type KeyvValue } from 'keyv';
import type { Clock } from '../clock.ts';
import type { Documents } from '../documents.ts';
import type { StoredDocument } from './document-storage.ts';
import type { DocumentStore, Swap } from './document-store.ts';

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

  async update(
    id: string,
    change: (value: T | undefined) => T | undefined,
    ttl?: number,
  ): Promise<T | undefined> {
    return (await this.#change([id], change, ttl)).get(id);
  }

  async updateAll(
    ids: Iterable<string>,
    change: (value: T | undefined, id: string) => T | undefined,
  ): Promise<ReadonlyMap<string, T>> {
    return this.#change([...new Set(ids)], change, undefined);
  }

  /** Turns within the process, so that it does not race with itself; a compare-and-set against other processes. */
  async #change(
    ids: readonly string[],
    change: (value: T | undefined, id: string) => T | undefined,
    ttl: number | undefined,
  ): Promise<Map<string, T>> {
    if (ids.includes('')) throw notKept(ids);
    const held = new Map<string, T>();
    return this.#inTurn(ids, async () => {
      let left = ids;
      for (let turn = 0; left.length > 0; turn++) {
        if (turn === mostTurns) throw new Error(`"${left.join('", "')}" changed at each try to update it`);
        const tries = await Promise.all(left.map((id) => this.#swapOf(id, change, ttl)));
        // What is as it was needs no write.
        const swaps = tries.filter(({ before, after }) => before !== after);
        const made = swaps.length > 0 ? await this.#store.swapAll(swaps) : [];
        left = swaps.flatMap(({ id }, at) => (made[at] ? [] : [id]));
        for (const { id, value } of tries) if (value !== undefined && !left.includes(id)) held.set(id, value);
      }
      return held;
    });
  }

  /** What would change the document as it is now. */
  async #swapOf(
    id: string,
    change: (value: T | undefined, id: string) => T | undefined,
    ttl: number | undefined,
  ): Promise<Swap & { readonly value: T | undefined }> {
    const before = await this.#store.get(id);
    const known = this.#live(await this.#keyv.decode<T>(before));
    const value = change(known?.value, id);
    if (value === undefined) return { id, before, after: undefined, expires: undefined, value };
    const expires = ttl === undefined ? known?.expires : this.#clock.now() + ttl;
    const envelope = expires === undefined ? { value } : { value, expires };
    return { id, before, after: (await this.#keyv.encode(envelope)) as string, expires, value };
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
