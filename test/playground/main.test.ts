import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import type { APIMessage } from 'discord-api-types/v10';
import { expect, onTestFinished, test } from 'vitest';
import { messageText } from '../../src/playground/discord/index.ts';
import { ended, startPlayground, until } from './playground-process.ts';

const titled = (all: readonly APIMessage[], title: string) =>
  all.filter((message) => messageText(message).startsWith(title)).length;

test('the opening shows an answer and an alert; a killed bot loses nothing and repeats nothing', {
  timeout: 150_000,
}, async () => {
  const { child, lines, get, post, messages, end } = await startPlayground();
  onTestFinished(end);
  expect(lines.join('\n')).not.toContain('The opening stopped');
  expect(await messages('general')).toHaveLength(1);
  expect(messageText((await messages('general'))[0]!)).toContain('20 May 2022');
  expect(titled(await messages('ceasefire-watch'), 'TTP says its ceasefire')).toBe(1);

  const headline = 'Outlawed TTP calls off truce after operation in North Waziristan';
  await post('/newsroom/publish', { sample: 'border-truce' });
  await post('/switch', { name: 'away', on: true });
  await post('/newsroom/publish', { sample: 'truce-ended' });
  await post('/bot', { run: false });
  await post('/switch', { name: 'away', on: false });
  await post('/bot', { run: true });
  await until(async () => titled(await messages('ceasefire-watch'), headline) > 0);

  const watch = await messages('ceasefire-watch');
  expect(titled(watch, 'TTP says its ceasefire')).toBe(1);
  expect(titled(watch, headline)).toBe(1);
  expect(watch.map(messageText).join('\n')).not.toContain('Torkham');
  expect(await get('/control/violations')).toEqual([]);
  child.kill('SIGTERM');
  expect(await ended(child)).toBe(0);
});

test.each([
  ['a word', 'abc', /--port takes/],
  ['a port that is taken', undefined, /is taken/],
])('%s for a port is told in a sentence', async (_, given, told) => {
  const server = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const port = given ?? String((server.address() as AddressInfo).port);
  const child = spawn(process.execPath, ['src/main.ts', 'playground', '--port', port]);
  let errors = '';
  child.stderr.on('data', (data) => {
    errors += data;
  });
  expect(await ended(child)).toBe(1);
  expect(errors).toMatch(told);
  expect(errors).not.toContain('    at ');
});

test('a signal in the middle of the opening ends all of it', { timeout: 60_000 }, async () => {
  const child = spawn(process.execPath, ['src/main.ts', 'playground'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let told = '';
  child.stdout.on('data', (data) => {
    told += data;
  });
  await until(() => told.includes('got an answer'));
  child.kill('SIGTERM');
  expect(await ended(child)).toBe(0);
});
