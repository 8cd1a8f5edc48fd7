import { spawnSync } from 'node:child_process';
import { DiscordAPIError } from 'discord.js';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createLog } from '../src/log.ts';

function written(work: (log: ReturnType<typeof createLog>) => void): string {
  const spy = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  vi.useFakeTimers();
  onTestFinished(() => {
    vi.useRealTimers();
    spy.mockRestore();
  });
  work(createLog('trace', ['s3cret.token', '']));
  vi.runAllTimers();
  return spy.mock.calls.join('');
}

test('an event is one line of JSON, with its level and time', () => {
  const line = written((log) => log.info({ feed: 'a', text: 'two\nlines' }, 'polled'));
  expect(line.match(/\n/g)).toHaveLength(1);
  expect(JSON.parse(line)).toMatchObject({ level: 'info', feed: 'a', text: 'two\nlines', msg: 'polled' });
  expect(JSON.parse(line).time).toMatch(/^\d{4}-.*Z$/);
});

test('secrets appear nowhere, whatever they stand in', () => {
  const line = written((log) => {
    log.error({ err: new Error('GET https://x.example/?t=s3cret.token'), s: 's3cret.token' }, 's3cret.token');
    log.child({ 's3cret.token': 1 }).debug({ deep: [{ header: 'Bot s3cret.token' }] }, 'x');
  });
  expect(line).not.toContain('s3cret');
  expect(line).toContain('Bot [secret]');
});

test('an error of Discord tells neither the token of the interaction nor what was said', () => {
  const url = 'https://discord.com/api/v10/webhooks/123/aW50ZXJhY3Rpb246MTIzNDU2Nzg5/messages/@original';
  const body = { json: { content: 'between us' }, files: undefined };
  const error = new DiscordAPIError(
    { code: 10_015, message: 'Unknown Webhook' },
    10_015,
    404,
    'PATCH',
    url,
    body,
  );
  const line = written((log) => log.error({ err: error }, 'an interaction was not answered'));
  expect(line).toContain('Unknown Webhook');
  expect(line).toContain('/webhooks/123/[secret]/messages');
  expect(line).not.toContain('between us');
});

const logUrl = JSON.stringify(new URL('../src/log.ts', import.meta.url).href);

/** What a process that logs like this writes to its pipe before it is gone. */
function linesOf(work: string): string[] {
  const code = `const { createLog } = await import(${logUrl}); const log = createLog('info'); ${work}`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).msg);
}

test.each([
  ['process.exit', "log.info({}, 'first'); log.error({}, 'last'); process.exit(1)"],
  ['an error nobody caught', "log.info({}, 'first'); log.error({}, 'last'); throw new Error('oh')"],
  ['nothing left to do', "log.info({}, 'first'); setTimeout(() => log.info({}, 'last'), 20)"],
])('what was logged is written, in order, when the process ends by %s', (_, work) => {
  expect(linesOf(work)).toEqual(['first', 'last']);
});

test('what was logged is written within 20 ms, whatever becomes of the process', () => {
  const work = `log.info({}, 'first'); setTimeout(() => process.kill(process.pid, 'SIGKILL'), 100)`;
  expect(linesOf(work)).toEqual(['first']);
});
