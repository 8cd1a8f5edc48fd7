import { openJobs } from '../../src/queue/sqlite-jobs.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { jobsContract } from '../contract/jobs.ts';

jobsContract('SQLite', async (clock) => {
  const database = openDatabase(':memory:');
  return {
    jobs: (queue) => openJobs(database, queue, clock),
    close: async () => database.close(),
  };
});
