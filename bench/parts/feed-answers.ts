import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

// Any number of feeds, in a process of its own: nothing new for who knows the entity tag, else one item.
export interface Opened {
  readonly port: number;
  /** Of every feed. */
  readonly etag: string;
}

const etag = '"1"';
const server = createServer((request, response) => {
  if (request.headers['if-none-match'] === etag) return response.writeHead(304, { etag }).end();
  const link = `https://outlet.example${request.url}`;
  const date = new Date().toUTCString();
  response.writeHead(200, { etag, 'content-type': 'application/rss+xml' });
  return response.end(
    `<rss version="2.0"><channel><title>Outlet</title><item><title>Road ${request.url} reopens after repairs</title>` +
      `<description>The works took a week.</description><link>${link}</link><guid>${link}</guid>` +
      `<pubDate>${date}</pubDate></item></channel></rss>`,
  );
});
server.listen(0, '0.0.0.0', () => {
  process.send?.({ port: (server.address() as AddressInfo).port, etag } satisfies Opened);
});
// Whoever measures is gone.
process.once('disconnect', () => process.exit());
