import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDocuments } from '../../src/app/documents.ts';
import { exportLines } from '../../src/cli/data/export-lines.ts';
import { importLines } from '../../src/cli/data/import-lines.ts';
import { readExport } from '../../src/cli/data/read-lines.ts';
import { sqliteArchive } from '../../src/queue/sqlite-archive.ts';
import { openJobs } from '../../src/queue/sqlite-jobs.ts';
import { openSqliteStorage } from '../../src/storage/sqlite-storage.ts';
import { temporaryDir } from '../contract/temporary-dir.ts';

// What the first version wrote: its database as SQL, and that database's export. Neither file ever changes.
const fixture = (name: string) => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));
const database1 = fixture('database-1.sql');
const export1 = fixture('export-1.jsonl');
const clock = { now: () => Date.UTC(2021, 10, 20, 12, 1) };

async function open(dataDir = temporaryDir()) {
  const storage = await openSqliteStorage(dataDir, { clock });
  onTestFinished(() => storage.close());
  const jobs = openJobs<{ kind: string }>(storage.database, 'deliveries', clock);
  return { storage, jobs, archive: sqliteArchive<unknown>(storage.database, 'deliveries') };
}

async function firstVersion() {
  const dataDir = temporaryDir();
  const database = new DatabaseSync(path.join(dataDir, 'trucewatch.db'));
  database.exec(readFileSync(database1, 'utf8'));
  database.close();
  return open(dataDir);
}

async function imported() {
  const place = await open();
  const counts = { documents: 0, jobs: 0 };
  await importLines(readExport(export1), place.storage, { deliveries: place.jobs }, counts);
  return place;
}

async function exported({ storage, archive }: Awaited<ReturnType<typeof open>>): Promise<string[]> {
  const counts = { documents: 0, jobs: 0 };
  const lines: string[] = [];
  for await (const line of exportLines(storage, { deliveries: archive }, new Date(clock.now()), counts))
    lines.push(line);
  return lines;
}

describe.each([
  ['its database, opened and migrated', firstVersion],
  ['its export, imported', imported],
])('what the first version left: %s', (_, arrive) => {
  test('is exported as that version’s export says', async () => {
    const lines = (await exported(await arrive())).map(parsed);
    const expected = readFileSync(export1, 'utf8').trimEnd().split('\n').map(parsed);
    // A job that was held is due at once: an import gives it the moment as its time.
    const found = lines.map((line, i) => ('at' in expected[i]! ? line : { ...line, at: undefined }));
    expect(found.slice(1)).toEqual(expected.slice(1));
  });

  test('is read as today’s documents', async () => {
    const documents = openDocuments((await arrive()).storage);
    const guild = '906830335352766464';
    const settings = await documents.guilds.get(guild);
    expect(Object.values(settings?.subscriptions ?? {})).toMatchObject([{ topics: 'all', minSources: 1 }]);
    expect(Object.values(settings?.digests ?? {})).toMatchObject([{ time: '18:00', whenEmpty: 'line' }]);
    expect((await documents.guildFeeds.get(guild))?.feeds).toMatchObject([{ title: 'خبریں' }]);
    for await (const [id, story] of documents.stories.entries()) {
      expect(story).toMatchObject({ id, version: expect.any(Number), reports: expect.any(Array) });
      expect(await documents.alerts.get(id)).toMatchObject({ story: id });
    }
    for await (const [, sent] of documents.sent.entries()) expect(sent.at).toBeGreaterThan(1.6e12);
    for await (const [, seen] of documents.entries.entries()) expect(seen.mark).toMatch(/^[0-9a-f]+$/);
    for await (const [, feed] of documents.feeds.entries()) expect(feed.failures).toBe(0);
  });

  test('holds jobs that can be worked on in their order', async () => {
    const { jobs } = await arrive();
    expect(await jobs.parked(5)).toMatchObject([{ reason: 'Discord refused: 50035' }]);
    const first = await jobs.claim(1000);
    expect(first).toMatchObject({ payload: { kind: 'edit', version: 2 } });
    expect(await jobs.claim(1000)).toBeUndefined();
    await jobs.complete(first!);
    expect(await jobs.claim(1000)).toMatchObject({ payload: { kind: 'edit', version: 3 } });
    expect(await jobs.nextDue()).toBe(clock.now() + 1000);
    expect(await jobs.counts()).toEqual({ waiting: 1, held: 1, parked: 1 });
  });
});

function parsed(line: string): Record<string, unknown> {
  return JSON.parse(line);
}
