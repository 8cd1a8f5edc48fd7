import type { AddressInfo } from 'node:net';
import { fastify } from 'fastify';
import type { EndpointAnswer, SignedRequest } from '../discord/endpoint.ts';
import type { Readiness } from './readiness.ts';

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

const prometheus = 'text/plain; version=0.0.4; charset=utf-8';

/** Serves what the process offers over HTTP. */
export async function serve(parts: ServerParts): Promise<Server> {
  const { host, port, ready, metrics, endpoint } = parts;
  const server = fastify({
    bodyLimit,
    keepAliveTimeout,
    requestTimeout: 10_000,
    forceCloseConnections: 'idle',
    // What compiles schemas takes 45 ms of each start and 5 MB otherwise.
    schemaController: { compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas } },
  });
  // Signatures hold for bytes: nothing parses a body before it is known whose it is.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );

  server.get('/healthz', async (_request, reply) => reply.type('text/plain').send('ok\n'));
  server.get('/readyz', async (_request, reply) => {
    const readiness = await ready();
    return reply.code(readiness.ready ? 200 : 503).send(readiness);
  });
  server.get('/metrics', async (_request, reply) => reply.type(prometheus).send(await metrics()));
  if (endpoint) {
    server.post('/interactions', async (request, reply) => {
      const { status, body } = await endpoint({
        timestamp: single(request.headers['x-signature-timestamp']),
        signature: single(request.headers['x-signature-ed25519']),
        body: request.body as Buffer,
      });
      reply.code(status);
      if (body !== undefined) reply.type('application/json');
      return reply.send(body);
    });
  }

  await server.listen({ host, port });
  return { port: (server.server.address() as AddressInfo).port, close: () => server.close() };
}

function noSchemas(): never {
  throw new Error('no route has a schema');
}

function single(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : undefined;
}
