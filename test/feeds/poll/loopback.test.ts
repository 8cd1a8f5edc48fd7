import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { anyAddress } from '../../../src/feeds/fetch/address.ts';
import { createFetcher } from '../../../src/feeds/fetch/fetcher.ts';
import { createParser } from '../../../src/feeds/parse/parser.ts';
import type { PolledFeed } from '../../../src/feeds/poll/feed.ts';
import { healthOf } from '../../../src/feeds/poll/health.ts';
import { createPoller } from '../../../src/feeds/poll/poller.ts';
import type { FeedState } from '../../../src/feeds/poll/state.ts';
import { rss, serve } from '../server.ts';
import { hour, memoryDocuments, minute } from './fakes.ts';

/** The real fetcher, parser and poller against a real server. */
async function set(handler: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = await serve(handler);
  const clock = { time: Date.UTC(2026, 0, 1), now: () => clock.time };
  const fetcher = createFetcher({ userAgent: 'Test/1', allow: anyAddress }, clock);
  const parser = createParser({ threads: 1, timeout: 10_000 });
  const feed: PolledFeed = { id: 'a', title: 'A', url: `${server.url}feed` };
  const received: string[] = [];
  const states = memoryDocuments<FeedState>();
  const poller = createPoller({
    sources: async () => [feed],
    states,
    inbox: { receive: async ({ entries }) => void received.push(...entries.map(({ title }) => title)) },
    trouble: { onTrouble: async () => true, onRecovery: async () => {} },
    fetcher,
    parser,
    clock,
    log: {
      info() {},
      warn() {},
      error(_, message) {
        throw new Error(message);
      },
    },
    settings: { interval: 5 * minute },
  });
  onTestFinished(async () => {
    await poller.close();
    await Promise.all([fetcher.close(), parser.close()]);
  });
  return {
    server,
    received,
    async after(wait: number) {
      clock.time += wait;
      await poller.runDue();
      return healthOf(feed, await states.get(feed.id));
    },
  };
}

test('a feed is read, found unchanged by its ETag, and read again when it changes', async () => {
  let version = 1;
  const it = await set((request, response) => {
    const etag = `"${version}"`;
    if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
    else
      response.writeHead(200, { etag }).end(rss(...Array.from({ length: version }, (_, i) => `v${i + 1}`)));
  });
  await it.after(0);
  await it.after(6 * minute);
  version = 2;
  expect((await it.after(6 * minute)).status).toBe('ok');
  expect(it.received).toEqual(['v1', 'v1', 'v2']);
  expect(it.server.requests.map(({ headers }) => headers['if-none-match'])).toEqual([
    undefined,
    '"1"',
    '"1"',
  ]);
});

test('a feed that moves for good is asked for at its new address after three polls', async () => {
  const it = await set((request, response) => {
    if (request.url === '/feed') response.writeHead(301, { location: '/new' }).end();
    else response.end(rss('one'));
  });
  for (let i = 0; i < 4; i += 1) await it.after(6 * minute);
  expect(it.server.requests.map(({ url }) => url)).toEqual([
    '/feed',
    '/new',
    '/feed',
    '/new',
    '/feed',
    '/new',
    '/new',
  ]);
});

test.each([
  ['an error', 500, {}, 'x', 'http'],
  ['a challenge', 403, { server: 'cloudflare', 'cf-mitigated': 'challenge' }, '<html>', 'challenge'],
  ['a login page in place of the feed', 200, {}, '<html><form><input type="password">', 'login'],
  ['a page in place of the feed', 200, {}, '<!doctype html><p>Hello', 'page'],
  ['an empty body', 200, {}, '', 'empty'],
])('%s is a failure of its own kind, and the feed recovers', async (_name, status, headers, body, kind) => {
  let broken = true;
  const it = await set((_, response) => {
    if (broken) response.writeHead(status, headers).end(body);
    else response.end(rss('one'));
  });
  expect(await it.after(0)).toMatchObject({ status: 'failing', lastError: { kind } });
  broken = false;
  expect(await it.after(hour)).toMatchObject({ status: 'ok', lastError: undefined });
  expect(it.received).toEqual(['one']);
});

test('429 with Retry-After is waited out', async () => {
  const it = await set((_, response) => response.writeHead(429, { 'retry-after': '7200' }).end());
  await it.after(0);
  await it.after(1.9 * hour);
  expect(it.server.requests).toHaveLength(1);
  await it.after(0.2 * hour);
  expect(it.server.requests).toHaveLength(2);
});

test('410 stops the feed', async () => {
  const it = await set((_, response) => response.writeHead(410).end());
  expect((await it.after(0)).status).toBe('stopped');
  await it.after(48 * hour);
  expect(it.server.requests).toHaveLength(1);
});
