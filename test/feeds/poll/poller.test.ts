import { describe, expect, test } from 'vitest';
import type { FetchResult } from '../../../src/feeds/fetch/result.ts';
import { broken, day, feedA, fresh, hour, minute, notModified, world } from './fakes.ts';

describe('a poll', () => {
  test('hands the entries over before it notes what it knows of the feed', async () => {
    const it = world([feedA]);
    it.answer = fresh(['one', 'two'], { etag: '"1"', lastModified: 'Thu, 01 Jan 2026 00:00:00 GMT' });
    await it.poller.runDue();
    expect(it.steps).toEqual(['receive', 'note']);
    expect(it.batches[0]).toMatchObject({ feed: feedA, first: true, now: it.now });
    expect(it.batches[0]?.entries.map(({ title }) => title)).toEqual(['one', 'two']);
    await it.after(6 * minute);
    expect(it.requests[1]).toMatchObject({ etag: '"1"', lastModified: 'Thu, 01 Jan 2026 00:00:00 GMT' });
  });

  test('comes when it is due and not before', async () => {
    const it = world([feedA]);
    await it.poller.runDue();
    // The first wait is shorter, so that feeds that began together are spread.
    await it.after((await it.health())[0]!.nextCheck! - it.now);
    expect(it.requests).toHaveLength(2);
    await it.after(4.4 * minute);
    expect(it.requests).toHaveLength(2);
    await it.after(0.7 * minute);
    expect(it.requests).toHaveLength(3);
  });

  test('is first only until something was received', async () => {
    const it = world([feedA]);
    it.answer = broken();
    await it.poller.runDue();
    it.answer = fresh(['one']);
    await it.after(hour);
    it.answer = fresh(['two', 'one']);
    await it.after(hour);
    expect(it.batches.map(({ first }) => first)).toEqual([true, false]);
  });

  test('of an unchanged feed hands nothing over: by 304, or by the same body', async () => {
    const it = world([feedA]);
    await it.poller.runDue();
    it.answer = notModified();
    await it.after(6 * minute);
    it.answer = fresh(['one']);
    await it.after(6 * minute);
    expect(it.batches).toHaveLength(1);
    expect((await it.health())[0]).toMatchObject({ status: 'ok', lastSuccess: it.now });
  });

  test('hands an unchanged feed over again once in 30 days', async () => {
    const it = world([feedA]);
    it.answer = (request) => (request.etag ? notModified() : fresh(['one'], { etag: '"1"' }));
    await it.poller.runDue();
    await it.after(29 * day);
    expect(it.batches).toHaveLength(1);
    await it.after(2 * day);
    expect(it.batches.map(({ first }) => first)).toEqual([true, false]);
  });

  test('keeps the validators through a 304 and drops them with a 200 that has none', async () => {
    const it = world([feedA]);
    it.answer = fresh(['one'], { etag: '"1"' });
    await it.poller.runDue();
    it.answer = notModified();
    await it.after(6 * minute);
    it.answer = fresh(['two']);
    await it.after(6 * minute);
    await it.after(6 * minute);
    expect(it.requests.map(({ etag }) => etag)).toEqual([undefined, '"1"', '"1"', undefined]);
  });

  test('waits as long as the feed asks: ttl, max-age, Expires, up to an hour', async () => {
    const ttl = (minutes: number) => Buffer.from(`<rss><channel><ttl>${minutes}</ttl></channel></rss>`);
    for (const [answer, wait] of [
      [fresh([], { body: ttl(30) }), 30],
      [fresh([], { body: ttl(1) }), 5],
      [fresh([], { body: ttl(1440) }), 60],
      [fresh([], { freshFor: 20 * minute }), 20],
      [fresh([], { freshFor: day, body: ttl(30) }), 60],
    ] as const) {
      const it = world([feedA]);
      it.answer = answer;
      await it.poller.runDue();
      const next = (await it.health())[0]?.nextCheck ?? 0;
      // Of its own accord it comes early at first; never before the feed wants it.
      expect(next - it.now).toBeGreaterThanOrEqual((wait > 5 ? wait : 1) * minute);
      expect(next - it.now).toBeLessThanOrEqual(wait * minute);
    }
  });
});

