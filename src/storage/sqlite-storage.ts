import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../clock.ts';
import { migrate, withAdvice } from '../database.ts';
import { createDataDir, lockDataDir } from './data-dir.ts';
import type { DocumentStorage } from './document-storage.ts';
import { createNamespaces } from './namespaces.ts';
import { openDatabase } from './open-database.ts';
import { formOf, setForm } from './sqlite-form.ts';
import { documentTable, namespacesIn, sqliteStore } from './sqlite-store.ts';
import { sweepExpired } from './sweep.ts';

export interface SqliteStorage extends DocumentStorage {
  /** The database itself, for the queue to keep its jobs in. */
  readonly database: DatabaseSync;
}

/**
 * Opens the state kept in `dataDir`, which is created if missing and belongs to this process until it closes
 * the storage or dies. Lifetimes of documents follow `clock`.
 * @throws DatabaseError, one sentence with what to do, if another process has the directory, it cannot be
 * written, or a newer version wrote it
 */
export async function openSqliteStorage(
  dataDir: string,
  { clock }: { readonly clock: Clock },
): Promise<SqliteStorage> {
  createDataDir(dataDir);
  const unlock = lockDataDir(dataDir);
  try {
    const file = path.join(dataDir, 'trucewatch.db');
    const database = openDatabase(file);
    try {
      migrate(database, 'storage', [documentTable]);
    } catch (error) {
      database.close();
      throw error;
    }
    const { idle, ...documents } = createNamespaces(
      (namespace) => sqliteStore(database, namespace, clock),
      clock,
    );
    return {
      database,
      ...documents,
      place: file,
      form: async () => formOf(database),
      setForm: async (form) => setForm(database, form),
      namespaces: async () => namespacesIn(database),
      clear: async () => withAdvice(database, () => database.exec('DELETE FROM document')),
      sweep: (now) => sweepExpired(database, now),
      async close() {
        if (!database.isOpen) return;
        await idle();
        database.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}
