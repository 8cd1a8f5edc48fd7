import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { openSqliteStorage } from '../../src/storage/sqlite-storage.ts';
import { startChild } from '../contract/child.ts';
import { temporaryDir } from '../contract/temporary-dir.ts';

const writer = new URL('./write-documents.ts', import.meta.url);

describe('a process killed while it writes', () => {
  it('has lost nothing that was acknowledged, and has freed the data directory', async () => {
    const dataDir = temporaryDir();
    const acknowledged: string[] = [];
    for (const round of ['first', 'second', 'third']) {
      const child = startChild(writer, dataDir, round);
      await child.printed(200);
      await child.kill();
      acknowledged.push(...child.lines);
    }
    const storage = await openSqliteStorage(dataDir, { clock: systemClock });
    const documents = storage.documents<{ n: number; text: string }>('thing');
    for (const id of acknowledged) {
      const n = Number(id.split('-')[1]);
      expect(await documents.get(id)).toEqual({ n, text: 'x'.repeat(n % 3000) });
    }
    await storage.close();
  });
});

describe('a data directory in use', () => {
  it('is refused to a second process with a sentence that says what to do', async () => {
    const dataDir = temporaryDir();
    const storage = await openSqliteStorage(dataDir, { clock: systemClock });
    const child = startChild(writer, dataDir, 'second');
    await expect(child.printed(1)).rejects.toThrow(/is in use by another process: stop it first/);
    await storage.close();
    const allowed = startChild(writer, dataDir, 'third');
    await allowed.printed(1);
  });

  it('is refused within the process, too', async () => {
    const dataDir = temporaryDir();
    const storage = await openSqliteStorage(dataDir, { clock: systemClock });
    await expect(openSqliteStorage(dataDir, { clock: systemClock })).rejects.toThrow(
      /in use by another process/,
    );
    await storage.close();
    await (await openSqliteStorage(dataDir, { clock: systemClock })).close();
  });
});
