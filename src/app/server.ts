import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EndpointAnswer, SignedRequest } from '../discord/endpoint.ts';
import type { Readiness } from './readiness.ts';
import { bodyOf } from './request-body.ts';

export interface ServerParts {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly ready: () => Promise<Readiness>;
  /** In the text format of Prometheus. */
  readonly metrics: () => Promise<string>;
  /** With `TRANSPORT=http`. */
  readonly endpoint?: (request: SignedRequest) => Promise<EndpointAnswer>;
}

export interface Server {
  readonly port: number;
  /** Takes no more requests, answers those that are there. */
  close(): Promise<void>;
}

/** The largest interaction (a press under a message with everything in it) stays far below. */
const bodyLimit = 256 * 1024;
/** Longer than load balancers keep a connection (60 s as a rule), so that they end it, not we. */
const keepAliveTimeout = 75_000;
const requestTimeout = 10_000;

const plain = 'text/plain';
const json = 'application/json';
const prometheus = 'text/plain; version=0.0.4; charset=utf-8';

interface Answer {
  readonly status: number;
  readonly type?: string;
  readonly body?: string | Buffer | undefined;
}

type Route = (request: IncomingMessage) => Promise<Answer>;

/**
 * Serves what the process offers over HTTP. Node's own server: a framework would take half as long again for an
 * answer, and a tenth of each start. @throws what listening does, such as EADDRINUSE
 */
export async function serve(parts: ServerParts): Promise<Server> {
  const { host, port, endpoint } = parts;
  /** By method and path. */
  const routes = new Map<string, Route>([
    ['GET /healthz', async () => ({ status: 200, type: plain, body: 'ok\n' })],
    ['GET /readyz', () => readyz(parts)],
    ['GET /metrics', async () => ({ status: 200, type: prometheus, body: await parts.metrics() })],
  ]);
  if (endpoint) routes.set('POST /interactions', (request) => interactions(request, endpoint));

  const server = createServer({ keepAliveTimeout, requestTimeout }, async (request, response) => {
    const { status, type, body } = await answerTo(request, routes);
    // A large body that nobody reads on, or the end of the process: the next request needs another connection.
    if (status === 413 || !server.listening) response.shouldKeepAlive = false;
    response.writeHead(status, type === undefined ? {} : { 'content-type': type }).end(body);
  });
  server.listen(port, host);
  await once(server, 'listening');

  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.close();
      await once(server, 'close');
    },
  };
}

async function answerTo(request: IncomingMessage, routes: ReadonlyMap<string, Route>): Promise<Answer> {
  const { method = '', url = '' } = request;
  // To HEAD Node sends the head alone.
  const route = routes.get(`${method === 'HEAD' ? 'GET' : method} ${url.replace(/\?.*$/, '')}`);
  if (!route) return { status: 404 };
  return route(request).catch(() => ({ status: 500 }));
}

async function readyz({ ready }: Pick<ServerParts, 'ready'>): Promise<Answer> {
  const readiness = await ready();
  return { status: readiness.ready ? 200 : 503, type: json, body: JSON.stringify(readiness) };
}

/** Signatures hold for bytes: nothing parses a body before it is known whose it is. */
async function interactions(
  request: IncomingMessage,
  endpoint: NonNullable<ServerParts['endpoint']>,
): Promise<Answer> {
  const { headers } = request;
  if (!headers['content-type']?.startsWith(json)) return { status: 415 };
  const body = await bodyOf(request, bodyLimit);
  if (!body) return { status: 413 };
  const timestamp = single(headers['x-signature-timestamp']);
  const signature = single(headers['x-signature-ed25519']);
  const { status, body: answer } = await endpoint({ timestamp, signature, body });
  return { status, body: answer, ...(answer !== undefined && { type: json }) };
}

function single(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : undefined;
}
