import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Serves `/healthz` on loopback: 200 while the process is alive.
 * @param port 0 takes a free one @returns the port it took, and how to close it
 */
export async function serveHealth(port: number): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const alive = request.method === 'GET' && request.url === '/healthz';
    response.writeHead(alive ? 200 : 404, { 'content-type': 'text/plain' });
    response.end(alive ? 'ok\n' : 'not found\n');
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
