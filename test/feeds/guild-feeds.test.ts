import { expect, test } from 'vitest';
import { createOwnFeeds, type GuildFeeds } from '../../src/feeds/guild-feeds.ts';
import { memoryDocuments } from './poll/fakes.ts';

const pack = [{ id: 'pack-1', title: 'Pack', url: 'https://pack.example/feed' }];
const feed = (url: string) => ({ url, title: url, added: 0 });

const clock = { time: 0, now: () => clock.time };

function own(documents = memoryDocuments<GuildFeeds>()) {
  return createOwnFeeds(documents, () => pack, clock);
}

test('two servers that add one address share one feed', async () => {
  const feeds = own();
  expect(await feeds.add('1', feed('https://a.example/'))).toBe('added');
  expect(await feeds.add('2', feed('https://a.example/'))).toBe('added');
  const watched = await feeds.watched();
  expect(watched.map(({ url }) => url)).toEqual(['https://pack.example/feed', 'https://a.example/']);
  expect((await feeds.guildsOf(watched[1]!.id)).toSorted()).toEqual(['1', '2']);
  expect(await feeds.guildsOf('pack-1')).toEqual([]);
});

test('a server adds an address once, and none that the pack has', async () => {
  const feeds = own();
  await feeds.add('1', feed('https://a.example/'));
  expect(await feeds.add('1', feed('https://a.example/'))).toBe('known');
  expect(await feeds.add('1', feed('https://pack.example/feed'))).toBe('known');
  expect(await feeds.list('1')).toHaveLength(1);
});

test('a server has ten of its own at most, also when it adds many at once', async () => {
  const feeds = own();
  const outcomes = await Promise.all(
    Array.from({ length: 12 }, (_, i) => feeds.add('1', feed(`https://a.example/${i}`))),
  );
  expect(outcomes.filter((outcome) => outcome === 'full')).toHaveLength(2);
  expect(await feeds.list('1')).toHaveLength(10);
});

test('a feed is watched until the last server removes it', async () => {
  const feeds = own();
  await feeds.add('1', feed('https://a.example/'));
  await feeds.add('2', feed('https://a.example/'));
  const id = (await feeds.list('1'))[0]!.id;
  expect(await feeds.remove('1', id)).toMatchObject({ id, url: 'https://a.example/' });
  expect(await feeds.remove('1', id)).toBeUndefined();
  expect(await feeds.watched()).toHaveLength(2);
  await feeds.remove('2', id);
  expect(await feeds.watched()).toEqual(pack);
});

test('what another process changed is seen within half a minute', async () => {
  const documents = memoryDocuments<GuildFeeds>();
  const [here, there] = [own(documents), own(documents)];
  expect(await here.watched()).toEqual(pack);
  await there.add('1', feed('https://a.example/'));
  clock.time += 30_000;
  const [, added] = await here.watched();
  expect(await here.guildsOf(added!.id)).toEqual(['1']);
  await there.remove('1', added!.id);
  clock.time += 30_000;
  expect(await here.watched()).toEqual(pack);
  expect(await here.guildsOf(added!.id)).toEqual([]);
});

test('all documents are read no oftener than that', async () => {
  const documents = memoryDocuments<GuildFeeds>();
  let reads = 0;
  const feeds = own({
    ...documents,
    entries() {
      reads += 1;
      return documents.entries();
    },
  });
  await Promise.all([feeds.watched(), feeds.guildsOf('x'), feeds.watched()]);
  await feeds.add('1', feed('https://a.example/'));
  clock.time += 29_000;
  expect(await feeds.watched()).toHaveLength(2);
  expect(reads).toBe(1);
});

test('what changes here while all is being read is not lost', async () => {
  const documents = memoryDocuments<GuildFeeds>();
  const added = Promise.withResolvers<void>();
  const feeds = own({
    ...documents,
    async *entries() {
      const before = documents.entries()[Symbol.asyncIterator]();
      let step = await before.next();
      await added.promise;
      for (; !step.done; step = await before.next()) yield step.value;
    },
  });
  const watched = feeds.watched();
  await feeds.add('1', feed('https://a.example/'));
  added.resolve();
  expect(await watched).toHaveLength(2);
});
