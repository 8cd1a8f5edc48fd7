import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

// Feeds on many loopback addresses, in a process of its own. Each lists old items; told to, it adds a story.
export interface Publish {
  readonly feed: number;
  readonly title: string;
  readonly summary: string;
}

export interface Published {
  /** When the feed had it (UTC ms). */
  readonly at: number;
}

/** When each feed first answered with its story (UTC ms). */
export type Taken = readonly (number | undefined)[];

const [feeds = 0] = process.argv.slice(2).map(Number);
const oldItems = 5;
const lists = Array.from({ length: feeds }, (_, feed) =>
  Array.from({ length: oldItems }, (_, n) =>
    item(feed, `Road ${n} reopens after repairs`, 'The works took a week.', Date.now() - 3_600_000),
  ),
);

const taken: (number | undefined)[] = Array(feeds).fill(undefined);

process.on('message', (asked: Publish | Record<string, never>) => {
  if (!('feed' in asked)) return process.send?.(taken satisfies Taken);
  const at = Date.now();
  lists[asked.feed]?.unshift(item(asked.feed, asked.title, asked.summary, at));
  return process.send?.({ at } satisfies Published);
});

const server = createServer((request, response) => {
  const feed = Number(request.url?.slice(1));
  const list = lists[feed] ?? [];
  const etag = `"${list.length}"`;
  if (request.headers['if-none-match'] === etag) return response.writeHead(304, { etag }).end();
  if (list.length > oldItems) taken[feed] ??= Date.now();
  response.writeHead(200, { etag, 'content-type': 'application/rss+xml' });
  return response.end(`<rss version="2.0"><channel><title>Outlet</title>${list.join('')}</channel></rss>`);
});
server.listen(0, '0.0.0.0', () => process.send?.((server.address() as AddressInfo).port));

function item(feed: number, title: string, summary: string, at: number): string {
  const link = `https://outlet-${feed}.example/${encodeURIComponent(title)}`;
  const date = new Date(at).toUTCString();
  return `<item><title>${title}</title><description>${summary}</description><link>${link}</link><guid>${link}</guid><pubDate>${date}</pubDate></item>`;
}
