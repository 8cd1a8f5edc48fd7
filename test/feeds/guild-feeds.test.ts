import { expect, test } from 'vitest';
import { createOwnFeeds, type GuildFeeds } from '../../src/feeds/guild-feeds.ts';
import { memoryDocuments } from './poll/fakes.ts';

const pack = [{ id: 'pack-1', title: 'Pack', url: 'https://pack.example/feed' }];
const feed = (url: string) => ({ url, title: url, added: 0 });

function own() {
  return createOwnFeeds(memoryDocuments<GuildFeeds>(), pack);
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