describe('a crash', () => {
  test('between handing over and noting repeats the step with the same entries', async () => {
    const it = world([feedA]);
    it.answer = fresh(['one'], { etag: '"1"' });
    it.states.failing = true;
    await it.poller.runDue();
    expect(it.logged.some((line) => line.startsWith('error: '))).toBe(true);
    it.states.failing = false;
    it.restart();
    await it.poller.runDue();
    expect(it.requests.map(({ etag }) => etag)).toEqual([undefined, undefined]);
    expect(it.batches.map(({ first, entries }) => [first, entries.length])).toEqual([
      [true, 1],
      [true, 1],
    ]);
  });

  test('of the inbox leaves the feed as it was, and it is polled again an interval later', async () => {
    const it = world([feedA]);
    it.inboxFails = true;
    await it.poller.runDue();
    expect(it.states.values.size).toBe(0);
    await it.after(minute);
    expect(it.requests).toHaveLength(1);
    it.inboxFails = false;
    await it.after(4 * minute);
    expect(it.batches).toHaveLength(1);
    expect(it.batches[0]?.first).toBe(true);
  });
});

describe('a restart', () => {
  test('keeps validators, next check and what was received', async () => {
    const it = world([feedA]);
    it.answer = fresh(['one'], { etag: '"1"' });
    await it.poller.runDue();
    it.restart();
    expect((await it.health())[0]).toMatchObject({ status: 'ok', lastSuccess: it.now });
    await it.poller.runDue();
    expect(it.requests).toHaveLength(1);
    it.answer = fresh(['two']);
    await it.after(6 * minute);
    expect(it.requests[1]?.etag).toBe('"1"');
    expect(it.batches[1]?.first).toBe(false);
  });

  test('after downtime catches up with all that is late, at once', async () => {
    const feeds = Array.from({ length: 20 }, (_, i) => ({
      id: `f${i}`,
      title: '',
      url: `https://f${i}.example/`,
    }));
    const it = world(feeds);
    await it.poller.runDue();
    it.restart();
    await it.after(3 * day);
    expect(it.requests).toHaveLength(40);
  });
});

