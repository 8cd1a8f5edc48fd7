import { generateKeyPairSync, sign } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { serve } from '../../src/app/server.ts';
import { createMovableClock } from '../../src/clock.ts';
import { createDispatch } from '../../src/discord/dispatch.ts';
import { createEndpoint, type RefusedRequest, staleAfter } from '../../src/discord/endpoint.ts';
import { createInteractions } from '../../src/discord/interactions.ts';
import { createInteractionRest } from '../../src/discord/rest.ts';
import { quiet } from '../app/quiet-server.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const hex = Buffer.from(publicKey.export({ format: 'jwk' }).x!, 'base64url').toString('hex');

interface Given {
  timestamp?: string;
  signature?: string;
  /** UTC ms. */
  at?: number;
}

async function endpointForTest() {
  const clock = createMovableClock();
  const refused: RefusedRequest[] = [];
  const warned: string[] = [];
  const log = {
    info: () => {},
    warn: (_: object, message: string) => void warned.push(message),
    error: (_: object, message: string) => void warned.push(message),
  };
  const interactions = createInteractions({
    dispatch: createDispatch([], {}, log),
    rest: createInteractionRest('http://127.0.0.1:9/api'),
    log,
  });
  const endpoint = createEndpoint({
    publicKey: hex,
    interactions,
    clock,
    refused: (why) => void refused.push(why),
  });
  const server = await serve({ ...quiet, endpoint });
  onTestFinished(() => server.close());
  const url = `http://127.0.0.1:${server.port}/interactions`;
  const post = (body: string, { at = clock.now(), ...given }: Given = {}) => {
    const timestamp = given.timestamp ?? String(Math.floor(at / 1000));
    const signature =
      given.signature ?? sign(null, Buffer.from(timestamp + body), privateKey).toString('hex');
    return fetch(url, {
      method: 'POST',
      body,
      headers: {
        'Content-Type': 'application/json',
        'X-Signature-Timestamp': timestamp,
        'X-Signature-Ed25519': signature,
      },
    });
  };
  return { post, url, clock, refused, warned };
}

const ping = JSON.stringify({ type: 1 });

function use(command: string, id = '10'): string {
  return JSON.stringify({
    id,
    application_id: '2',
    type: 2,
    token: 'x',
    version: 1,
    data: { id: '3', name: command, type: 1 },
    channel: { id: '4', type: 1 },
    user: { id: '5', username: 'asker' },
    locale: 'en-US',
    app_permissions: '0',
  });
}

test('a PING is answered with a PONG', async () => {
  const { post } = await endpointForTest();
  const response = await post(ping);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('application/json');
  expect(await response.json()).toEqual({ type: 1 });
});

test('what Discord did not sign is refused with 401, and nothing of it is read', async () => {
  const { post, refused, warned } = await endpointForTest();
  const other = generateKeyPairSync('ed25519').privateKey;
  const forged = sign(null, Buffer.from(`1${ping}`), other).toString('hex');
  for (const signature of [forged, '', 'zz'.repeat(64), forged.slice(2), `${forged}00`])
    expect((await post(ping, { signature })).status).toBe(401);
  for (const timestamp of ['', 'now', '-1', '1e3', '1'.repeat(13)])
    expect((await post(ping, { timestamp })).status).toBe(401);
  // Signed, but for another body or another time.
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = sign(null, Buffer.from(timestamp + ping), privateKey).toString('hex');
  expect((await post(use('about'), { timestamp, signature })).status).toBe(401);
  expect((await post(ping, { timestamp: String(Number(timestamp) - 1), signature })).status).toBe(401);
  expect(new Set(refused)).toEqual(new Set(['signature']));
  expect(warned).toEqual([]);
});

test('without headers there is no signature', async () => {
  const { url } = await endpointForTest();
  expect((await fetch(url, { method: 'POST', body: '{}' })).status).toBe(415);
  const headers = { 'Content-Type': 'application/json' };
  expect((await fetch(url, { method: 'POST', body: ping, headers })).status).toBe(401);
});

test('a timestamp more than five minutes off is stale', async () => {
  const { post, clock, refused } = await endpointForTest();
  const at = clock.now();
  expect((await post(ping, { at: at - staleAfter + 5000 })).status).toBe(200);
  expect((await post(ping, { at: at - staleAfter - 5000 })).status).toBe(401);
  expect((await post(ping, { at: at + staleAfter + 5000 })).status).toBe(401);
  expect(refused).toEqual(['stale', 'stale']);
});

test('a request sent again is not carried out again', async () => {
  const { post, clock, refused } = await endpointForTest();
  const at = clock.now();
  expect((await post(use('about'), { at })).status).toBe(200);
  expect((await post(use('about'), { at })).status).toBe(409);
  expect((await post(use('about', '11'), { at })).status).toBe(200);
  // Whole seconds are signed: it may be stale nearly a second before its age says so.
  clock.ahead += staleAfter - 5000;
  expect((await post(use('about'), { at })).status).toBe(409);
  clock.ahead += 7000;
  expect((await post(use('about'), { at })).status).toBe(401);
  expect(refused).toEqual(['replayed', 'replayed', 'stale']);
});

test('what is signed but no interaction is refused with 400', async () => {
  const { post } = await endpointForTest();
  for (const body of ['', 'null', '[]', '{', '{"type":2}', '{"id":"1","type":2}', '{"id":"2","type":99}'])
    expect((await post(body)).status, body).toBe(400);
});

test('a body that is too large is refused before it is read', async () => {
  const { post } = await endpointForTest();
  expect((await post('x'.repeat(300_000))).status).toBe(413);
});

test('the command is answered in the body', async () => {
  const { post } = await endpointForTest();
  const answer = (await (await post(use('gone'))).json()) as { type: number; data: { content: string } };
  expect(answer).toMatchObject({ type: 4, data: { content: expect.stringContaining('/help'), flags: 64 } });
});
