import { writeSync } from 'node:fs';
import { systemClock } from '../../src/clock.ts';
import { openSqliteStorage } from '../../src/storage/sqlite-storage.ts';

// Writes documents until it is killed and prints the id of each one that was acknowledged.
const [dataDir = '', prefix = ''] = process.argv.slice(2);
const storage = await openSqliteStorage(dataDir, { clock: systemClock });
const documents = storage.documents<{ n: number; text: string }>('thing');
for (let n = 0; ; n++) {
  const id = `${prefix}-${n}`;
  await documents.set(id, { n, text: 'x'.repeat(n % 3000) });
  writeSync(1, `${id}\n`);
}
