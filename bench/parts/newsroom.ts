import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { loopbackFeeds } from './loopback-feeds.ts';

// Feeds on 500 loopback addresses, in a process of its own: each lists some old items, and a story when told to.
const hosts = 500;
const oldItems = 5;

export interface Opened {
  /** Of each feed. */
  readonly urls: readonly string[];
}

export type Question =
  /** Puts an item on top of a feed. Answer: `Published`. */
  | { readonly feed: number; readonly title: string; readonly summary: string }
  /** Answers, with true, when so many feeds have been asked for. */
  | { readonly until: number }
  /** Answer: `Load` since the last time it was asked. */
  | 'load'
  /** Answer: `Taken`. */
  | 'taken';

export interface Load {
  readonly requests: number;
  /** Of them answered without a body. */
  readonly notModified: number;
}

/** When each feed first answered with its story (UTC ms). */
export type Taken = readonly (number | undefined)[];

export interface Published {
  /** When the feed had it (UTC ms). */
  readonly at: number;
}

const count = Number(process.argv[2]);
const asked = new Set<number>();
let load = { requests: 0, notModified: 0 };
const taken: (number | undefined)[] = Array(count).fill(undefined);
const lists = Array.from({ length: count }, (_, feed) =>
  Array.from({ length: oldItems }, (_, n) =>
    item(feed, `Road ${n} reopens after repairs`, 'The works took a week.', Date.now() - 3_600_000),
  ),
);

const server = createServer((request, response) => {
  const feed = Number(request.url?.slice(1));
  asked.add(feed);
  load.requests += 1;
  const list = lists[feed] ?? [];
  const etag = `"${list.length}"`;
  if (request.headers['if-none-match'] === etag) {
    load.notModified += 1;
    return response.writeHead(304, { etag }).end();
  }
  if (list.length > oldItems) taken[feed] ??= Date.now();
  response.writeHead(200, { etag, 'content-type': 'application/rss+xml' });
  return response.end(
    `<rss version="2.0"><channel><title>Outlet ${feed}</title>${list.join('')}</channel></rss>`,
  );
});

process.on('message', async (question: Question) => {
  if (question === 'taken') {
    process.send?.(taken satisfies Taken);
    return;
  }
  if (question === 'load') {
    process.send?.(load satisfies Load);
    load = { requests: 0, notModified: 0 };
    return;
  }
  if ('until' in question) {
    while (asked.size < question.until) await sleep(100);
    process.send?.(true);
    return;
  }
  const at = Date.now();
  lists[question.feed]?.unshift(item(question.feed, question.title, question.summary, at));
  process.send?.({ at } satisfies Published);
});

server.listen(0, '0.0.0.0', () => {
  const { port } = server.address() as AddressInfo;
  const urls = loopbackFeeds(count, hosts, port);
  process.send?.({ urls } satisfies Opened);
});

function item(feed: number, title: string, summary: string, at: number): string {
  const link = `https://outlet-${feed}.example/${encodeURIComponent(title)}`;
  const date = new Date(at).toUTCString();
  return `<item><title>${title}</title><description>${summary}</description><link>${link}</link><guid>${link}</guid><pubDate>${date}</pubDate></item>`;
}
// Whoever measures is gone.
process.once('disconnect', () => process.exit());
