import type { DatabaseSync } from 'node:sqlite';
import { transaction, withAdvice } from '../database.ts';
import type { JobArchive } from '../job-archive.ts';
import { prepareStatements } from './statements.ts';

const pageSize = 200;

/** The queue of this name, after `openJobs` has made its table. @throws DatabaseError from every method */
export function sqliteArchive<P>(database: DatabaseSync, queue: string): JobArchive<P> {
  const { page, clear, discard, advance } = withAdvice(database, () => ({
    ...prepareStatements(database),
    page: database.prepare(`
      SELECT seq, id, lane, state, due, payload, reason FROM job
      WHERE queue = :queue AND (state = 'parked') = :parked AND seq > :after
      ORDER BY seq LIMIT ${pageSize}`),
    clear: database.prepare('DELETE FROM job WHERE queue = :queue'),
    discard: database.prepare(`
      DELETE FROM job WHERE queue = :queue AND id = :id AND state <> 'held' RETURNING lane`),
  }));
  return {
    async *all() {
      for (const parked of [1, 0]) {
        for (let after = 0; ; ) {
          const rows = withAdvice(database, () => page.all({ queue, parked, after }));
          for (const { id, lane, state, due, payload, reason } of rows) {
            yield {
              id: id as string,
              payload: JSON.parse(payload as string) as P,
              ...(lane !== null && { lane: lane as string }),
              ...(state === 'waiting' && { at: due as number }),
              ...(state === 'parked' && { parked: reason as string }),
            };
          }
          if (rows.length < pageSize) break;
          after = rows.at(-1)!.seq as number;
        }
      }
    },
    async discard(ids) {
      return transaction(database, () => {
        let discarded = 0;
        for (const id of ids) {
          const row = discard.get({ queue, id });
          if (!row) continue;
          discarded += 1;
          if (row.lane !== null) advance.run({ queue, lane: row.lane as string });
        }
        return discarded;
      });
    },
    async clear() {
      withAdvice(database, () => clear.run({ queue }));
    },
  };
}
