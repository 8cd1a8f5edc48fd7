import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { discordForTest } from './bot.ts';
import { ended, until } from './playground-process.ts';

/** The bot as the playground starts it. `output`: what it wrote so far. */
async function startBot(): Promise<{ child: ChildProcess; output(): string }> {
  const discord = await discordForTest();
  const folder = mkdtempSync(join(tmpdir(), 'channel-'));
  const env = {
    PATH: process.env.PATH,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    PACK: 'config/pakistan-ttp',
    DATA_DIR: folder,
    PORT: '0',
    POLL_SECONDS: '3600',
  };
  const args = ['src/main.ts', 'start', '--playground'];
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended(child);
    rmSync(folder, { recursive: true });
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (data) => {
      output += data;
    });
  }
  return { child, output: () => output };
}

test('the bot ends when the playground is gone, and heeds no message but its own', {
  timeout: 30_000,
}, async () => {
  const { child, output } = await startBot();
  child.send({ type: 'clock', ahead: 0 });
  await until(() => output().includes('"msg":"ready"'));
  child.send({ type: 'end' });
  await until(() => output().includes('none of its own'));
  child.disconnect(); // as when the playground is killed
  expect(await ended(child)).toBe(0);
});

test('the bot says over the channel what its classifier makes of an item, and when a digest is next due', {
  timeout: 30_000,
}, async () => {
  const { child } = await startBot();
  const answers: unknown[] = [];
  child.on('message', (message) => answers.push(message));
  child.send({ type: 'clock', ahead: 0 });
  const item = { id: '1', summary: '', source: 'Wire', link: 'https://example.org/1', published: Date.now() };
  // Asked before there is a bot: answered when there is.
  child.send({
    type: 'verdict',
    id: 7,
    item: { ...item, title: 'TTP and Pakistan extend ceasefire until 30 May' },
  });
  child.send({ type: 'verdict', id: 8, item: { ...item, title: 'Cricket: rain ends the third day early' } });
  child.send({ type: 'next-digest', id: 9 });
  await until(() => answers.length === 3);
  expect(answers).toContainEqual({
    id: 7,
    answer: { alert: true, topic: 'truce_extended', reasons: expect.arrayContaining([expect.any(String)]) },
  });
  expect(answers).toContainEqual({ id: 8, answer: expect.objectContaining({ alert: false }) });
  // No channel gets a digest.
  expect(answers).toContainEqual({ id: 9 });
});

test('only the playground starts a bot whose clock can be moved', () => {
  const env = { PATH: process.env.PATH, DISCORD_TOKEN: 'x' };
  const args = ['src/main.ts', 'start', '--playground'];
  const { status, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
  expect(stderr).toMatch(/for the playground alone/);
  expect(status).toBe(1);
});
