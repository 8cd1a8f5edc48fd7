import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DatabaseError } from '../database.ts';

/** Creates the data directory if it is missing. @throws DatabaseError if that is not possible. */
export function createDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (error) {
    throw new DatabaseError(
      `The data directory ${path.resolve(dataDir)} cannot be created (${codeOf(error)}): set DATA_DIR to a directory that the user that runs the bot may write to.`,
      { cause: error },
    );
  }
}

/**
 * Claims the data directory for this process. The claim is an SQLite lock: the system gives it back when the
 * process dies, however it dies. Not reliable on network file systems without locks.
 * @returns gives the claim back. @throws DatabaseError if another process has it.
 */
export function lockDataDir(dataDir: string): () => void {
  const file = path.join(dataDir, 'lock');
  const lock = new DatabaseSync(file, { open: false, timeout: 0 });
  try {
    lock.open();
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    if (lock.isOpen) lock.close();
    throw new DatabaseError(explain(error, dataDir), { cause: error });
  }
  return () => lock.close();
}

function explain(error: unknown, dataDir: string): string {
  const directory = path.resolve(dataDir);
  const code = typeof error === 'object' && error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
  if (code === 5) {
    return `The data directory ${directory} is in use by another process: stop it first, or give this one a DATA_DIR of its own.`;
  }
  return `The data directory ${directory} cannot be written (${codeOf(error)}): give the user that runs the bot write permission, or set DATA_DIR to another directory.`;
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || !error) return String(error);
  if ('errstr' in error) return String(error.errstr);
  return 'code' in error ? String(error.code) : String(error);
}
