import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../clock.ts';
import { transaction, withAdvice } from '../database.ts';
import { type DocumentStore, lastCharacter, type Swap } from './document-store.ts';

export const documentTable = `
  CREATE TABLE document (
    namespace TEXT NOT NULL,
    id TEXT NOT NULL,
    value TEXT NOT NULL,
    expires INTEGER,
    PRIMARY KEY (namespace, id)
  ) STRICT;
  CREATE INDEX document_expires ON document (expires) WHERE expires IS NOT NULL;
`;

const pageSize = 200;

export function namespacesIn(database: DatabaseSync): string[] {
  const rows = withAdvice(database, () =>
    database.prepare('SELECT DISTINCT namespace FROM document ORDER BY namespace').all(),
  );
  return rows.map(({ namespace }) => namespace as string);
}

/**
 * One namespace of the `document` table as a Keyv store. One for each Keyv: two on one store would mix their
 * namespaces. Expired rows are never shown, by the given clock; they stay in the table until swept.
 */
export function sqliteStore(database: DatabaseSync, namespace: string, clock: Clock): DocumentStore {
  const prepare = (sql: string) => withAdvice(database, () => database.prepare(sql));
  const get = prepare(
    'SELECT value FROM document WHERE namespace = ? AND id = ? AND (expires IS NULL OR expires > ?)',
  );
  const set = prepare(
    `INSERT INTO document (namespace, id, value, expires) VALUES (?, ?, ?, ?)
     ON CONFLICT (namespace, id) DO UPDATE SET value = excluded.value, expires = excluded.expires`,
  );
  const swap = prepare(
    'UPDATE document SET value = ?, expires = ? WHERE namespace = ? AND id = ? AND value = ?',
  );
  // An expired row that was not swept yet is as good as none.
  const create = prepare(
    `INSERT INTO document (namespace, id, value, expires) VALUES (?, ?, ?, ?)
     ON CONFLICT (namespace, id) DO UPDATE SET value = excluded.value, expires = excluded.expires
     WHERE document.expires <= ?`,
  );
  const removeThis = prepare('DELETE FROM document WHERE namespace = ? AND id = ? AND value = ?');
  const remove = prepare('DELETE FROM document WHERE namespace = ? AND id = ?');
  const page = prepare(
    `SELECT id, value FROM document
     WHERE namespace = :namespace AND id > :last AND id >= :prefix AND id < :end
       AND (expires IS NULL OR expires > :now)
     ORDER BY id LIMIT ${pageSize}`,
  );

  function swapped({ id, before, after, expires: life }: Swap) {
    const expires = life ?? null;
    if (before === undefined)
      return after === undefined ? undefined : create.run(namespace, id, after, expires, clock.now());
    if (after === undefined) return removeThis.run(namespace, id, before);
    return swap.run(after, expires, namespace, id, before);
  }

  return {
    namespace,
    capabilities: { expires: true },
    async get(id) {
      const row = withAdvice(database, () => get.get(namespace, id, clock.now()));
      return row?.value as string | undefined;
    },
    async set(id, value, expires) {
      withAdvice(database, () => set.run(namespace, id, value as string, expires ?? null));
      return true;
    },
    async setMany(entries) {
      transaction(database, () => {
        for (const { key, value, expires } of entries)
          set.run(namespace, key, value as string, expires ?? null);
      });
      return entries.map(() => true);
    },
    async delete(id) {
      return withAdvice(database, () => remove.run(namespace, id)).changes === 1;
    },
    async swapAll(swaps) {
      const run = () => swaps.map((each) => swapped(each)?.changes !== 0);
      return swaps.length === 1 ? withAdvice(database, run) : transaction(database, run);
    },
    // By pages, so that the documents may change while somebody walks through them.
    async *iterator(prefix = '') {
      const range = { namespace, prefix, end: `${prefix}${lastCharacter}` };
      for (let last = ''; ; ) {
        const rows = withAdvice(database, () => page.all({ ...range, last, now: clock.now() }));
        for (const { id, value } of rows) yield [id as string, value as string];
        if (rows.length < pageSize) return;
        last = rows.at(-1)!.id as string;
      }
    },
  };
}
