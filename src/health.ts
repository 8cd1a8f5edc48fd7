import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Serves `/healthz` on loopback: 200 while the process is alive.
 * @returns the server, and the port it took
 */
export async function serveHealth(port: number): Promise<{ server: Server; port: number }> {
  const server = createServer((request, response) => {
    const alive = request.method === 'GET' && request.url === '/healthz';
    response.writeHead(alive ? 200 : 404, { 'content-type': 'text/plain' });
    response.end(alive ? 'ok\n' : 'not found\n');
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}
