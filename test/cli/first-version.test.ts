import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { openDocuments } from '../../src/app/documents.ts';
import { bringUp, bringUpFrom } from '../../src/app/forms/bring-up.ts';
import { exportLines } from '../../src/cli/data/export-lines.ts';
import { importLines } from '../../src/cli/data/import-lines.ts';
import { readExport } from '../../src/cli/data/read-lines.ts';
import { type Refilled, refill } from '../../src/cli/data/refill.ts';
import type { Jobs } from '../../src/jobs.ts';
import { createLog } from '../../src/log.ts';
import { redisArchive } from '../../src/queue/redis-archive.ts';
import { openRedisJobs } from '../../src/queue/redis-jobs.ts';
import { sqliteArchive } from '../../src/queue/sqlite-archive.ts';
import { openJobs } from '../../src/queue/sqlite-jobs.ts';
import { openRedisStorage } from '../../src/storage/redis-storage.ts';
import { openSqliteStorage } from '../../src/storage/sqlite-storage.ts';
import { type RedisServer, startRedis } from '../contract/redis-server.ts';
import { temporaryDir } from '../contract/temporary-dir.ts';

// What the first version wrote: its database as SQL, and that database's export. Neither file ever changes.
const fixture = (name: string) => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));
const database1 = fixture('database-1.sql');
const export1 = fixture('export-1.jsonl');
const clock = { now: () => Date.UTC(2021, 10, 20, 12, 1) };

const now = clock.now();

interface Place extends Refilled {
  readonly queue: Jobs<{ kind: string }>;
}

async function openSqlite(dataDir: string): Promise<Place> {
  const storage = await openSqliteStorage(dataDir, { clock });
  onTestFinished(() => storage.close());
  const queue = openJobs<{ kind: string }>(storage.database, 'deliveries', clock);
  const archive = sqliteArchive<unknown>(storage.database, 'deliveries');
  return { storage, queue, jobs: { deliveries: queue as Jobs<unknown> }, archives: { deliveries: archive } };
}

async function openRedis(): Promise<Place> {
  const storage = await openRedisStorage(redis.url, { clock, log: createLog('silent') });
  const connection = new Redis(redis.url, { maxRetriesPerRequest: null });
  const queue = openRedisJobs<{ kind: string }>(connection, 'deliveries');
  const archive = redisArchive<unknown>(connection, 'deliveries');
  onTestFinished(async () => {
    await Promise.all([queue.close(), archive.close(), storage.close()]);
    connection.disconnect();
  });
  return { storage, queue, jobs: { deliveries: queue as Jobs<unknown> }, archives: { deliveries: archive } };
}

let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.stop());
beforeEach(() => redis.flush());

async function leftOnSqlite(): Promise<Place> {
  const dataDir = temporaryDir();
  const database = new DatabaseSync(path.join(dataDir, 'trucewatch.db'));
  database.exec(readFileSync(database1, 'utf8'));
  database.close();
  const place = await openSqlite(dataDir);
  await bringUp(place.storage);
  return place;
}

async function leftOnRedis(): Promise<Place> {
  const place = await openRedis();
  await importLines(readExport(export1), place.storage, place.jobs, { documents: 0, jobs: 0 });
  await bringUp(place.storage);
  return place;
}

async function imported(place: Place): Promise<Place> {
  await refill(place, export1, { documents: 0, jobs: 0 });
  return place;
}

async function exported({ storage, archives }: Place): Promise<Line[]> {
  const counts = { documents: 0, jobs: 0 };
  const lines: Line[] = [];
  for await (const line of exportLines(storage, archives, new Date(now), counts)) lines.push(parsed(line));
  return lines;
}

/** How the first version's one server was told of its stories: since form 2, a document of the server's. */
const told = {
  document: 'telling',
  id: '906830335352766464',
  value: {
    stories: Object.fromEntries(
      [
        ['60aa0792ce0ffe03', 1636362001209],
        ['648bd350ec872e2c', 1636531200871],
        ['8294075d87480d91', 1636794000342],
        ['963fadf6312e6823', 1637060400321],
      ].map(([story, at]) => [
        story,
        { '906830335356960768': { at, version: 1, queued: true, how: 'message' } },
      ]),
    ),
  },
};

