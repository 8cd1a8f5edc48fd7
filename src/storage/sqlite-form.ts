import type { DatabaseSync } from 'node:sqlite';
import { withAdvice } from '../database.ts';

// Beside the versions of the tables, which `migrate` keeps there.
const room = 'documents';

export function formOf(database: DatabaseSync): number {
  const row = withAdvice(database, () =>
    database.prepare('SELECT version FROM schema_version WHERE room = ?').get(room),
  );
  return Number(row?.version ?? 1);
}

export function setForm(database: DatabaseSync, form: number): void {
  withAdvice(database, () =>
    database.prepare('INSERT OR REPLACE INTO schema_version (room, version) VALUES (?, ?)').run(room, form),
  );
}
