import zlib from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { anyAddress } from '../../../src/feeds/fetch/address.ts';
import { createFetcher, type Fetcher, type FetchSettings } from '../../../src/feeds/fetch/fetcher.ts';
import type { Failed, Fresh, NotModified } from '../../../src/feeds/fetch/result.ts';
import { rss, serve } from '../server.ts';

const now = Date.UTC(2026, 0, 1);
const feed = rss('one');

function fetcher(settings: Partial<FetchSettings> = {}): Fetcher {
  const made = createFetcher(
    { userAgent: 'Test/1 (+mailto:test)', allow: anyAddress, ...settings },
    { now: () => now },
  );
  onTestFinished(() => made.close());
  return made;
}

describe('a request', () => {
  test('names the project, asks for compression and carries the stored validators', async () => {
    const server = await serve((_, response) => response.end(feed));
    await fetcher().fetch({ url: server.url, etag: '"abc"', lastModified: 'Wed, 01 Jan 2025 00:00:00 GMT' });
    expect(server.requests[0]?.headers).toMatchObject({
      'user-agent': 'Test/1 (+mailto:test)',
      'accept-encoding': 'gzip, deflate, br',
      'if-none-match': '"abc"',
      'if-modified-since': 'Wed, 01 Jan 2025 00:00:00 GMT',
    });
  });

  test('is not conditional without them', async () => {
    const server = await serve((_, response) => response.end(feed));
    await fetcher().fetch({ url: server.url });
    expect(server.requests[0]?.headers).not.toHaveProperty('if-none-match');
    expect(server.requests[0]?.headers).not.toHaveProperty('if-modified-since');
  });

  test('can be broken off', async () => {
    const server = await serve(() => {});
    const stop = new AbortController();
    const result = fetcher().fetch({ url: server.url, signal: stop.signal });
    setTimeout(() => stop.abort(), 50);
    expect(await result).toMatchObject({ kind: 'failed' });
  });
});

describe('an answer', () => {
  test('200 gives the body and what its headers say', async () => {
    const server = await serve((_, response) => {
      response.setHeader('etag', 'W/"1"');
      response.setHeader('last-modified', 'Wed, 01 Jan 2025 00:00:00 GMT');
      response.setHeader('cache-control', 'public, max-age=1800');
      response.setHeader('content-type', 'application/rss+xml; charset=utf-8');
      response.end(feed);
    });
    const result = (await fetcher().fetch({ url: server.url })) as Fresh;
    expect(Buffer.from(result.body).toString()).toBe(feed);
    expect(result).toMatchObject({
      kind: 'fresh',
      url: server.url,
      etag: 'W/"1"',
      lastModified: 'Wed, 01 Jan 2025 00:00:00 GMT',
      freshFor: 1_800_000,
      contentType: 'application/rss+xml; charset=utf-8',
      movedTo: undefined,
    });
  });

  test('304 is not_modified', async () => {
    const server = await serve((_, response) => response.writeHead(304).end());
    expect(await fetcher().fetch({ url: server.url, etag: '"1"' })).toMatchObject({ kind: 'not_modified' });
  });

  test('410 is gone', async () => {
    const server = await serve((_, response) => response.writeHead(410).end());
    expect(await fetcher().fetch({ url: server.url })).toEqual({ kind: 'gone', url: server.url });
  });

  test.each([
    [400, 'http'],
    [401, 'login'],
    [403, 'http'],
    [404, 'http'],
    [407, 'login'],
    [418, 'http'],
    [429, 'rate_limited'],
    [451, 'http'],
    [500, 'http'],
    [502, 'http'],
    [503, 'http'],
    [504, 'http'],
    [204, 'http'],
    [300, 'http'],
    [206, 'http'],
  ])('%i is a failure of kind %s', async (status, failure) => {
    const server = await serve((_, response) => response.writeHead(status).end());
    const result = await fetcher().fetch({ url: server.url });
    expect(result).toMatchObject({ kind: 'failed', failure, status });
  });

  test.each([
    [429, '120', 120_000],
    [503, '3600', 3_600_000],
    [503, new Date(now + 90_000).toUTCString(), 90_000],
    [429, new Date(now - 90_000).toUTCString(), 0],
    [429, 'soon', undefined],
  ])('%i with Retry-After %s asks to wait', async (status, header, wait) => {
    const server = await serve((_, response) => response.writeHead(status, { 'retry-after': header }).end());
    const result = (await fetcher().fetch({ url: server.url })) as Failed;
    expect(result.retryAfter).toBe(wait);
  });
});

