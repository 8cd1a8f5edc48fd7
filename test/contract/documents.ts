import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Clock } from '../../src/clock.ts';
import type { Documents } from '../../src/documents.ts';
import { startChild } from './child.ts';
import { pastLocks } from './past-locks.ts';

/** A store under test: empty when opened; namespaces by name. */
export interface DocumentsBackend {
  documents<T>(namespace: string): Documents<T>;
  /** Where another process finds it: the first arguments of note-turns.ts. */
  readonly place: readonly [kind: 'sqlite' | 'redis', place: string];
  close(): Promise<void>;
}

/** What every backend of the Documents port does alike. */
export function documentsContract(name: string, open: (clock: Clock) => Promise<DocumentsBackend>): void {
  describe(`documents on ${name}`, () => {
    const clock = { time: Date.UTC(2022, 4, 1), now: () => clock.time };
    let backend: DocumentsBackend;
    let documents: Documents<unknown>;
    beforeEach(async () => {
      backend = await open(clock);
      documents = backend.documents('thing');
    });
    afterEach(() => backend.close());

    const all = async (from: Documents<unknown>) => {
      const found: Record<string, unknown> = {};
      for await (const [id, value] of from.entries()) found[id] = value;
      return found;
    };

    it('returns what was set, in every form that JSON knows', async () => {
      const value = { text: 'جنگ بندی :x "\u0000', list: [1, null, true], nested: { n: -1.5 }, empty: '' };
      for (const id of ['a', 'with:colon', "it's; --", 'اردو', 'x'.repeat(500)]) {
        await documents.set(id, value);
        expect(await documents.get(id)).toEqual(value);
      }
      for (const plain of ['text', 0, false, []]) {
        await documents.set('plain', plain);
        expect(await documents.get('plain')).toEqual(plain);
      }
    });

    it('knows nothing of what was never set or was deleted', async () => {
      await documents.set('a', 1);
      await documents.delete('a');
      await documents.delete('never');
      expect(await documents.get('a')).toBeUndefined();
      expect(await documents.get('never')).toBeUndefined();
    });

    it('gives a copy: changing it changes nothing that is kept', async () => {
      await documents.set('a', { list: [1] });
      ((await documents.get('a')) as { list: number[] }).list.push(2);
      expect(await documents.get('a')).toEqual({ list: [1] });
    });

    it('keeps namespaces apart, also those that begin alike', async () => {
      await documents.set('a', 'of thing');
      await backend.documents('thin').set('a', 'of thin');
      await backend.documents('thing:a').set('a', 'of thing:a');
      await backend.documents('thin').delete('a');
      expect(await all(documents)).toEqual({ a: 'of thing' });
      expect(await all(backend.documents('thing:a'))).toEqual({ a: 'of thing:a' });
      expect(await all(backend.documents('thin'))).toEqual({});
    });

    it('refuses an empty id instead of losing the value', async () => {
      await expect(documents.set('', 1)).rejects.toThrow();
      await expect(documents.update('', () => 1)).rejects.toThrow();
    });

    it('forgets a document when its lifetime is over, by the given clock', async () => {
      await documents.set('short', 1, 1000);
      await documents.set('long', 2);
      clock.time += 999;
      expect(await documents.get('short')).toBe(1);
      clock.time += 1;
      expect(await documents.get('short')).toBeUndefined();
      expect(await all(documents)).toEqual({ long: 2 });
    });

    it('starts the lifetime anew with set, and keeps it with update', async () => {
      await documents.set('a', 1, 1000);
      await documents.update('a', (value) => Number(value) + 1);
      clock.time += 1000;
      expect(await documents.get('a')).toBeUndefined();
      expect(await documents.update('a', (value) => value ?? 'new')).toBe('new');
      await documents.set('a', 3, 1000);
      await documents.set('a', 4);
      clock.time += 5000;
      expect(await documents.get('a')).toBe(4);
    });

    it('loses no update when many come at once', async () => {
      const add = () => documents.update('count', (value) => Number(value ?? 0) + 1);
      const sameNamespace = backend.documents('thing');
      const again = () => sameNamespace.update('count', (value) => Number(value ?? 0) + 1);
      await Promise.all(Array.from({ length: 50 }, (_, i) => (i % 2 ? add() : again())));
      expect(await documents.get('count')).toBe(50);
    });

    it('sets many at once', async () => {
      await documents.set('a', 'old', 1000);
      await documents.setAll(new Map(Array.from({ length: 450 }, (_, i) => [`id-${i}`, i])).set('a', -1));
      await documents.setAll(new Map());
      clock.time += 1000;
      const found = await all(documents);
      expect(Object.keys(found)).toHaveLength(451);
      expect([found.a, found['id-0'], found['id-449']]).toEqual([-1, 0, 449]);
    });

    it('sets many with a lifetime, each anew', async () => {
      await documents.set('a', 1);
      await documents.setAll(new Map(Object.entries({ a: 2, b: 3 })), 1000);
      clock.time += 999;
      expect(await all(documents)).toEqual({ a: 2, b: 3 });
      clock.time += 1;
      expect(await all(documents)).toEqual({});
    });

    it('sets many in turn with other writes of the same documents', async () => {
      const add = (id: string) => documents.update(id, (value) => Number(value ?? 0) + 1);
      const writes = [
        add('a'),
        add('b'),
        documents.setAll(new Map(Object.entries({ a: 10, b: 20 }))),
        add('b'),
      ];
      await Promise.all(writes);
      expect(await all(documents)).toEqual({ a: 10, b: 21 });
    });

    it('says so when it could not keep one of many', async () => {
      await expect(documents.setAll(new Map(Object.entries({ a: 1, '': 2 })))).rejects.toThrow();
    });

    it('loses no update of several processes', async () => {
      const turns = 60;
      const noteTurns = new URL('./note-turns.ts', import.meta.url);
      const others = ['b', 'c'].map((name) =>
        startChild(noteTurns, ...backend.place, 'shared', name, String(turns)),
      );
      await Promise.all(others.map((other) => other.printed(1)));
      const shared = backend.documents<Record<string, number>>('thing');
      for (let turn = 0; turn < turns; turn++) {
        await pastLocks(() =>
          shared.updateAll(['alone', 'shared'], (counts) => ({ ...counts, a: (counts?.a ?? 0) + 1 })),
        );
      }
      await Promise.all(others.map((other) => other.printed(2)));
      expect(await shared.get('shared')).toEqual({ a: turns, b: turns, c: turns });
      expect(await shared.get('alone')).toEqual({ a: turns });
    });

    it('deletes when an update says undefined, and creates nothing where there was nothing', async () => {
      await documents.set('a', 1);
      expect(await documents.update('a', () => undefined)).toBeUndefined();
      expect(await documents.update('b', () => undefined)).toBeUndefined();
      expect(await all(documents)).toEqual({});
    });

    it('begins the lifetime anew with an update that says so', async () => {
      await documents.set('a', 1, 1000);
      clock.time += 500;
      await documents.update('a', (value) => Number(value) + 1, 1000);
      await documents.update('b', () => 1, 1000);
      clock.time += 999;
      expect(await all(documents)).toEqual({ a: 2, b: 1 });
      clock.time += 1;
      expect(await all(documents)).toEqual({});
    });

    it('updates many, each by itself', async () => {
      await documents.setAll(new Map(Object.entries({ a: 1, b: 2, c: 3 })), 1000);
      const held = await documents.updateAll(['a', 'b', 'new', 'none', 'a'], (value, id) => {
        if (id === 'b' || id === 'none') return undefined;
        return `${id} after ${value}`;
      });
      expect(Object.fromEntries(held)).toEqual({ a: 'a after 1', new: 'new after undefined' });
      expect(await documents.updateAll([], () => 'never')).toEqual(new Map());
      await expect(documents.updateAll(['c', ''], () => 'never')).rejects.toThrow();
      expect(await all(documents)).toEqual({ a: 'a after 1', c: 3, new: 'new after undefined' });
      clock.time += 1000;
      expect(await all(documents)).toEqual({ new: 'new after undefined' });
    });

    it('writes none of many if the change of one fails', async () => {
      const failed = documents.updateAll(['a', 'b'], (_, id) => {
        if (id === 'b') throw new Error('changed my mind');
        return 1;
      });
      await expect(failed).rejects.toThrow('changed my mind');
      expect(await all(documents)).toEqual({});
    });

    it('goes on with the next update after one that failed', async () => {
      const failed = documents.update('a', () => {
        throw new Error('changed my mind');
      });
      const next = documents.update('a', () => 'kept');
      await expect(failed).rejects.toThrow('changed my mind');
      expect(await next).toBe('kept');
    });

    it('walks through those whose ids begin alike, in order', async () => {
      const ids = ['a', 'a/', 'a/1', 'a/2', 'a/اردو', 'a0', 'b/1', 'A/1'];
      await documents.setAll(new Map(ids.map((id) => [id, id])));
      const found: string[] = [];
      for await (const [id] of documents.entries('a/')) found.push(id);
      expect(found).toEqual(['a/', 'a/1', 'a/2', 'a/اردو']);
      for await (const [id] of documents.entries('c')) expect(id).toBe('none');
    });

    it('walks through all documents, more than a page, while they change', async () => {
      const ids = Array.from({ length: 450 }, (_, i) => `id-${i}`);
      await Promise.all(ids.map((id) => documents.set(id, { id })));
      const seen = new Set<string>();
      for await (const [id, value] of documents.entries()) {
        expect(value).toEqual({ id });
        seen.add(id);
        await documents.delete(id);
      }
      expect([...seen].sort()).toEqual(ids.sort());
      expect(await all(documents)).toEqual({});
    });
  });
}
