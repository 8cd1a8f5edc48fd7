import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { createLog } from '../../src/log.ts';
import { redisArchive } from '../../src/queue/redis-archive.ts';
import { openRedisJobs } from '../../src/queue/redis-jobs.ts';
import { sqliteArchive } from '../../src/queue/sqlite-archive.ts';
import { openJobs } from '../../src/queue/sqlite-jobs.ts';
import { openRedisStorage } from '../../src/storage/redis-storage.ts';
import { openSqliteStorage } from '../../src/storage/sqlite-storage.ts';
import { type RedisServer, startRedis } from '../contract/redis-server.ts';
import { temporaryDir } from '../contract/temporary-dir.ts';
import { jsonLines, runCli } from './run-cli.ts';

let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.stop());
beforeEach(() => redis.flush());

const later = Date.now() + 3_600_000;
const longExpired = Date.now() - 7_200_000;

async function openSqlite(dataDir: string) {
  const storage = await openSqliteStorage(dataDir, { clock: systemClock });
  const jobs = openJobs<unknown>(storage.database, 'deliveries', systemClock);
  return { storage, jobs, archive: sqliteArchive(storage.database, 'deliveries'), close: storage.close };
}

async function openRedis() {
  const log = createLog('silent');
  const storage = await openRedisStorage(redis.url, { clock: systemClock, log });
  const connection = new Redis(redis.url, { maxRetriesPerRequest: null });
  const jobs = openRedisJobs<unknown>(connection, 'deliveries');
  const archive = redisArchive<unknown>(connection, 'deliveries');
  async function close() {
    await Promise.all([jobs.close(), archive.close(), storage.close()]);
    connection.disconnect();
  }
  return { storage, jobs, archive, close };
}

type Place = Awaited<ReturnType<typeof openSqlite | typeof openRedis>>;

/** Several pages of documents in several namespaces, and jobs of each kind. */
async function fill({ storage, jobs }: Place): Promise<void> {
  const guilds = storage.documents('guild');
  await guilds.set('1', { form: 1, name: 'جنگ بندی "x"\n', nested: { list: [1, null, true, -1.5] } });
  await storage.documents('sent').set('c:1/s', { message: null }, later - Date.now());
  await storage.documents('sent').set('gone', 1, longExpired - Date.now());
  const entries = Array.from({ length: 450 }, (_, i) => [`feed/${i}`, { first: i }] as const);
  await storage.documents('entry').setAll(new Map(entries));
  await jobs.add({ id: 'parked:1', payload: { kind: 'alert' } });
  const parked = await jobs.claim(1000);
  if (parked) await jobs.park(parked, 'refused');
  await jobs.add({ id: 'a1', payload: 1, lane: 'a' });
  await jobs.claim(5000);
  await jobs.add({ id: 'a2', payload: 2, lane: 'a' });
  await jobs.add({ id: 'later', payload: 3, at: later });
}

async function contentOf({ storage, archive }: Place) {
  const documents: Record<string, unknown> = {};
  for (const namespace of await storage.namespaces()) {
    for await (const { id, value, expires } of storage.stored(namespace))
      documents[`${namespace} ${id}`] = { value, lives: expires !== undefined };
  }
  const jobs = [];
  for await (const { at = 0, ...job } of archive.all()) jobs.push({ ...job, later: at === later });
  return { documents, jobs };
}

async function within<R>(place: Place, work: (place: Place) => Promise<R>): Promise<R> {
  try {
    return await work(place);
  } finally {
    await place.close();
  }
}

const exportTo = (file: string, settings: Record<string, string>) =>
  runCli(['data', 'export', file], { settings });
const importFrom = (file: string, settings: Record<string, string>, ...more: string[]) =>
  runCli(['data', 'import', file, ...more], { settings });

