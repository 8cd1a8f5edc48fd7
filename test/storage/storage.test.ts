import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { DatabaseError } from '../../src/database.ts';
import { openSqliteStorage } from '../../src/storage/sqlite-storage.ts';
import { startChild } from '../contract/child.ts';
import { temporaryDir } from '../contract/temporary-dir.ts';

const clock = { time: 0, now: () => clock.time };
const open = (dataDir: string) => openSqliteStorage(dataDir, { clock });

describe('storage', () => {
  it('creates a data directory and keeps documents in it across restarts', async () => {
    const dataDir = path.join(temporaryDir(), 'not', 'yet');
    const first = await open(dataDir);
    await first.documents('guild').set('g', { on: true });
    await first.close();
    await first.close();
    const second = await open(dataDir);
    expect(await second.documents('guild').get('g')).toEqual({ on: true });
    await second.close();
  });

  it('finishes writes under way before it closes', async () => {
    const dataDir = temporaryDir();
    const storage = await open(dataDir);
    const writes = Array.from({ length: 20 }, (_, i) => storage.documents('guild').update('g', () => i));
    await storage.close();
    await Promise.all(writes);
    const again = await open(dataDir);
    expect(await again.documents('guild').get('g')).toBe(19);
    await again.close();
  });

  it('writes after closing fail loudly', async () => {
    const storage = await open(temporaryDir());
    const documents = storage.documents('guild');
    await storage.close();
    await expect(documents.set('g', 1)).rejects.toThrow(/closed already/);
  });

  it('sweeps expired documents out of the table, more than a batch', async () => {
    const storage = await open(temporaryDir());
    const documents = storage.documents('sent');
    await documents.set('stays', 1);
    await documents.set('stays a while', 1, 2000);
    await Promise.all(Array.from({ length: 1200 }, (_, i) => documents.set(`goes-${i}`, i, 1000)));
    expect(await storage.sweep(999)).toBe(0);
    expect(await storage.sweep(1000)).toBe(1200);
    expect(storage.database.prepare('SELECT count(*) AS n FROM document').get()?.n).toBe(2);
    await storage.close();
  });

  it('says what to do when the data directory cannot be created or used', async () => {
    const file = path.join(temporaryDir(), 'file');
    writeFileSync(file, '');
    for (const dataDir of [file, path.join(file, 'below')]) {
      await expect(open(dataDir)).rejects.toThrow(DatabaseError);
      await expect(open(dataDir)).rejects.toThrow(/data directory .* set DATA_DIR/);
    }
  });

  it('refuses what is no database, and leaves it as it is', async () => {
    const dataDir = temporaryDir();
    writeFileSync(
      path.join(dataDir, 'trucewatch.db'),
      'no database at all, but more than a header long'.repeat(9),
    );
    await expect(open(dataDir)).rejects.toThrow(/is damaged: .* restore a backup/);
    await expect(open(dataDir)).rejects.toThrow(/is damaged/);
  });

  it('refuses a database of a newer version', async () => {
    const dataDir = temporaryDir();
    const storage = await open(dataDir);
    storage.database.exec('UPDATE schema_version SET version = 99');
    await storage.close();
    await expect(open(dataDir)).rejects.toThrow(/written by a newer version/);
  });
});

describe('when the disk is full', () => {
  it('fails the write with advice, keeps what was acknowledged, and goes on once there is room', async () => {
    const storage = await open(temporaryDir());
    const documents = storage.documents<string>('story');
    storage.database.exec('PRAGMA max_page_count = 20');
    const acknowledged: string[] = [];
    const fill = async () => {
      for (let i = 0; i < 100; i++) {
        await documents.set(`s${i}`, 'x'.repeat(2000));
        acknowledged.push(`s${i}`);
      }
    };
    await expect(fill()).rejects.toThrow(/No room left to write .*: free space/);
    expect(acknowledged.length).toBeGreaterThan(5);
    await expect(documents.update(acknowledged[0]!, (text) => text!.repeat(50))).rejects.toThrow(/No room/);
    for (const id of acknowledged) expect(await documents.get(id)).toBe('x'.repeat(2000));
    storage.database.exec('PRAGMA max_page_count = 100000');
    await fill();
    await storage.close();
  });
});

describe('when another program has locked the database', () => {
  it('fails the write with advice, still reads, and goes on once it is free', async () => {
    const dataDir = temporaryDir();
    const storage = await open(dataDir);
    const documents = storage.documents<number>('story');
    await documents.set('a', 1);
    const other = startChild(new URL('./hold-lock.ts', import.meta.url), path.join(dataDir, 'trucewatch.db'));
    await other.printed(1);
    await expect(documents.set('a', 2)).rejects.toThrow(/is locked by another program: close/);
    expect(await documents.get('a')).toBe(1);
    await other.kill();
    await documents.set('a', 2);
    expect(await documents.get('a')).toBe(2);
    await storage.close();
  });
});