describe('a failing feed', () => {
  test('is tried at 2, 4, 8 … intervals and a day after it broke, at most a day apart, and never given up', async () => {
    const it = world([feedA]);
    it.answer = broken();
    const waits: number[] = [];
    await it.poller.runDue();
    for (let i = 0; i < 12; i += 1) {
      const next = (await it.health())[0]?.nextCheck ?? 0;
      waits.push(Math.floor((next - it.now) / (5 * minute)));
      await it.after(next - it.now);
    }
    expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128, 33, 288, 288, 288, 288]);
    expect(it.requests).toHaveLength(13);
  });

  test('waits as Retry-After says, up to a day', async () => {
    for (const [asked, wait] of [
      [2 * hour, 2 * hour],
      [7 * day, day],
      [1000, 10 * minute],
    ] as const) {
      const it = world([feedA]);
      it.answer = broken('the server asks for fewer requests (429)', asked);
      await it.poller.runDue();
      const next = (await it.health())[0]?.nextCheck ?? 0;
      expect(next - it.now).toBeGreaterThanOrEqual(wait);
      expect(next - it.now).toBeLessThan(wait + minute);
    }
  });

  test('is not asked before Retry-After has passed to find out whether a day is over', async () => {
    const it = world([feedA]);
    it.answer = broken();
    await it.poller.runDue();
    it.answer = broken('the server asks for fewer requests (429)', 20 * hour);
    await it.after(10 * hour);
    await it.after(19 * hour);
    expect(it.requests).toHaveLength(2);
    await it.after(2 * hour);
    expect(it.requests).toHaveLength(3);
    expect(it.troubles).toHaveLength(1);
  });

  test('is reported once after a day, also across restarts, and once when it is back', async () => {
    const it = world([feedA]);
    it.answer = broken();
    await it.poller.runDue();
    for (let i = 0; i < 23; i += 1) await it.after(hour);
    expect(it.troubles).toEqual([]);
    for (let i = 0; i < 48; i += 1) {
      it.restart();
      await it.after(hour);
    }
    expect(it.troubles).toHaveLength(1);
    expect(it.troubles[0]).toMatch(/^a failing since 2[45]\S* h: the server has a problem/);
    it.answer = fresh(['one']);
    await it.after(2 * day);
    await it.after(hour);
    expect(it.troubles).toHaveLength(2);
    expect(it.troubles[1]).toMatch(/^a back after/);
  });

  test('is reported again while that does not settle it', async () => {
    const it = world([feedA]);
    await it.poller.runDue();
    it.answer = broken();
    it.settles = false;
    await it.after(hour);
    for (let i = 0; i < 3; i += 1) await it.after(2 * day);
    expect(it.troubles).toHaveLength(3);
    it.settles = true;
    for (let i = 0; i < 3; i += 1) await it.after(2 * day);
    expect(it.troubles).toHaveLength(4);
    expect(it.troubles[3]).not.toContain('never worked');
  });

  test('that recovers within the day is not spoken of', async () => {
    const it = world([feedA]);
    it.answer = broken();
    await it.poller.runDue();
    it.answer = fresh(['one']);
    await it.after(20 * hour);
    expect(it.troubles).toEqual([]);
    expect((await it.health())[0]).toMatchObject({
      status: 'ok',
      lastError: undefined,
      failingSince: undefined,
    });
  });

  test('shows its last success and last error', async () => {
    const it = world([feedA]);
    await it.poller.runDue();
    const success = it.now;
    it.answer = fresh([], { body: Buffer.from('<html>') });
    await it.after(10 * minute);
    expect((await it.health())[0]).toMatchObject({
      status: 'failing',
      lastSuccess: success,
      failingSince: it.now,
      lastError: { kind: 'page', message: 'this is a web page, not a feed', at: it.now },
    });
    expect(it.logged.at(-1)).toBe(
      'warn: feed failed: this is a web page, not a feed; see docs/feeds.md#page',
    );
  });
});

describe('a feed that is gone (410)', () => {
  test('is stopped, and that is said at once', async () => {
    const it = world([feedA]);
    it.answer = { kind: 'gone', url: feedA.url };
    await it.poller.runDue();
    expect(it.troubles).toEqual([
      'a ended since 0 h: the publisher has ended this feed (410) (never worked)',
    ]);
    it.restart();
    await it.after(30 * day);
    expect(it.requests).toHaveLength(1);
    expect((await it.health())[0]).toMatchObject({ status: 'stopped', nextCheck: undefined });
  });

  test('is said again after a crash, as of the same moment', async () => {
    const it = world([feedA]);
    await it.poller.runDue();
    it.answer = { kind: 'gone', url: feedA.url };
    it.reportFails = true;
    await it.after(10 * minute);
    const since = it.now;
    it.reportFails = false;
    it.restart();
    await it.after(10 * minute);
    expect(it.steps.filter((step) => step.startsWith('trouble'))).toEqual(
      Array(2).fill(`trouble since ${since}`),
    );
    expect(it.troubles).toHaveLength(1);
    expect((await it.health())[0]).toMatchObject({ status: 'stopped' });
  });

  test('starts again at another address', async () => {
    const it = world([feedA]);
    it.answer = { kind: 'gone', url: feedA.url };
    await it.poller.runDue();
    it.feeds = [{ ...feedA, url: 'https://a.example/new' }];
    it.answer = fresh(['one']);
    await it.after(minute);
    expect(it.requests[1]?.url).toBe('https://a.example/new');
  });
});

