import { expect, onTestFinished, test } from 'vitest';
import { openBackend } from '../../src/app/open-backend.ts';
import { systemClock as clock } from '../../src/clock.ts';
import { createLog } from '../../src/log.ts';
import { openRedisStorage } from '../../src/storage/redis-storage.ts';
import { openSqliteStorage } from '../../src/storage/sqlite-storage.ts';
import { temporaryDir } from '../contract/temporary-dir.ts';
import { useRedis } from '../coordination/redis-clients.ts';

const { server } = useRedis();
const log = createLog('silent');

test.each(['SQLite', 'Redis'])(
  'on %s no process works on a half import or on what a newer version wrote',
  async (kind) => {
    const place =
      kind === 'SQLite'
        ? { DATA_DIR: temporaryDir(), REDIS_URL: undefined }
        : { DATA_DIR: '', REDIS_URL: server().url };
    const open = () =>
      kind === 'SQLite'
        ? openSqliteStorage(place.DATA_DIR, { clock })
        : openRedisStorage(server().url, { clock, log });
    const leave = async (form: number) => {
      const storage = await open();
      await storage.setForm(form);
      await storage.close();
    };
    await leave(0);
    await expect(openBackend(place, { clock, log })).rejects.toThrow(
      /did not end: do it again with data import/,
    );
    await leave(99);
    await expect(openBackend(place, { clock, log })).rejects.toThrow(/newer version/);
    await leave(1);
    const backend = await openBackend(place, { clock, log });
    await backend.close();
    const storage = await open();
    expect(await storage.form()).toBe(2);
    await storage.close();
  },
);

test('on SQLite what a killed process held can be claimed at once', async () => {
  const place = { DATA_DIR: temporaryDir(), REDIS_URL: undefined };
  const killed = await openBackend(place, { clock, log });
  const delivery = { kind: 'alert', guild: '1', channel: '2', story: 's' } as const;
  await killed.jobs.add({ id: 'a', payload: delivery });
  await killed.jobs.add({ id: 'later', payload: delivery, at: clock.now() + 60_000 });
  await killed.jobs.claim(60_000);
  await killed.close();
  const backend = await openBackend(place, { clock, log });
  onTestFinished(() => backend.close());
  expect(await backend.jobs.claim(60_000)).toMatchObject({ id: 'a', attempt: 2 });
  expect(await backend.jobs.claim(60_000)).toBeUndefined();
});
