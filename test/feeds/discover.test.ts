import { describe, expect, onTestFinished, test } from 'vitest';
import { discoverFeed, feedLinks } from '../../src/feeds/discover.ts';
import { anyAddress, publicOnly } from '../../src/feeds/fetch/address.ts';
import { createFetcher } from '../../src/feeds/fetch/fetcher.ts';
import { parseBody } from '../../src/feeds/parse/parse.ts';
import { rss, serve } from './server.ts';

function tools(allow = anyAddress) {
  const clock = { now: () => 0 };
  const fetcher = createFetcher({ userAgent: 'Test/1', allow }, clock);
  onTestFinished(() => fetcher.close());
  return { fetcher, clock, parser: { parse: parseBody } };
}

const site = (pages: Readonly<Record<string, string>>) =>
  serve((request, response) => {
    const page = pages[request.url ?? ''];
    response.writeHead(page === undefined ? 404 : 200).end(page);
  });

describe('discoverFeed', () => {
  test('takes an address of a feed as it is', async () => {
    const server = await site({ '/feed': rss('one') });
    const found = await discoverFeed(`${server.url}feed`, tools());
    expect(found).toMatchObject({ url: `${server.url}feed`, feed: { title: 'Test feed' } });
  });

  test('finds the feed that a page names', async () => {
    const server = await site({
      '/': '<html><head><link rel="alternate" type="application/rss+xml" title="News" href="/feed"></head>',
      '/feed': rss('one'),
    });
    expect((await discoverFeed(server.url, tools())).url).toBe(`${server.url}feed`);
  });

  test('finds the feed that a page with a login or a captcha names', async () => {
    const server = await site({
      '/': '<html><link rel=alternate type=application/rss+xml href=/feed><input type="password"><div class="h-captcha">',
      '/feed': rss('one'),
    });
    expect((await discoverFeed(server.url, tools())).url).toBe(`${server.url}feed`);
  });

  test('keeps an address that redirects for a while, and the new one where it has moved for good', async () => {
    const server = await serve((request, response) => {
      const to = { '/today': [302, '/feed?session=1'], '/old': [301, '/today'] }[request.url ?? ''];
      if (to) response.writeHead(Number(to[0]), { location: String(to[1]) }).end();
      else response.end(rss('one'));
    });
    expect((await discoverFeed(`${server.url}today`, tools())).url).toBe(`${server.url}today`);
    expect((await discoverFeed(`${server.url}old`, tools())).url).toBe(`${server.url}today`);
  });

  test('goes on to the next where the first is gone or no feed', async () => {
    const server = await site({
      '/': `<html>${['/gone', '/page', '/feed'].map((href) => `<link rel=alternate type=application/rss+xml href=${href}>`).join('')}`,
      '/page': '<html>',
      '/feed': rss('one'),
    });
    expect((await discoverFeed(server.url, tools())).url).toBe(`${server.url}feed`);
  });

  test('does not follow a page to a page to a feed', async () => {
    const link = (href: string) => `<html><link rel="alternate" type="application/rss+xml" href="${href}">`;
    const server = await site({ '/': link('/2'), '/2': link('/3'), '/3': rss('one') });
    await expect(discoverFeed(server.url, tools())).rejects.toThrow('names no feed');
  });

  test.each([
    [
      'a page without one',
      '<html><body>Hello</body></html>',
      'this is a web page that names no feed that can be read',
    ],
    ['a login page', '<html><input type="password">', 'the site asks for a login instead of giving the feed'],
    ['something else', '{"a":1}', 'what is at this address is not a feed'],
  ])('says what is wrong with %s', async (_name, body, message) => {
    const server = await site({ '/': body });
    await expect(discoverFeed(server.url, tools())).rejects.toMatchObject({ name: 'NoFeed', message });
  });

  test('says what is wrong with the address', async () => {
    await expect(discoverFeed('ftp://127.0.0.1/', tools())).rejects.toThrow('only http and https');
    await expect(discoverFeed('127.0.0.1:1/feed', tools())).rejects.toThrow('refused the connection');
    const server = await site({});
    await expect(discoverFeed(server.url, tools())).rejects.toThrow('404');
  });

  test('does not let a page lead to a private address', async () => {
    const inside = await serve((_, response) => response.end(rss('secret')));
    const page = `<html><link rel="alternate" type="application/rss+xml" href="${inside.url}">`;
    const outside = await serve((_, response) => response.end(page), '127.0.0.2');
    const guarded = tools((address) => address === '127.0.0.2' || publicOnly(address));
    await expect(discoverFeed(outside.url, guarded)).rejects.toThrow('names no feed');
    expect(inside.requests).toHaveLength(0);
  });
});

test.each([
  ['<link rel="alternate" type="application/atom+xml" href="a">', ['https://x.example/p/a']],
  ["<LINK REL='Alternate' TYPE='application/rss+xml' HREF='/a'>", ['https://x.example/a']],
  ['<link rel="alternate home" type="application/feed+json" href="/a"/>', ['https://x.example/a']],
  [
    '<base href="https://y.example/z/"><link rel=alternate type=application/rss+xml href=a>',
    ['https://y.example/z/a'],
  ],
  [
    '<link rel="alternate" type="application/rss+xml" href="/a?b=1&amp;c=2">',
    ['https://x.example/a?b=1&c=2'],
  ],
  ['<link rel="stylesheet" href="/a"><link rel="alternate" hreflang="ur" href="/ur">', []],
  ['<link rel="alternate" type="application/rss+xml" href="javascript:x">', []],
  ['<link rel="alternate" type="application/rss+xml">', []],
])('feedLinks(%j)', (page, links) => {
  expect(feedLinks(page, 'https://x.example/p/q')).toEqual(links);
});
