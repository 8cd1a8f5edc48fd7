import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Delivery } from '../../src/alerts/delivery.ts';
import { emptyGuild, withSubscription } from '../../src/alerts/guild.ts';
import type { Messenger } from '../../src/alerts/messenger.ts';
import { openDocuments } from '../../src/app/documents.ts';
import { DatabaseError } from '../../src/database.ts';
import { openJobs } from '../../src/queue/sqlite-jobs.ts';
import { openSqliteStorage } from '../../src/storage/sqlite-storage.ts';
import { temporaryDir } from '../contract/temporary-dir.ts';
import { assemble, entry, minute, noon, subscription } from './bot.ts';
import { FakePlatform, Fate, TestClock } from './fakes.ts';

/** Intake and delivery on the real store and queue. */
async function setUp(onPosted = async () => {}) {
  const clock = new TestClock(noon);
  const platform = new FakePlatform(clock);
  const dataDir = temporaryDir();
  const storage = await openSqliteStorage(dataDir, { clock });
  onTestFinished(() => storage.close());
  const documents = openDocuments(storage);
  await documents.guilds.set('1', withSubscription(emptyGuild, subscription('11')));
  const jobs = openJobs<Delivery>(storage.database, 'deliveries', clock);
  const messenger: Messenger = {
    ...platform.messenger(new Fate()),
    async create(...message) {
      const posted = await platform.messenger(new Fate()).create(...message);
      await onPosted();
      return posted;
    },
  };
  const bot = assemble({ documents, jobs, messenger, clock, known: [] });
  const receive = (...titles: string[]) => {
    const entries = titles.map((title) => entry(title));
    return bot.intake.receive({
      feed: { id: 'dawn', title: 'Dawn' },
      entries,
      first: false,
      now: clock.now(),
    });
  };
  const settle = async () => {
    for (let n = 0; n < 10; n++) {
      clock.time += minute;
      await bot.worker.drain();
    }
  };
  return {
    ...bot,
    clock,
    platform,
    storage,
    jobs,
    receive,
    settle,
    file: path.join(dataDir, 'trucewatch.db'),
  };
}

type SetUp = Awaited<ReturnType<typeof setUp>>;

/** Makes the store refuse writes; what it returns mends it. */
const troubles: Record<string, { begin(bot: SetUp): Promise<() => void>; advice: RegExp }> = {
  'locked by another process': {
    async begin({ file }) {
      const other = new DatabaseSync(file);
      other.exec('BEGIN IMMEDIATE');
      return () => other.close();
    },
    advice: /is locked by another program: close what has it open/,
  },
  'full disk': {
    async begin({ storage }) {
      const [pages] = Object.values(storage.database.prepare('PRAGMA page_count').get() ?? {});
      storage.database.exec(`PRAGMA max_page_count = ${pages}`);
      // Room is left within the pages; next to where the test writes it is used up.
      for (const [namespace, id] of [
        ['sent', '11/story-eid'],
        ['story', 'story-eid'],
      ] as const) {
        const documents = storage.documents<string>(namespace);
        const fill = async () => {
          for (let n = 0; ; n++) await documents.set(`${id}-${n}`, '');
        };
        await expect(fill()).rejects.toThrow(DatabaseError);
      }
      return () => storage.database.exec('PRAGMA max_page_count = 1000000');
    },
    advice: /No room left to write .*: free space on the disk/,
  },
};

describe.each(Object.entries(troubles))('with the database in trouble: %s', (_name, { begin, advice }) => {
  it('refuses what comes in, so that the feed’s batch comes again', async () => {
    const bot = await setUp();
    await bot.receive('Winter truce');
    const mend = await begin(bot);
    const refused = bot.receive('Winter truce', 'Eid truce');
    await expect(refused).rejects.toThrow(DatabaseError);
    await expect(refused).rejects.toThrow(advice);
    mend();
    await bot.receive('Winter truce', 'Eid truce');
    await bot.settle();
    expect(bot.platform.in('11')).toHaveLength(2);
  });

  it('loses nothing that was accepted, posts it once, and says what to do', async () => {
    let mend: (() => void) | undefined;
    // It begins when the first message is out and not yet noted.
    const bot = await setUp(async () => {
      mend ??= await begin(bot);
    });
    await bot.receive('Winter truce', 'Eid truce');
    const interrupted = bot.worker.drain().catch((error) => expect(error).toBeInstanceOf(DatabaseError));
    await vi.waitFor(() => expect(bot.log.lines.join('\n')).toMatch(advice), { timeout: 15_000 });
    mend?.();
    await interrupted;
    await bot.settle();
    expect(bot.platform.in('11')).toHaveLength(2);
    expect(await bot.jobs.counts()).toEqual({ waiting: 0, held: 0, parked: 0 });
  });
});
