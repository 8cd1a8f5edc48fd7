import { writeSync } from 'node:fs';
import { systemClock } from '../../src/clock.ts';
import { openJobs } from '../../src/queue/sqlite-jobs.ts';
import { openDatabase } from '../../src/storage/open-database.ts';

// Adds jobs, singly and by the hundred, and does every third, until it is killed; prints what was acknowledged.
const [file = '', prefix = ''] = process.argv.slice(2);
const jobs = openJobs<number>(openDatabase(file), 'delivery', systemClock);
for (let n = 0; ; n++) {
  const many = Array.from({ length: n % 10 === 0 ? 100 : 1 }, (_, i) => ({
    id: `${prefix}-${n}-${i}`,
    payload: n,
    lane: `lane-${i}`,
  }));
  await jobs.addAll(many);
  writeSync(1, `${many.map(({ id }) => `added ${id}`).join('\n')}\n`);
  const job = n % 3 === 0 ? await jobs.claim(1) : undefined;
  if (!job) continue;
  writeSync(1, `doing ${job.id}\n`);
  await jobs.complete(job);
  writeSync(1, `done ${job.id}\n`);
}
