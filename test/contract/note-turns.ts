import { writeSync } from 'node:fs';
import { systemClock } from '../../src/clock.ts';
import { createLog } from '../../src/log.ts';
import { createNamespaces } from '../../src/storage/namespaces.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { openRedisStorage } from '../../src/storage/redis-storage.ts';
import { sqliteStore } from '../../src/storage/sqlite-store.ts';
import { pastLocks } from './past-locks.ts';

// Another process that changes a document which others change as well: each turn adds one to its own count.
const [kind, place = '', id = '', name = '', turns = ''] = process.argv.slice(2);
const storage =
  kind === 'redis'
    ? await openRedisStorage(place, { clock: systemClock, log: createLog('silent') })
    : createNamespaces(sqliteNamespace(place), systemClock);
const documents = storage.documents<Record<string, number>>('thing');
writeSync(1, 'open\n');
for (let turn = 1; turn <= Number(turns); turn++) {
  await pastLocks(() => documents.update(id, (counts) => ({ ...counts, [name]: (counts?.[name] ?? 0) + 1 })));
}
writeSync(1, 'done\n');
process.exit(0);

/** Past the lock of the data directory: the store itself has to hold. */
function sqliteNamespace(file: string) {
  const database = openDatabase(file);
  return (namespace: string) => sqliteStore(database, namespace, systemClock);
}
