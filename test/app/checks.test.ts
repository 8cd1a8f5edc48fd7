import { expect, test } from 'vitest';
import { pollsOnTime, queueMoves } from '../../src/app/checks.ts';
import type { FeedHealth } from '../../src/feeds/poll/health.ts';

const minute = 60_000;

function queueForTest() {
  let now = 0;
  let due: number | undefined;
  const clock = { now: () => now };
  const jobs = {
    nextDue: async () => due,
    counts: async () => ({ waiting: 1, held: 0, parked: 0 }),
  };
  const queue = queueMoves(jobs, clock);
  return {
    queue,
    pass: (ms: number) => {
      now += ms;
    },
    dueAt: (at: number | undefined) => {
      due = at;
    },
  };
}

test('a queue moves while nothing is due, and while something becomes of what is', async () => {
  const { queue, pass, dueAt } = queueForTest();
  pass(60 * minute);
  expect(await queue.check()).toBeUndefined();
  dueAt(59.5 * minute);
  expect(await queue.check()).toBeUndefined();
  pass(minute);
  expect(await queue.check()).toMatch(/no delivery for 90 s/);
  // Much is due, but it goes on.
  queue.settled();
  expect(await queue.check()).toBeUndefined();
  pass(2 * minute);
  expect(await queue.check()).toMatch(/no delivery for 120 s/);
  dueAt(undefined);
  expect(await queue.check()).toBeUndefined();
});

test('polls are late after five minutes; what was due before the start counts from then', async () => {
  let now = 100 * minute;
  const feed = (nextCheck: number | undefined): FeedHealth => ({
    feed: { id: 'a', title: 'A', url: 'https://a.example/' },
    status: 'ok',
    lastSuccess: undefined,
    lastError: undefined,
    failingSince: undefined,
    nextCheck,
    entriesPerDay: undefined,
    movedTo: undefined,
  });
  let feeds = [feed(0), feed(undefined), feed(200 * minute)];
  const check = pollsOnTime(async () => feeds, { now: () => now });
  now += 4 * minute;
  expect(await check()).toBeUndefined();
  now += 2 * minute;
  expect(await check()).toMatch(/^1 feeds? /);
  feeds = [feed(now - 4 * minute)];
  expect(await check()).toBeUndefined();
});
