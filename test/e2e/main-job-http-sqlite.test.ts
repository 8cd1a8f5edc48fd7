import { mainJob } from './main-job.ts';

mainJob({ transport: 'http', store: 'SQLite' });
