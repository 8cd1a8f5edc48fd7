import type { DatabaseSync } from 'node:sqlite';

const held = `seq = :seq AND attempt = :attempt AND state = 'held'`;

/** The queue's statements. Those on a held job touch no row if the lease is another's. */
export function prepareStatements(database: DatabaseSync) {
  return {
    add: database.prepare(`
      INSERT INTO job (queue, id, lane, head, due, payload)
      SELECT :queue, :id, :lane, :lane IS NULL OR NOT EXISTS (
        SELECT 1 FROM job WHERE queue = :queue AND lane = :lane AND state <> 'parked'
      ), :due, :payload
      WHERE true
      ON CONFLICT (queue, id) DO NOTHING`),
    claim: database.prepare(`
      UPDATE job SET state = 'held', due = :until, attempt = attempt + 1
      WHERE seq = (
        SELECT seq FROM job WHERE queue = :queue AND head = 1 AND state <> 'parked' AND due <= :now
        ORDER BY due, seq LIMIT 1
      )
      RETURNING seq, id, payload, attempt`),
    remove: database.prepare(`DELETE FROM job WHERE ${held} RETURNING lane`),
    park: database.prepare(`UPDATE job SET state = 'parked', reason = :reason WHERE ${held} RETURNING lane`),
    retry: database.prepare(`
      UPDATE job SET state = 'waiting', due = :due, reason = :reason, payload = :payload
      WHERE ${held}`),
    note: database.prepare(`UPDATE job SET payload = :payload WHERE ${held}`),
    advance: database.prepare(`
      UPDATE job SET head = 1 WHERE seq = (
        SELECT min(seq) FROM job WHERE queue = :queue AND lane = :lane AND state <> 'parked'
      )`),
    nextDue: database.prepare(
      `SELECT min(due) AS due FROM job WHERE queue = :queue AND head = 1 AND state <> 'parked'`,
    ),
    counts: database.prepare('SELECT state, count(*) AS count FROM job WHERE queue = :queue GROUP BY state'),
    parked: database.prepare(`
      SELECT id, payload, reason FROM job WHERE queue = :queue AND state = 'parked'
      ORDER BY seq DESC LIMIT :limit`),
  };
}
