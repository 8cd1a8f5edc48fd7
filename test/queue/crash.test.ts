import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { openJobs } from '../../src/queue/sqlite-jobs.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { startChild } from '../contract/child.ts';
import { temporaryDir } from '../contract/temporary-dir.ts';

const at = (name: string) => new URL(name, import.meta.url);

describe('a process killed while it adds and does jobs', () => {
  it('has lost no job that was added, and brings back none that was done', async () => {
    const file = path.join(temporaryDir(), 'jobs.db');
    const printed: string[] = [];
    for (const round of ['first', 'second', 'third']) {
      const child = startChild(at('./add-jobs.ts'), file, round);
      await child.printed(400);
      await child.kill();
      printed.push(...child.lines);
    }
    const ids = (word: string) =>
      new Set(
        printed.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1)),
      );
    const [added, doing, done] = [ids('added'), ids('doing'), ids('done')];
    expect(done.size).toBeGreaterThan(10);

    const database = openDatabase(file);
    const later = { now: () => systemClock.now() + 3_600_000 };
    const jobs = openJobs<number>(database, 'delivery', later);
    const left = new Set<string>();
    for (let job = await jobs.claim(1000); job; job = await jobs.claim(1000)) {
      left.add(job.id);
      await jobs.complete(job);
    }
    expect([...done].filter((id) => left.has(id))).toEqual([]);
    // Killed between "doing" and "done", a job may be either.
    expect([...added].filter((id) => !left.has(id) && !doing.has(id))).toEqual([]);
    database.close();
  });
});

describe('a queue that cannot write', () => {
  it('adds all of a full disk or nothing, and says what to do', async () => {
    const database = openDatabase(path.join(temporaryDir(), 'jobs.db'));
    const jobs = openJobs<string>(database, 'delivery', systemClock);
    await jobs.add({ id: 'kept', payload: '' });
    database.exec('PRAGMA max_page_count = 20');
    const many = Array.from({ length: 200 }, (_, i) => ({ id: `j${i}`, payload: 'x'.repeat(1000) }));
    await expect(jobs.addAll(many)).rejects.toThrow(/No room left to write .*: free space/);
    expect(await jobs.counts()).toEqual({ waiting: 1, held: 0, parked: 0 });
    const held = await jobs.claim(1000);
    await expect(jobs.note(held!, 'x'.repeat(100_000))).rejects.toThrow(/No room/);
    await jobs.complete(held!);
    database.exec('PRAGMA max_page_count = 100000');
    await jobs.addAll(many);
    expect(await jobs.counts()).toEqual({ waiting: 200, held: 0, parked: 0 });
    database.close();
  });

  it('claims nothing that another program keeps it from noting', async () => {
    const file = path.join(temporaryDir(), 'jobs.db');
    const database = openDatabase(file);
    const jobs = openJobs<string>(database, 'delivery', systemClock);
    await jobs.add({ id: 'a', payload: '' });
    const other = startChild(at('../storage/hold-lock.ts'), file);
    await other.printed(1);
    await expect(jobs.claim(1000)).rejects.toThrow(/is locked by another program: close/);
    await expect(jobs.add({ id: 'b', payload: '' })).rejects.toThrow(/is locked/);
    await other.kill();
    expect(await jobs.claim(1000)).toMatchObject({ id: 'a', attempt: 1 });
    expect(await jobs.counts()).toEqual({ waiting: 0, held: 1, parked: 0 });
    database.close();
  });
});
