import { createPublicKey, verify } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The floor: an interactions endpoint that checks the signature and replies a constant. */
const x = Buffer.from(process.argv[2] ?? '', 'hex').toString('base64url');
const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
const pong = JSON.stringify({ type: 4, data: { content: 'pong' } });

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { 'x-signature-timestamp': timestamp, 'x-signature-ed25519': signature } = request.headers;
  const signed = Buffer.concat([Buffer.from(String(timestamp)), ...chunks]);
  const good = verify(null, signed, key, Buffer.from(String(signature), 'hex'));
  response.writeHead(good ? 200 : 401, { 'content-type': 'application/json' }).end(good ? pong : '{}');
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
// Whoever measures is gone.
process.once('disconnect', () => process.exit());