describe('a body', () => {
  test.each([
    ['gzip', zlib.gzipSync(feed)],
    ['x-gzip', zlib.gzipSync(feed)],
    ['deflate', zlib.deflateSync(feed)],
    ['deflate', zlib.deflateRawSync(feed)],
    ['br', zlib.brotliCompressSync(feed)],
    ['identity', Buffer.from(feed)],
    ['deflate, gzip', zlib.gzipSync(zlib.deflateSync(feed))],
    ['gzip', Buffer.from(feed)],
    ['utf-8', Buffer.from(feed)],
  ])('is undone from %s', async (encoding, body) => {
    const server = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(body),
    );
    const result = (await fetcher().fetch({ url: server.url })) as Fresh;
    expect(Buffer.from(result.body).toString()).toBe(feed);
  });

  test('that breaks off while compressed gives what is there', async () => {
    const whole = zlib.gzipSync(Array.from({ length: 2000 }, (_, i) => `${feed}${i * 7919}`).join(''));
    const server = await serve((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(whole.subarray(0, whole.length / 2));
    });
    const result = (await fetcher().fetch({ url: server.url })) as Fresh;
    expect(Buffer.from(result.body).toString().startsWith(feed)).toBe(true);
  });

  test.each([
    ['gzip', Buffer.from('no gzip at all')],
    ['br', Buffer.from(feed)],
    ['zstd', zlib.zstdCompressSync(feed)],
    ['gzip, gzip, gzip', zlib.gzipSync(zlib.gzipSync(zlib.gzipSync(feed)))],
  ])('with a wrong %s is a failure', async (encoding, body) => {
    const server = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(body),
    );
    expect(await fetcher().fetch({ url: server.url })).toMatchObject({ kind: 'failed', failure: 'encoding' });
  });

  test('of a 100 MB gzip bomb stops at the limit', async () => {
    const bomb = zlib.gzipSync(Buffer.alloc(100 * 1024 * 1024, 0x20));
    const server = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    );
    const before = process.memoryUsage().arrayBuffers;
    expect(await fetcher().fetch({ url: server.url })).toMatchObject({
      kind: 'failed',
      failure: 'too_large',
    });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(60 * 1024 * 1024);
  });

  test('of a bomb in a bomb stops too', async () => {
    const bomb = zlib.gzipSync(zlib.gzipSync(Buffer.alloc(100 * 1024 * 1024)));
    const server = await serve((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end(bomb);
    });
    expect(await fetcher().fetch({ url: server.url })).toMatchObject({
      kind: 'failed',
      failure: 'too_large',
    });
  });

  test('of 60 MB is not read to its end', async () => {
    let sent = 0;
    const chunk = Buffer.alloc(1024 * 1024, 0x20);
    const server = await serve((_, response) => {
      const send = () => {
        while (sent < 60 && !response.destroyed) {
          sent += 1;
          if (!response.write(chunk)) return response.once('drain', send);
        }
        return response.end();
      };
      send();
    });
    expect(await fetcher().fetch({ url: server.url })).toMatchObject({
      kind: 'failed',
      failure: 'too_large',
    });
    expect(sent).toBeLessThan(40);
  });
});

describe('a server that is slow', () => {
  const impatient = { timeout: 300, connectTimeout: 200 };

  test('to answer at all fails in time', async () => {
    const server = await serve(() => {});
    expect(await fetcher(impatient).fetch({ url: server.url })).toMatchObject({
      kind: 'failed',
      failure: 'timeout',
    });
  });

  test('and sends byte after byte (slow loris) fails in time', async () => {
    const server = await serve((_, response) => {
      const drip = setInterval(() => response.write(' '), 20);
      response.once('close', () => clearInterval(drip));
    });
    expect(await fetcher(impatient).fetch({ url: server.url })).toMatchObject({
      kind: 'failed',
      failure: 'timeout',
    });
  });

  test('and redirects in circles fails within the same time', async () => {
    const server = await serve((_, response) => {
      setTimeout(() => response.writeHead(302, { location: '/again' }).end(), 120);
    });
    expect(await fetcher(impatient).fetch({ url: server.url })).toMatchObject({
      kind: 'failed',
      failure: 'timeout',
    });
    expect(server.requests.length).toBeLessThan(5);
  });
});

