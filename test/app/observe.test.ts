import { expect, test } from 'vitest';
import type { Delivery } from '../../src/alerts/delivery.ts';
import { observedAnnounce, observedFetch, observedInbox, observedJobs } from '../../src/app/observe.ts';
import type { Fetcher } from '../../src/feeds/fetch/fetcher.ts';
import type { FetchResult } from '../../src/feeds/fetch/result.ts';
import type { HeldJob, Jobs } from '../../src/jobs.ts';
import type { Story } from '../../src/news/story.ts';

const answered = {
  url: '',
  movedTo: undefined,
  etag: undefined,
  lastModified: undefined,
  freshFor: undefined,
};

test('polls are counted by what came of them', async () => {
  const results: FetchResult[] = [
    { kind: 'not_modified', ...answered },
    { kind: 'failed', failure: 'timeout', message: 'x' },
  ];
  const fetcher: Pick<Fetcher, 'fetch'> = { fetch: async () => results.shift()! };
  const seen: string[] = [];
  const observed = observedFetch(fetcher, { poll: (result) => void seen.push(result) });
  expect((await observed.fetch({ url: 'x' })).kind).toBe('not_modified');
  await observed.fetch({ url: 'x' });
  expect(seen).toEqual(['not_modified', 'timeout']);
});

test('entries are counted once they are taken in', async () => {
  let count = 0;
  const metrics = {
    entries(more: number) {
      count += more;
    },
  };
  await observedInbox({ receive: async () => {} }, metrics).receive({ entries: [1, 2] });
  const broken = observedInbox({ receive: () => Promise.reject(new Error('full')) }, metrics);
  await expect(broken.receive({ entries: [1] })).rejects.toThrow('full');
  expect(count).toBe(2);
});

test('stories are counted as new or grown, and as alerts if somebody is told', async () => {
  const seen: string[] = [];
  const metrics = {
    story: (topic: string, change: string) => void seen.push(`${topic} ${change}`),
    alert: () => void seen.push('alert'),
  };
  const announce = observedAnnounce(async (_, fresh) => fresh, metrics);
  const story = { topic: 'talks', version: 1 } as Story;
  expect(await announce(story, false)).toBe(false);
  expect(await announce({ ...story, version: 2 }, true)).toBe(true);
  expect(seen).toEqual(['talks new', 'talks grown', 'alert']);
});

test('deliveries are counted when the queue has noted what became of them', async () => {
  const unexpected = () => Promise.reject(new Error('not expected'));
  const jobs: Jobs<Delivery> = {
    add: unexpected,
    addAll: unexpected,
    claim: unexpected,
    note: unexpected,
    nextDue: unexpected,
    counts: unexpected,
    parked: unexpected,
    complete: async () => {},
    retry: async () => {},
    park: () => Promise.reject(new Error('lease lost')),
  };
  const seen: string[] = [];
  let settled = 0;
  const observed = observedJobs(
    jobs,
    { delivery: (kind, outcome) => void seen.push(`${kind} ${outcome}`) },
    () => void settled++,
  );
  const payload: Delivery = { kind: 'alert', guild: '1', channel: '2', story: 's' };
  const job: HeldJob<Delivery> = { id: 'j', payload, attempt: 1, token: 't' };
  await observed.complete(job);
  await observed.retry(job, 0, 'later');
  await expect(observed.park(job, 'never')).rejects.toThrow('lease lost');
  expect(seen).toEqual(['alert done', 'alert retried']);
  expect(settled).toBe(2);
});
