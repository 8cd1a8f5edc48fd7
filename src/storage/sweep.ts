import type { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { withAdvice } from '../database.ts';

const batch = 500;

/** Removes documents that expired by `now` (UTC ms), a batch at a time so that others get their turn. */
export async function sweepExpired(database: DatabaseSync, now: number): Promise<number> {
  const statement = withAdvice(database, () =>
    database.prepare(
      `DELETE FROM document WHERE rowid IN (SELECT rowid FROM document WHERE expires <= ? LIMIT ${batch})`,
    ),
  );
  for (let removed = 0; ; ) {
    const changes = Number(withAdvice(database, () => statement.run(now)).changes);
    removed += changes;
    if (changes < batch) return removed;
    await setImmediate();
  }
}