describe('a connection', () => {
  test('that is refused', async () => {
    const server = await serve((_, response) => response.end());
    const url = `http://127.0.0.9:${server.port}/`;
    expect(await fetcher().fetch({ url })).toMatchObject({ kind: 'failed', failure: 'connect' });
  });

  test('that breaks before the headers', async () => {
    const server = await serve((request) => request.socket.destroy());
    expect(await fetcher().fetch({ url: server.url })).toMatchObject({ kind: 'failed', failure: 'connect' });
  });

  test('that breaks within the body', async () => {
    const server = await serve((request, response) => {
      response.writeHead(200, { 'content-length': '100000' });
      response.write(feed, () => request.socket.destroy());
    });
    expect(await fetcher().fetch({ url: server.url })).toMatchObject({ kind: 'failed', failure: 'connect' });
  });

  test('that speaks no HTTP', async () => {
    const server = await serve((request) => request.socket.end('SSH-2.0-OpenSSH\r\n\r\n'));
    expect(await fetcher().fetch({ url: server.url })).toMatchObject({ kind: 'failed', failure: 'connect' });
  });

  test('with endless headers', async () => {
    const server = await serve((request) => {
      request.socket.write(`HTTP/1.1 200 OK\r\nx-long: ${'a'.repeat(200_000)}\r\n\r\n`);
    });
    expect(await fetcher().fetch({ url: server.url })).toMatchObject({
      kind: 'failed',
      failure: 'too_large',
    });
  });

  test('to a name nobody has', async () => {
    const lookup: FetchSettings['lookup'] = (_name, _options, done) => {
      done(Object.assign(new Error('not found'), { code: 'ENOTFOUND' }), []);
    };
    expect(await fetcher({ lookup }).fetch({ url: 'http://localhost:1/' })).toMatchObject({
      kind: 'failed',
      failure: 'dns',
    });
  });
});

describe('a redirect', () => {
  const chain = (statuses: readonly number[]) =>
    serve((request, response) => {
      const hop = Number(request.url?.slice(1) || 0);
      const status = statuses[hop];
      if (status === undefined) response.end(feed);
      else response.writeHead(status, { location: `/${hop + 1}` }).end();
    });

  test.each([301, 302, 303, 307, 308])('%i is followed', async (status) => {
    const server = await chain([status]);
    expect(await fetcher().fetch({ url: server.url })).toMatchObject({
      kind: 'fresh',
      url: `${server.url}1`,
    });
  });

  test.each([
    [[301], '1'],
    [[308], '1'],
    [[301, 308, 301], '3'],
    [[301, 302], '1'],
    [[302, 301], undefined],
    [[307], undefined],
    [[], undefined],
  ])('chain %j says that the feed has moved to %s', async (statuses, target) => {
    const server = await chain(statuses);
    const result = (await fetcher().fetch({ url: server.url })) as Fresh;
    expect(result.movedTo).toBe(target === undefined ? undefined : `${server.url}${target}`);
  });

  test('that leads to 304 says so too', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/new') response.writeHead(304).end();
      else response.writeHead(301, { location: '/new' }).end();
    });
    const result = (await fetcher().fetch({ url: server.url, etag: '"1"' })) as NotModified;
    expect(result).toMatchObject({ kind: 'not_modified', movedTo: `${server.url}new` });
  });

  test('is followed five times and not six', async () => {
    const five = await chain([302, 302, 302, 302, 302]);
    expect(await fetcher().fetch({ url: five.url })).toMatchObject({ kind: 'fresh' });
    const six = await chain([302, 302, 302, 302, 302, 302]);
    expect(await fetcher().fetch({ url: six.url })).toMatchObject({ kind: 'failed', failure: 'redirects' });
    expect(six.requests).toHaveLength(6);
  });

  test.each([
    'ftp://127.0.0.1/',
    'file:///etc/passwd',
    'http://user:secret@127.0.0.1/',
    'data:text/xml,<rss/>',
    'http://',
  ])('to %s is refused', async (location) => {
    const server = await serve((_, response) => response.writeHead(302, { location }).end());
    expect(await fetcher().fetch({ url: server.url })).toMatchObject({ kind: 'failed', failure: 'bad_url' });
  });

  test('without an address is an answer of its own', async () => {
    const server = await serve((_, response) => response.writeHead(302).end());
    expect(await fetcher().fetch({ url: server.url })).toMatchObject({
      kind: 'failed',
      failure: 'http',
      status: 302,
    });
  });
});

describe('a page in place of a feed', () => {
  test.each([
    [403, { 'cf-mitigated': 'challenge' }, '<html>', 'challenge'],
    [503, {}, '<html><head><title>Just a moment...</title>', 'challenge'],
    [403, {}, '<html><script src="/cdn-cgi/challenge-platform/x.js">', 'challenge'],
    [403, {}, '<html><h1>Forbidden</h1>', 'http'],
    [404, {}, '<html><h1>Not found</h1><form class="g-recaptcha">', 'http'],
    [401, {}, '<html>', 'login'],
  ])('%i %j is told apart: %s', async (status, headers, body, failure) => {
    const server = await serve((_, response) => response.writeHead(status, headers).end(body));
    expect(await fetcher().fetch({ url: server.url })).toMatchObject({ kind: 'failed', failure, status });
  });
});