describe.each([
  ['in its database', leftOnSqlite],
  ['in Redis', leftOnRedis],
  ['in its export, imported into SQLite', async () => imported(await openSqlite(temporaryDir()))],
  ['in its export, imported into Redis', async () => imported(await openRedis())],
])('what the first version left %s', (_, arrive) => {
  test('is all there, in today’s form', async () => {
    const lines = await exported(await arrive());
    const first = readFileSync(export1, 'utf8').trimEnd().split('\n').map(parsed);
    const expected: Line[] = first.slice(1, -1).map((line) => {
      if (line.document !== 'alert') return line;
      const { tellings: _, ...alert } = line.value as { tellings: unknown };
      return { ...line, value: alert };
    });
    expect(lines[0]).toMatchObject({ version: 2 });
    // A job that was held is due at once: an import gives it the moment as its time.
    const timeless = ({ at: _, ...line }: Line) => line;
    expect(lines.slice(1, -1).map(timeless).toSorted(byName)).toEqual(
      [...expected, told].map(timeless).toSorted(byName),
    );
  });

  test('is brought up once: again, it stays as it is', async () => {
    const place = await arrive();
    const before = await exported(place);
    await bringUpFrom(1, place.storage);
    expect(await exported(place)).toEqual(before);
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
      expect((await documents.tellings.get(guild))?.stories[id]).toBeDefined();
    }
    for await (const [, sent] of documents.sent.entries()) expect(sent.at).toBeGreaterThan(1.6e12);
    for await (const [, seen] of documents.entries.entries()) expect(seen.mark).toMatch(/^[0-9a-f]+$/);
    for await (const [, feed] of documents.feeds.entries()) expect(feed.failures).toBe(0);
  });

  test('holds jobs that can be worked on in their order', async () => {
    const { queue } = await arrive();
    expect(await queue.parked(5)).toMatchObject([{ reason: 'Discord refused: 50035' }]);
    // Redis goes by the wall's clock: there the summary is due as well.
    const edit = async () => {
      const job = await queue.claim(60_000);
      if (job?.payload.kind !== 'summary_due') return job;
      await queue.complete(job);
      return queue.claim(60_000);
    };
    const first = await edit();
    expect(first).toMatchObject({ payload: { kind: 'edit', version: 2 } });
    expect(await edit()).toBeUndefined();
    await queue.complete(first!);
    expect(await edit()).toMatchObject({ payload: { kind: 'edit', version: 3 } });
    expect(await queue.counts()).toMatchObject({ held: 1, parked: 1 });
  });
});

interface Line {
  readonly [field: string]: unknown;
}

function parsed(line: string): Line {
  return JSON.parse(line);
}

const nameOf = ({ document, job, id }: Line) => `${document ?? job} ${id}`;

function byName(a: Line, b: Line): number {
  return nameOf(a) < nameOf(b) ? -1 : 1;
}

describe.each([
  ['SQLite', async () => openSqlite(temporaryDir())],
  ['Redis', openRedis],
])('on %s', (_, open) => {
  test('what a newer version wrote is not touched', async () => {
    const { storage } = await open();
    await storage.setForm(99);
    await expect(bringUp(storage)).rejects.toThrow(
      /written by a newer version .*form 99, known: 2\): run that/,
    );
    expect(await storage.form()).toBe(99);
  });

  test('a half import can’t be used, and can be done again', async () => {
    const place = await open();
    const file = path.join(temporaryDir(), 'export');
    const lines = readFileSync(export1, 'utf8').trimEnd().split('\n');
    // Cut off where an import that was killed would be.
    writeFileSync(file, `${lines.slice(0, 30).join('\n')}\n`);
    await expect(refill(place, file, { documents: 0, jobs: 0 })).rejects.toThrow(/cut off/);
    await expect(bringUp(place.storage)).rejects.toThrow(/holds an import that did not end: do it again/);
    await imported(place);
    await bringUp(place.storage);
    expect(await place.storage.form()).toBe(2);
  });
});