describe('a permanent redirect', () => {
  const moved = (to: string): FetchResult => notModified({ movedTo: to });

  test('is saved after three polls in a row', async () => {
    const it = world([feedA]);
    it.answer = moved('https://b.example/');
    for (let i = 0; i < 4; i += 1) await it.after(6 * minute);
    expect(it.requests.map(({ url }) => url)).toEqual([
      feedA.url,
      feedA.url,
      feedA.url,
      'https://b.example/',
    ]);
    expect((await it.health())[0]?.movedTo).toBe('https://b.example/');
  });

  test('is not saved if it was interrupted, by an answer, a failure or another target', async () => {
    for (const interruption of [notModified(), broken(), moved('https://c.example/')]) {
      const it = world([feedA]);
      it.answer = moved('https://b.example/');
      await it.after(6 * minute);
      await it.after(6 * minute);
      it.answer = interruption;
      await it.after(6 * minute);
      it.answer = moved('https://b.example/');
      await it.after(hour);
      await it.after(hour);
      expect((await it.health())[0]?.movedTo).toBeUndefined();
    }
  });

  test('is forgotten when the address is changed by hand', async () => {
    const it = world([feedA]);
    it.answer = moved('https://b.example/');
    for (let i = 0; i < 3; i += 1) await it.after(6 * minute);
    it.feeds = [{ ...feedA, url: 'https://a.example/new' }];
    await it.after(6 * minute);
    expect(it.requests.at(-1)?.url).toBe('https://a.example/new');
  });
});

describe('many feeds', () => {
  const many = (count: number, host: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => ({ id: `f${i}`, title: '', url: `https://${host(i)}/${i}` }));

  test('a slow one delays no other', async () => {
    const it = world(many(50, (i) => `h${i}.example`));
    it.answer = (request) => (request.url.endsWith('/7') ? new Promise(() => {}) : fresh([request.url]));
    void it.poller.runDue();
    await expect.poll(() => it.states.values.size).toBe(49);
    it.now += 6 * minute;
    it.answer = (request) => fresh([request.url, 'new']);
    await it.poller.runDue();
    expect(it.batches).toHaveLength(98);
    expect(it.requests.filter(({ url }) => url.endsWith('/7'))).toHaveLength(1);
  });

  test('at most two at once from one host, and so many in all', async () => {
    const running = new Map<string, number>();
    let most = 0;
    let mostInAll = 0;
    const it = world(
      many(60, (i) => `h${i % 3}.example`),
      { concurrency: 5 },
    );
    it.answer = async (request) => {
      const host = new URL(request.url).host;
      running.set(host, (running.get(host) ?? 0) + 1);
      most = Math.max(most, running.get(host) ?? 0);
      mostInAll = Math.max(
        mostInAll,
        [...running.values()].reduce((a, b) => a + b),
      );
      await new Promise((resolve) => setTimeout(resolve, 2));
      running.set(host, (running.get(host) ?? 0) - 1);
      return fresh([request.url]);
    };
    await it.poller.runDue();
    expect(it.batches).toHaveLength(60);
    expect([most, mostInAll]).toEqual([2, 5]);
  });

  test('that were due together are spread over the interval', async () => {
    const it = world(many(200, (i) => `h${i}.example`));
    await it.poller.runDue();
    const next = (await it.health()).map(({ nextCheck }) => (nextCheck ?? 0) - it.now);
    expect(Math.min(...next)).toBeGreaterThanOrEqual(minute);
    expect(Math.max(...next)).toBeLessThanOrEqual(5 * minute);
    expect(new Set(next.map((wait) => Math.floor(wait / 1000))).size).toBeGreaterThan(100);
  });

  test('a feed that is removed is forgotten, and is first again when it returns', async () => {
    const it = world([feedA]);
    await it.poller.runDue();
    it.feeds = [];
    await it.after(6 * minute);
    await it.after(6 * minute);
    expect(it.states.values.size).toBe(0);
    it.feeds = [feedA];
    await it.after(6 * minute);
    expect(it.batches.map(({ first }) => first)).toEqual([true, true]);
  });
});

