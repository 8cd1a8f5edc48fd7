import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface TestServer {
  /** With a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** Requests so far, newest last. */
  readonly requests: http.IncomingMessage[];
}

/** A real HTTP server on a loopback address, closed when the test ends. */
export async function serve(handler: http.RequestListener, host = '127.0.0.1'): Promise<TestServer> {
  const requests: http.IncomingMessage[] = [];
  const server = http.createServer((request, response) => {
    requests.push(request);
    handler(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://${host}:${port}/`, port, requests };
}

export function rss(...titles: string[]): string {
  const items = titles.map((title) => `<item><guid>${title}</guid><title>${title}</title></item>`);
  return `<rss version="2.0"><channel><title>Test feed</title>${items.join('')}</channel></rss>`;
}
