import { createPublicKey, verify } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { DiscordOptions } from '../../src/playground/discord/options.ts';
import { guildForTest, restOf } from './bot.ts';

/** A bot that takes interactions over HTTP. */
async function endpoint(
  answer: (request: IncomingMessage, body: string) => { status: number; json?: object; form?: FormData },
) {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { status, json, form } = answer(request, Buffer.concat(chunks).toString());
    const made = new Response(form ?? (json && JSON.stringify(json)));
    const type = { 'content-type': made.headers.get('content-type') ?? 'application/json' };
    response.writeHead(status, type).end(await made.bytes());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/interactions`;
}

/** A stand-in with one command, and whether a request is signed with its key. */
async function withCommand(options: DiscordOptions = {}) {
  const { discord, person } = await guildForTest(options);
  const path = `/applications/${discord.bot.id}/commands` as const;
  await restOf(discord).put(path, { body: [{ name: 'ping', description: 'Answers' }] });
  const x = Buffer.from(discord.keys.verifyKey, 'hex').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  const signed = ({ headers }: IncomingMessage, body: string) => {
    const signature = Buffer.from(String(headers['x-signature-ed25519']), 'hex');
    return verify(null, Buffer.from(headers['x-signature-timestamp'] + body), key, signature);
  };
  return { discord, person, signed };
}

test('an interaction over HTTP is signed, and its answer’s body is the callback', async () => {
  const { discord, person, signed } = await withCommand();
  discord.interactionsUrl = await endpoint((request, body) => {
    const content = signed(request, body) ? 'signed' : 'forged';
    return { status: 200, json: { type: 4, data: { content } } };
  });
  expect((await discord.command(person, 'ping')).text).toBe('signed');
  expect(discord.journal.violations).toEqual([]);
});

test('an answer may carry files, as multipart', async () => {
  const { discord, person } = await withCommand();
  discord.interactionsUrl = await endpoint(() => {
    const form = new FormData();
    const data = { attachments: [{ id: '0', filename: 'strip.png' }] };
    form.set('payload_json', JSON.stringify({ type: 4, data }));
    form.set('files[0]', new Blob(['picture'], { type: 'image/png' }), 'strip.png');
    return { status: 200, form };
  });
  const { message } = await discord.command(person, 'ping');
  expect(message?.attachments).toMatchObject([{ filename: 'strip.png', content_type: 'image/png' }]);
  expect(discord.journal.violations).toEqual([]);
});

test('a body that is no callback is a violation, and the person sees no answer', async () => {
  const { discord, person } = await withCommand({ answerWithin: 200 });
  discord.interactionsUrl = await endpoint(() => ({ status: 200, json: { type: 4 } }));
  expect((await discord.command(person, 'ping')).failed).toBe(true);
  expect(discord.journal.violations).toMatchObject([{ kind: 'body' }]);
});

test('an endpoint is tried with a PING and with a wrong signature before it is used', async () => {
  const { discord, signed } = await withCommand();
  const pong = { status: 200, json: { type: 1 } };
  const careless = await endpoint(() => pong);
  await expect(discord.useEndpoint(careless)).rejects.toThrow('instead of 401');
  const mute = await endpoint((request, body) => (signed(request, body) ? { status: 404 } : { status: 401 }));
  await expect(discord.useEndpoint(mute)).rejects.toThrow('answered 404');
  expect(discord.interactionsUrl).toBeUndefined();
  const right = await endpoint((request, body) => (signed(request, body) ? pong : { status: 401 }));
  await discord.useEndpoint(right);
  expect(discord.interactionsUrl).toBe(right);
});

test('an endpoint that is not there answers nobody, and breaks no contract', async () => {
  const { discord, person } = await withCommand({ answerWithin: 200 });
  discord.interactionsUrl = 'http://127.0.0.1:1/interactions';
  expect((await discord.command(person, 'ping')).failed).toBe(true);
  expect(discord.journal.violations).toEqual([]);
});
