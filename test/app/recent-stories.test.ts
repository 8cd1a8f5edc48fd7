import { expect, test } from 'vitest';
import { createRecentStories } from '../../src/app/recent-stories.ts';
import type { Story } from '../../src/news/story.ts';
import { TestClock } from '../alerts/fakes.ts';
import { memoryDocuments } from '../feeds/poll/fakes.ts';

const story = (id: string, last: number, guild?: string): Story => ({
  id,
  ...(guild !== undefined && { guild }),
  version: 1,
  topic: 'talks',
  title: id,
  link: `https://outlet.example/${id}`,
  summary: '',
  reasons: [],
  reports: [],
  languages: ['en'],
  first: last,
  last,
  standing: 'reported',
  signature: {},
});

async function stored(...stories: readonly Story[]) {
  const documents = memoryDocuments<Story>();
  for (const each of stories) await documents.set(each.id, each);
  return documents;
}
const ids = (stories: readonly Story[]) => stories.map(({ id }) => id);

test('newest first, from that time on, none of a server’s own feeds', async () => {
  const documents = await stored(story('old', 5), story('a', 10), story('b', 20), story('own', 30, '1'));
  expect(ids(await createRecentStories(documents, new TestClock(100))(10))).toEqual(['b', 'a']);
});

test('read again after a while, for another time, and by a clock set back', async () => {
  const documents = await stored(story('a', 10));
  const clock = new TestClock(100);
  const recent = createRecentStories(documents, clock);
  await recent(0);
  await documents.set('b', story('b', 20));
  expect(ids(await recent(0))).toEqual(['a']);
  expect(ids(await recent(1))).toEqual(['b', 'a']);
  await documents.set('c', story('c', 30));
  clock.time += 3000;
  expect(ids(await recent(1))).toEqual(['c', 'b', 'a']);
  await documents.set('d', story('d', 40));
  clock.time -= 1;
  expect(ids(await recent(1))).toEqual(['d', 'c', 'b', 'a']);
});

test('what could not be read is read again', async () => {
  const documents = await stored(story('a', 10));
  let fails = true;
  const recent = createRecentStories(
    {
      ...documents,
      async *entries() {
        if (fails) throw new Error('the disk is away');
        yield* documents.entries();
      },
    },
    new TestClock(100),
  );
  await expect(recent(0)).rejects.toThrow('the disk is away');
  fails = false;
  expect(ids(await recent(0))).toEqual(['a']);
});
