import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { createDepartures } from '../../src/app/departures.ts';
import { openDocuments } from '../../src/app/documents.ts';
import { createGuildData } from '../../src/app/guild-data.ts';
import { createOwnFeeds } from '../../src/feeds/guild-feeds.ts';
import { createLog } from '../../src/log.ts';
import { sqliteArchive } from '../../src/queue/sqlite-archive.ts';
import { openJobs } from '../../src/queue/sqlite-jobs.ts';
import { openSqliteStorage } from '../../src/storage/sqlite-storage.ts';
import { temporaryDir } from '../contract/temporary-dir.ts';

const hour = 3_600_000;
const day = 24 * hour;
const clock = { time: 0, now: () => clock.time };
/** What Discord answers; undefined: it does not. */
let present: Set<string> | undefined;
let looks = 0;

beforeEach(() => {
  clock.time = Date.UTC(2022, 4, 1);
  present = new Set(['1', '2']);
  looks = 0;
});

async function start() {
  const storage = await openSqliteStorage(temporaryDir(), { clock });
  onTestFinished(() => storage.close());
  openJobs(storage.database, 'deliveries', clock);
  const documents = openDocuments(storage);
  const ownFeeds = createOwnFeeds(documents.guildFeeds, () => [], clock);
  const archive = sqliteArchive<never>(storage.database, 'deliveries');
  const guildData = createGuildData({ documents, ownFeeds, archive, clock });
  const process = () =>
    createDepartures({
      documents,
      guildData,
      clock,
      log: createLog('silent'),
      async listServers() {
        looks += 1;
        if (!present) throw new Error('Discord is away');
        return present;
      },
    });
  for (const guild of ['1', '2'])
    await documents.guilds.set(guild, { form: 1, subscriptions: {}, digests: {}, suspensions: {} });
  await documents.guildFeeds.set('1', { feeds: [] });
  return { documents, process, departures: process(), known: guildData.known };
}

/** Ticks each hour. */
async function pass(departures: { runDue(): Promise<void> }, time: number): Promise<void> {
  for (const until = clock.time + time; clock.time < until; ) {
    clock.time += hour;
    await departures.runDue();
  }
}

test('a server that is gone for seven days is forgotten, not a day before', async () => {
  const { departures, known, documents } = await start();
  await departures.runDue();
  present?.delete('1');
  await departures.left('1');
  await pass(departures, 7 * day - hour);
  expect(await known()).toEqual(new Set(['1', '2']));
  await pass(departures, day);
  expect(await known()).toEqual(new Set(['2']));
  expect(await documents.departures.get('1')).toBeUndefined();
});

test('the daily look alone notices a departure, as it must where interactions come over HTTP', async () => {
  const { departures, known } = await start();
  present?.delete('1');
  await pass(departures, 6 * day);
  expect(await known()).toEqual(new Set(['1', '2']));
  await pass(departures, 2 * day);
  expect(await known()).toEqual(new Set(['2']));
});

test('a server that adds the bot again within the time keeps everything', async () => {
  const { departures, known, documents } = await start();
  await departures.left('1');
  present?.delete('1');
  await pass(departures, 5 * day);
  present?.add('1');
  await departures.joined('1');
  expect(await documents.departures.get('1')).toBeUndefined();
  await pass(departures, 2 * day);
  present?.delete('1');
  await pass(departures, 6 * day);
  expect(await known()).toEqual(new Set(['1', '2']));
});

test('what is noted as left but is listed at the end of the time is kept', async () => {
  const { departures, known } = await start();
  await departures.left('1');
  await pass(departures, 9 * day);
  expect(await known()).toEqual(new Set(['1', '2']));
});

test('a new connection says who left while the bot was away, of its own shard only', async () => {
  const { departures, documents } = await start();
  await departures.left('2');
  await departures.listed(new Set(['2']), () => true);
  expect(await documents.departures.get('1')).toEqual({ since: clock.time });
  expect(await documents.departures.get('2')).toBeUndefined();
  await departures.listed(new Set(), (guild) => guild === '1');
  expect(await documents.departures.get('2')).toBeUndefined();
});

test('nothing is deleted on no answer, and it is asked again an hour later', async () => {
  const { departures, known } = await start();
  await departures.left('1');
  clock.time += 8 * day;
  present = undefined;
  await departures.runDue();
  expect(looks).toBe(1);
  expect(await known()).toEqual(new Set(['1', '2']));
  present = new Set(['2']);
  await pass(departures, hour);
  expect(looks).toBe(2);
  expect(await known()).toEqual(new Set(['2']));
});

test('one look a day, whatever the number of processes and restarts', async () => {
  const { process } = await start();
  for (let restart = 0; restart < 3; restart++) await Promise.all([process().runDue(), process().runDue()]);
  expect(looks).toBe(1);
  const one = process();
  await pass(one, 3 * day);
  expect(looks).toBe(4);
});

test('a server about which nothing is kept leaves no note', async () => {
  const { departures, documents } = await start();
  await departures.left('3');
  expect(await documents.departures.get('3')).toBeUndefined();
});

test('a deletion that was cut off is finished, though the server is there again', async () => {
  const { departures, documents, known } = await start();
  await documents.departures.set('1', { since: 0, deleting: { channels: [], feeds: [] } });
  await departures.joined('1');
  await departures.runDue();
  expect(await known()).toEqual(new Set(['2']));
});
