import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { anyAddress } from '../../src/feeds/fetch/address.ts';
import { createFetcher } from '../../src/feeds/fetch/fetcher.ts';
import { createParser } from '../../src/feeds/parse/parser.ts';
import { type FeedLine, readFeed, readFeeds } from '../../src/feeds/read.ts';
import { rss, serve } from './server.ts';

async function set() {
  const folder = await mkdtemp(join(tmpdir(), 'feeds-'));
  const clock = { now: () => Date.UTC(2026, 0, 1) };
  const fetcher = createFetcher({ userAgent: 'Test/1', allow: anyAddress }, clock);
  const parser = createParser({ threads: 1 });
  onTestFinished(async () => {
    await Promise.all([fetcher.close(), parser.close(), rm(folder, { recursive: true })]);
  });
  const file = async (name: string, text: string) => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };
  return { tools: { fetcher, parser, clock }, file, folder };
}

test('a file becomes one line', async () => {
  const { tools, file } = await set();
  const input = await file(
    'a.xml',
    '<rss version="2.0"><channel><title>T</title><language>ur</language><item><guid>g</guid><title>One</title><link>https://a.example/1</link><description>&lt;p&gt;Body&lt;/p&gt;</description><pubDate>Wed, 01 May 2024 15:20:30 +0500</pubDate></item><item><title>Two</title></item></channel></rss>',
  );
  expect(await readFeed(input, tools)).toEqual({
    input,
    title: 'T',
    format: 'rss 2.0',
    entries: [
      {
        id: 'g',
        title: 'One',
        link: 'https://a.example/1',
        summary: 'Body',
        published: '2024-05-01T10:20:30.000Z',
        language: 'ur',
      },
      { id: 'Two', title: 'Two', link: '', summary: '', published: null, language: 'ur' },
    ],
  });
});

test('an address becomes one line', async () => {
  const { tools } = await set();
  const server = await serve((_, response) => response.end(rss('one')));
  expect(await readFeed(server.url, tools)).toMatchObject({
    input: server.url,
    title: 'Test feed',
    entries: [{ id: 'one' }],
  });
});

test('what goes wrong is told with its kind', async () => {
  const { tools, file, folder } = await set();
  const server = await serve((_, response) => response.writeHead(410).end());
  const kindOf = async (input: string) => {
    const line = await readFeed(input, tools);
    return 'error' in line ? line.error.kind : 'none';
  };
  expect(await kindOf(await file('page.html', '<html>'))).toBe('page');
  expect(await kindOf(await file('empty.xml', ''))).toBe('empty');
  expect(await kindOf(await file('large.xml', ' '.repeat(16 * 1024 * 1024)))).toBe('too_large');
  expect(await kindOf('/dev/zero')).toBe('too_large');
  expect(await kindOf(join(folder, 'none.xml'))).toBe('unreadable');
  expect(await kindOf(folder)).toBe('unreadable');
  expect(await kindOf(server.url)).toBe('gone');
  expect(await kindOf('http://user:secret@127.0.0.1/')).toBe('bad_url');
});

test('many are read in order', async () => {
  const { tools, file } = await set();
  const inputs = await Promise.all(Array.from({ length: 30 }, (_, i) => file(`${i}.xml`, rss(String(i)))));
  const lines: FeedLine[] = [];
  for await (const line of readFeeds(inputs, tools)) lines.push(line);
  expect(lines.map((line) => 'entries' in line && line.entries[0]?.title)).toEqual(
    inputs.map((_, i) => String(i)),
  );
});
