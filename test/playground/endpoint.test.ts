import { createPublicKey, verify } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { guildForTest, restOf } from './bot.ts';

/** A bot that takes interactions over HTTP. */
async function endpoint(
  answer: (request: IncomingMessage, body: string) => { status: number; json?: object },
) {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { status, json } = answer(request, Buffer.concat(chunks).toString());
    response.writeHead(status).end(json && JSON.stringify(json));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/interactions`;
}

test('an interaction over HTTP is signed, and its answer’s body is the callback', async () => {
  const { discord, person } = await guildForTest();
  const path = `/applications/${discord.bot.id}/commands` as const;
  await restOf(discord).put(path, { body: [{ name: 'ping', description: 'Answers' }] });
  const x = Buffer.from(discord.keys.verifyKey, 'hex').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  discord.interactionsUrl = await endpoint(({ headers }, body) => {
    const signature = Buffer.from(String(headers['x-signature-ed25519']), 'hex');
    const signed = verify(null, Buffer.from(headers['x-signature-timestamp'] + body), key, signature);
    return { status: 200, json: { type: 4, data: { content: signed ? 'signed' : 'forged' } } };
  });
  expect((await discord.command(person, 'ping')).text).toBe('signed');
  expect(discord.journal.violations).toEqual([]);
});

test('a body that is no callback is a violation, and the person sees no answer', async () => {
  const { discord, person } = await guildForTest({ answerWithin: 200 });
  const path = `/applications/${discord.bot.id}/commands` as const;
  await restOf(discord).put(path, { body: [{ name: 'ping', description: 'Answers' }] });
  discord.interactionsUrl = await endpoint(() => ({ status: 200, json: { type: 4 } }));
  expect((await discord.command(person, 'ping')).failed).toBe(true);
  expect(discord.journal.violations).toMatchObject([{ kind: 'body' }]);
});
