import type { DatabaseSync } from 'node:sqlite';

/** SQLite refused. The message is one sentence for the operator, with what to do; `cause` is SQLite's error. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
}

/** Runs `work` on the database; what SQLite throws comes out as a DatabaseError that says how to mend it. */
export function withAdvice<R>(database: DatabaseSync, work: () => R): R {
  try {
    return work();
  } catch (error) {
    if (!isSqliteError(error)) {
      if (database.isOpen) throw error;
      throw new DatabaseError('The database is closed already: this came after the shutdown.', {
        cause: error,
      });
    }
    throw new DatabaseError(advice(error, fileOf(database)), { cause: error });
  }
}

/** All of `work` is kept or nothing of it. Not to be nested. @throws DatabaseError */
export function transaction<R>(database: DatabaseSync, work: () => R): R {
  return withAdvice(database, () => {
    // Immediate: a lock held elsewhere shows here, before anything was read.
    database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      database.exec('COMMIT');
      return result;
    } catch (error) {
      // SQLite has rolled back by itself after some errors (a full disk, for one).
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  });
}

/**
 * Brings the tables of one room to their newest form. `steps[n]` leads from version n to n + 1; a released
 * step never changes. @throws DatabaseError, also if a newer program wrote this database.
 */
export function migrate(database: DatabaseSync, room: string, steps: readonly string[]): void {
  transaction(database, () => {
    database.exec(
      'CREATE TABLE IF NOT EXISTS schema_version (room TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT',
    );
    const row = database.prepare('SELECT version FROM schema_version WHERE room = ?').get(room);
    const version = Number(row?.version ?? 0);
    if (version > steps.length) {
      throw new DatabaseError(
        `${fileOf(database)} was written by a newer version of this program (${room} ${version}, known: ${steps.length}): run that version, or restore a backup from before the upgrade.`,
      );
    }
    if (version === steps.length) return;
    for (const step of steps.slice(version)) database.exec(step);
    database
      .prepare(
        'INSERT INTO schema_version VALUES (?, ?) ON CONFLICT (room) DO UPDATE SET version = excluded.version',
      )
      .run(room, steps.length);
  });
}

/** SQLite's primary result codes: https://www.sqlite.org/rescode.html */
function advice(error: SqliteError, file: string): string {
  switch (error.errcode & 0xff) {
    case 5:
    case 6:
      return `${file} is locked by another program: close what has it open (a backup, a database browser); it is tried again with the next write.`;
    case 8:
      return `${file} may not be written: give the user that runs the bot write permission on the data directory and the files in it.`;
    case 10:
      return `Reading or writing ${file} failed: check the disk (dmesg, smartctl) and whether its file system is still mounted.`;
    case 11:
    case 26:
      return `${file} is damaged: stop the bot, keep a copy, and restore a backup or run sqlite3's .recover on it.`;
    case 13:
      return `No room left to write ${file}: free space on the disk of the data directory, or raise its quota.`;
    case 14:
      return `${file} cannot be opened: check that the data directory exists and that the user that runs the bot may write to it.`;
    default:
      return `SQLite refused on ${file}: ${error.errstr}.`;
  }
}

interface SqliteError extends Error {
  readonly errcode: number;
  readonly errstr: string;
}

function isSqliteError(error: unknown): error is SqliteError {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number';
}

function fileOf(database: DatabaseSync): string {
  return (database.isOpen && database.location()) || 'the database';
}
