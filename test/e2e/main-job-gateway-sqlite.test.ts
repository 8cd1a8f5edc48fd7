import { mainJob } from './main-job.ts';

mainJob({ transport: 'gateway', store: 'SQLite' });
