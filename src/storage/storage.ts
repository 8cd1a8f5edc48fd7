import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../clock.ts';
import { migrate } from '../database.ts';
import type { Documents } from '../documents.ts';
import { createDataDir, lockDataDir } from './data-dir.ts';
import { KeyvDocuments } from './keyv-documents.ts';
import { openDatabase } from './open-database.ts';
import { documentTable, sqliteStore } from './sqlite-store.ts';
import { sweepExpired } from './sweep.ts';

export interface Storage {
  /** The documents of one namespace; the same object each time, so that all its updates take turns. */
  documents<T>(namespace: string): Documents<T>;
  /** Removes what expired by `now` (UTC ms). @returns how many documents went. */
  sweep(now: number): Promise<number>;
  /** The database itself, for the queue to keep its jobs in. */
  readonly database: DatabaseSync;
  /** Waits for writes under way, closes the database and frees the data directory. */
  close(): Promise<void>;
}

/**
 * Opens the state kept in `dataDir`, which is created if missing and belongs to this process until it closes
 * the storage or dies. Lifetimes of documents follow `clock`.
 * @throws DatabaseError, one sentence with what to do, if another process has the directory, it cannot be
 * written, or a newer version wrote it
 */
export async function openStorage(dataDir: string, options: { readonly clock: Clock }): Promise<Storage> {
  createDataDir(dataDir);
  const unlock = lockDataDir(dataDir);
  try {
    const database = openDatabase(path.join(dataDir, 'trucewatch.db'));
    try {
      migrate(database, 'storage', [documentTable]);
    } catch (error) {
      database.close();
      throw error;
    }
    return storageOn(database, options.clock, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

function storageOn(database: DatabaseSync, clock: Clock, unlock: () => void): Storage {
  const namespaces = new Map<string, KeyvDocuments<never>>();
  return {
    database,
    documents<T>(namespace: string): Documents<T> {
      let documents = namespaces.get(namespace) as KeyvDocuments<T> | undefined;
      if (!documents) {
        documents = new KeyvDocuments<T>(sqliteStore(database, namespace, clock), clock);
        namespaces.set(namespace, documents as unknown as KeyvDocuments<never>);
      }
      return documents;
    },
    sweep: (now) => sweepExpired(database, now),
    async close() {
      if (!database.isOpen) return;
      await Promise.all([...namespaces.values()].map((documents) => documents.idle()));
      database.close();
      unlock();
    },
  };
}
