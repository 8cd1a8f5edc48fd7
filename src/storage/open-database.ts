import { DatabaseSync } from 'node:sqlite';
import { withAdvice } from '../database.ts';

/**
 * How long a statement waits for a lock of another process, in milliseconds. SQLite waits on the main thread:
 * Discord closes an unanswered interaction after 3 s, so it stays well below.
 */
const lockWait = 1000;

/**
 * Opens or creates the database that documents and jobs share. Write-ahead log with synchronous FULL: what
 * was acknowledged survives a power cut. NORMAL would be three times as fast and may lose the last
 * transactions then, among them the note that a message was sent; 50 messages a second don't need the speed.
 * @throws DatabaseError
 */
export function openDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { open: false, timeout: lockWait });
  try {
    withAdvice(database, () => {
      database.open();
      database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    });
  } catch (error) {
    if (database.isOpen) database.close();
    throw error;
  }
  return database;
}