describe('several processes that share the states', () => {
  /** Two of them, and who holds which feed. */
  function two() {
    const held = new Set<string>();
    const a = world([feedA]);
    const b = world([feedA]);
    b.states = a.states;
    for (const process of [a, b]) {
      process.claim = async (feed) => {
        if (held.has(feed)) return undefined;
        held.add(feed);
        return async () => {
          process.steps.push('release');
          held.delete(feed);
        };
      };
      process.restart();
    }
    return { a, b, held };
  }

  test('poll a feed once, and give it up when what came of it is kept', async () => {
    const { a, b } = two();
    await Promise.all([a.after(0), b.after(0)]);
    expect([...a.requests, ...b.requests]).toHaveLength(1);
    expect([...a.steps, ...b.steps]).toEqual(['receive', 'note', 'release']);
  });

  test('know what another of them learned', async () => {
    const { a, b } = two();
    a.answer = fresh(['one'], { etag: '"1"' });
    await a.after(0);
    await b.after(0);
    expect(b.requests).toHaveLength(0);
    expect((await b.health())[0]).toMatchObject({ status: 'ok', lastSuccess: a.now });
    b.answer = fresh(['one', 'two']);
    await b.after(6 * minute);
    expect(b.requests).toMatchObject([{ etag: '"1"' }]);
    expect(b.batches.map(({ first }) => first)).toEqual([false]);
    await a.after(6 * minute);
    expect(a.requests).toHaveLength(1);
  });

  test('look again soon for a feed that another is at, and take it over if that died', async () => {
    const { a, b, held } = two();
    held.add('a');
    await b.after(0);
    await b.after(20_000);
    held.clear();
    expect(b.requests).toHaveLength(0);
    await b.after(10_000);
    expect(b.requests).toHaveLength(1);
    await a.after(30_000);
    expect(a.requests).toHaveLength(0);
  });

  test('give a feed up after an error, too', async () => {
    const { a, held } = two();
    a.inboxFails = true;
    await a.after(0);
    expect(a.steps).toEqual(['release']);
    a.claim = () => Promise.reject(new Error('the store is away'));
    a.restart();
    await a.after(6 * minute);
    expect(held.size).toBe(0);
    expect(a.logged.filter((line) => line.startsWith('error: '))).toHaveLength(2);
  });

  test('go on where a claim cannot be given up', async () => {
    const { a } = two();
    a.claim = async () => () => Promise.reject(new Error('the store is away'));
    a.restart();
    await a.after(0);
    expect(a.logged.at(-1)).toMatch(/^warn: the claim on a feed could not be given up/);
    await a.after(6 * minute);
    expect(a.requests).toHaveLength(2);
  });

  test('keep the state of a feed that only another of them knows yet', async () => {
    const { a, b } = two();
    b.feeds = [];
    b.restart();
    await a.after(0);
    await b.after(0);
    await b.after(minute);
    b.feeds = [feedA];
    await b.after(5 * minute);
    expect(b.batches.map(({ first }) => first)).toEqual([]);
    expect((await b.health())[0]?.lastSuccess).toBe(b.now);
  });
});

test('what several polls learn is kept in one write', async () => {
  const it = world(
    Array.from({ length: 30 }, (_, i) => ({ id: `f${i}`, title: '', url: `https://f${i}.example/` })),
  );
  it.answer = notModified();
  await it.poller.runDue();
  expect(it.steps).toEqual(['note']);
  expect(it.states.values.size).toBe(30);
});

describe('closing', () => {
  test('breaks off what is fetched, notes nothing of it, and starts nothing more', async () => {
    const it = world([feedA]);
    it.answer = (request) =>
      new Promise((resolve) => {
        request.signal?.addEventListener('abort', () => resolve(broken('the connection failed')));
      });
    const tick = it.poller.runDue();
    await expect.poll(() => it.requests.length).toBe(1);
    await it.poller.close();
    await tick;
    expect(it.states.values.size).toBe(0);
    await it.after(hour);
    expect(it.requests).toHaveLength(1);
  });
});