describe('data export and import', () => {
  test('move everything from SQLite to Redis and back', async () => {
    const [from, back] = [temporaryDir(), temporaryDir()];
    const [first, second] = ['1', '2'].map((name) => path.join(temporaryDir(), name));
    const before = await within(await openSqlite(from), async (place) => {
      await fill(place);
      return contentOf(place);
    });
    expect(Object.keys(before.documents)).toHaveLength(452);
    expect(await exportTo(first!, { DATA_DIR: from })).toMatchObject({
      code: 0,
      err: 'exported 452 documents and 4 jobs\n',
    });
    expect(await importFrom(first!, { REDIS_URL: redis.url })).toMatchObject({
      code: 0,
      err: 'imported 452 documents and 4 jobs\n',
    });
    expect(await within(await openRedis(), contentOf)).toEqual(before);
    expect((await exportTo(second!, { REDIS_URL: redis.url })).code).toBe(0);
    expect((await importFrom(second!, { DATA_DIR: back })).code).toBe(0);
    expect(await within(await openSqlite(back), contentOf)).toEqual(before);
  });

  test('keep the ends of lives to the millisecond, and jobs workable in their order', async () => {
    const [from, to] = [temporaryDir(), temporaryDir()];
    const file = path.join(temporaryDir(), 'backup');
    await within(await openSqlite(from), fill);
    await exportTo(file, { DATA_DIR: from });
    await importFrom(file, { DATA_DIR: to });
    const sent = jsonLines(readFileSync(file, 'utf8')).find(({ document }) => document === 'sent');
    await within(await openSqlite(to), async ({ storage, jobs }) => {
      for await (const document of storage.stored('sent')) expect(document.expires).toBe(sent?.expires);
      const held = await jobs.claim(1000);
      expect(held?.id).toBe('a1');
      expect(await jobs.claim(1000)).toBeUndefined();
      await jobs.complete(held!);
      expect((await jobs.claim(1000))?.id).toBe('a2');
      expect(await jobs.parked(5)).toEqual([
        { id: 'parked:1', payload: { kind: 'alert' }, reason: 'refused' },
      ]);
    });
  });

  test('export prints to standard output without a file, and writes a file that only its owner reads', async () => {
    const dataDir = temporaryDir();
    await within(await openSqlite(dataDir), fill);
    const file = path.join(temporaryDir(), 'backup');
    const { out } = await runCli(['data', 'export'], { settings: { DATA_DIR: dataDir } });
    await exportTo(file, { DATA_DIR: dataDir });
    const [, ...printed] = jsonLines(out);
    const [, ...written] = jsonLines(readFileSync(file, 'utf8'));
    expect(printed).toEqual(written);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const again = await exportTo(file, { DATA_DIR: dataDir });
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining('exists already: name another') });
    expect(jsonLines(readFileSync(file, 'utf8'))).toHaveLength(written.length + 1);
  });

  test.each(['SQLite', 'Redis'])('import into %s replaces what is there only when told', async (kind) => {
    const from = temporaryDir();
    const file = path.join(temporaryDir(), 'backup');
    await within(await openSqlite(from), fill);
    await exportTo(file, { DATA_DIR: from });
    const to = temporaryDir();
    const settings: Record<string, string> = kind === 'SQLite' ? { DATA_DIR: to } : { REDIS_URL: redis.url };
    const open = () => (kind === 'SQLite' ? openSqlite(to) : openRedis());
    await within(await open(), async ({ storage, jobs }) => {
      await storage.documents('story').set('old', 1);
      await jobs.add({ id: 'old', payload: 0 });
    });
    const refused = await importFrom(file, settings);
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('--replace deletes it first') });
    expect(Object.keys((await within(await open(), contentOf)).documents)).toEqual(['story old']);
    expect((await importFrom(file, settings, '--replace')).code).toBe(0);
    expect(await within(await open(), contentOf)).toEqual(await within(await openSqlite(from), contentOf));
  });

  test('refuse while a bot runs there', async () => {
    const dataDir = temporaryDir();
    const file = path.join(temporaryDir(), 'backup');
    const sqlite = await openSqlite(dataDir);
    onTestFinished(() => sqlite.close());
    const inUse = { code: 1, err: expect.stringMatching(/in use by .*stop/) };
    expect(await exportTo(file, { DATA_DIR: dataDir })).toMatchObject(inUse);
    const shared = await openRedis();
    onTestFinished(() => shared.close());
    expect(await exportTo(file, { REDIS_URL: redis.url })).toMatchObject(inUse);
    writeFileSync(file, whole());
    expect(await importFrom(file, { REDIS_URL: redis.url })).toMatchObject(inUse);
  });
});

function whole(version = 1, ...lines: object[]): string {
  const head = { trucewatch: 'data', version, created: '2022-05-01T00:00:00.000Z' };
  const end = { end: { documents: lines.filter((line) => 'document' in line).length, jobs: 0 } };
  return [head, ...lines, end].map((line) => `${JSON.stringify(line)}\n`).join('');
}

describe('data import refuses, and writes nothing of', () => {
  const document = { document: 'guild', id: '1', value: {} };
  test.each([
    ['what is no export', 'hello', /is no export of this program/],
    ['an export of a newer version', whole(99), /newer version .*export 99/],
    ['a line of another form', whole(1, document, { document: 'guild', id: 2, value: 0 }), /:3: this line/],
    ['an export cut off in a line', whole(1, document).slice(0, 140), /:3: this line is cut off/],
    ['an export cut off behind a line', whole(1, document).replace(/\{"end.*/s, ''), /was cut off: its last/],
    ['an export that lacks a line', whole(1, document).replace(/\{"document.*\n/, ''), /lacks lines/],
    [
      'an export with something after its end',
      `${whole(1, document)}${JSON.stringify(document)}\n`,
      /:4: nothing may follow/,
    ],
  ])('%s', async (_, text, complaint) => {
    const dataDir = temporaryDir();
    const file = path.join(temporaryDir(), 'backup');
    writeFileSync(file, '');
    appendFileSync(file, text);
    const { code, err } = await importFrom(file, { DATA_DIR: dataDir });
    expect([code, err]).toEqual([1, expect.stringMatching(complaint)]);
    expect(await within(await openSqlite(dataDir), contentOf)).toEqual({ documents: {}, jobs: [] });
  });

  test('a file that is not there, and calls that it does not know', async () => {
    const missing = await importFrom('/nowhere/backup', {});
    expect(missing).toMatchObject({ code: 1, err: expect.stringMatching(/nowhere.backup can't be read/) });
    for (const args of [[], ['import'], ['export', 'a', 'b'], ['export', '--replace'], ['move']]) {
      const { code, err } = await runCli(['data', ...args]);
      expect([code, err]).toEqual([1, 'data takes: export [FILE], or import FILE [--replace].\n']);
    }
  });
});
