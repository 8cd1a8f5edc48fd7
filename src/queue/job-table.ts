/**
 * One row per job. `due`: while waiting, not claimable before it; while held, the end of the lease. `head`: no
 * earlier unparked job of its lane is left, so it is next in it (always 1 without a lane); kept up to date
 * instead of asked for, so that a claim need not look at the thousands behind the heads.
 */
export const jobTable = `
  CREATE TABLE job (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    queue TEXT NOT NULL,
    id TEXT NOT NULL,
    lane TEXT,
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'held', 'parked')),
    head INTEGER NOT NULL,
    due INTEGER NOT NULL,
    attempt INTEGER NOT NULL DEFAULT 0,
    payload TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    UNIQUE (queue, id)
  ) STRICT;
  CREATE INDEX job_claimable ON job (queue, due, seq) WHERE head = 1 AND state <> 'parked';
  CREATE INDEX job_lane ON job (queue, lane, seq) WHERE lane IS NOT NULL AND state <> 'parked';
  CREATE INDEX job_state ON job (queue, state, due);
`;
