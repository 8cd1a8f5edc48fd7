import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Delivery } from '../../src/alerts/delivery.ts';
import { jobOf } from '../../src/alerts/delivery.ts';
import { openDocuments } from '../../src/app/documents.ts';
import { createGuildData } from '../../src/app/guild-data.ts';
import { openBackend } from '../../src/app/open-backend.ts';
import { createOwnFeeds } from '../../src/feeds/guild-feeds.ts';
import { createLog } from '../../src/log.ts';
import { type RedisServer, startRedis } from '../contract/redis-server.ts';
import { temporaryDir } from '../contract/temporary-dir.ts';

let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.stop());

const log = createLog('silent');
const clock = { now: () => Date.UTC(2022, 4, 1) };

async function open(kind: string) {
  await redis.flush();
  const settings = { DATA_DIR: temporaryDir(), REDIS_URL: kind === 'Redis' ? redis.url : undefined };
  const backend = await openBackend(settings, { clock, log });
  onTestFinished(() => backend.close());
  const documents = openDocuments(backend.storage);
  const ownFeeds = createOwnFeeds(documents.guildFeeds, () => [], clock);
  const guildData = createGuildData({ documents, ownFeeds, archive: backend.archive, clock });
  return { backend, documents, ownFeeds, guildData };
}

type Place = Awaited<ReturnType<typeof open>>;

const feedUrl = (guild: string) => `https://feeds.example/of-${guild}`;
const sharedUrl = 'https://feeds.example/shared';

/** Something of every kind about a server, with names that begin alike. */
async function fill({ backend, documents, ownFeeds }: Place, guild: string): Promise<void> {
  const [told, digest, suspended] = [`${guild}1`, `${guild}2`, `${guild}3`];
  await documents.guilds.set(guild, {
    form: 1,
    subscriptions: { [told]: {} },
    digests: { [digest]: {} },
    suspensions: { [suspended]: {} },
  } as never);
  await documents.tellings.set(guild, { stories: { public: { [`${guild}4`]: {} } } } as never);
  for (const url of [feedUrl(guild), sharedUrl])
    await ownFeeds.add(guild, { title: 'Feed', url, added: clock.now() } as never);
  for (const { id } of await ownFeeds.list(guild)) {
    await documents.feeds.set(id, { source: id } as never);
    await documents.entries.set(`${id}/entry`, { mark: 'm' } as never);
  }
  for (const channel of [told, digest, suspended, `${guild}4`]) {
    await documents.sent.set(`${channel}/public`, { message: '1' } as never);
    await documents.digests.set(`${channel}/2022-05-01`, { due: 1 } as never);
  }
  await documents.stories.set(`own of ${guild}`, { id: `own of ${guild}`, guild } as never);
  await documents.alerts.set(`own of ${guild}`, { mutedIn: [] } as never);
  await documents.alerts.update(
    'public',
    (alert) =>
      ({
        ...({ story: 'public', notRelevant: [] } as never as object),
        ...alert,
        mutedIn: [...(alert?.mutedIn ?? []), guild],
      }) as never,
  );
  const delivery = { kind: 'alert', guild, channel: told, story: 'public' } as Delivery;
  await backend.jobs.add(jobOf({ ...delivery, channel: suspended }));
  const parked = await backend.jobs.claim(60_000);
  await backend.jobs.park(parked!, 'refused');
  await backend.jobs.add(jobOf(delivery, Date.now() + 60_000));
}

async function contentOf({ backend, documents }: Place): Promise<string[]> {
  const found: string[] = [];
  for (const [name, kept] of Object.entries(documents)) {
    for await (const [id, value] of kept.entries()) found.push(`${name} ${id} ${JSON.stringify(value)}`);
  }
  for await (const { id } of backend.archive.all()) found.push(`job ${id}`);
  return found.sort();
}

describe.each(['SQLite', 'Redis'])('what is kept about a server, on %s', (kind) => {
  test('is deleted to the last note, and nothing about others', async () => {
    const place = await open(kind);
    await place.documents.stories.set('public', { id: 'public' } as never);
    await fill(place, '10');
    const others = await contentOf(place);
    await fill(place, '101');
    expect(await place.guildData.known()).toEqual(new Set(['10', '101']));
    await place.guildData.delete('101');
    expect(await contentOf(place)).toEqual(others);
    expect(await place.guildData.known()).toEqual(new Set(['10']));
    await place.guildData.delete('10');
    expect(await contentOf(place)).toEqual([
      'alerts public {"story":"public","notRelevant":[],"mutedIn":[]}',
      'stories public {"id":"public"}',
    ]);
    await place.guildData.delete('10');
  });

  test('is deleted to the end after a crash in the middle, wherever it was', async () => {
    for (let step = 1; ; step++) {
      const place = await open(kind);
      await fill(place, '10');
      let steps = 0;
      const dies = () => {
        steps += 1;
        if (steps > step) throw new Error('killed');
      };
      const mortal = Object.fromEntries(
        Object.entries(place.documents).map(([name, kept]) => [
          name,
          new Proxy(kept, {
            get: (target, key) => {
              const method = Reflect.get(target, key) as (...args: unknown[]) => unknown;
              return (...args: unknown[]) => {
                if (key === 'delete') dies();
                return method.apply(target, args);
              };
            },
          }),
        ]),
      ) as typeof place.documents;
      const { ownFeeds, backend } = place;
      const dying = createGuildData({ documents: mortal, ownFeeds, archive: backend.archive, clock });
      const survived = await dying.delete('10').then(
        () => true,
        () => false,
      );
      await place.guildData.finish();
      expect(await contentOf(place)).toEqual([
        'alerts public {"story":"public","notRelevant":[],"mutedIn":[]}',
      ]);
      await place.backend.close();
      if (survived) return expect(step).toBeGreaterThan(10);
    }
  });
});
