import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openChanges } from '../../src/coordination/changes.ts';
import { tryLock, waitForLock } from '../../src/coordination/lock.ts';
import { useRedis } from './redis-clients.ts';

const { client, server } = useRedis();

test('one has the lock for as long as it lives, then another', async () => {
  const [one, two] = [client(), client()];
  const held = await tryLock(one, 'feed', 150);
  await pause(400);
  expect(await tryLock(two, 'feed', 150)).toBeUndefined();
  expect(await tryLock(two, 'another', 150)).toBeDefined();
  await held?.release();
  expect(await tryLock(two, 'feed', 150)).toBeDefined();
});

test('the lock of a process that died is free soon after; a late release frees nothing', async () => {
  const [one, two] = [client(), client()];
  const held = await tryLock(one, 'feed', 150);
  one.disconnect();
  const next = await waitForLock(two, 'feed', { ttl: 150, pause: 20 });
  expect(next.lost.aborted).toBe(false);
  await held?.release();
  expect(await tryLock(client(), 'feed', 150)).toBeUndefined();
});

test('who stood still for too long hears that it lost the lock', async () => {
  const held = await tryLock(client(), 'shards', 150);
  await server().command('SET', 'trucewatch:lock:shards', 'another');
  await expect.poll(() => held?.lost.aborted).toBe(true);
});

test('a lock that Redis forgot in a restart is still its holder’s', async () => {
  const [one, two] = [client(), client()];
  const held = await tryLock(one, 'shards', 300);
  await server().halt();
  await server().resume();
  await server().flush();
  await pause(400);
  expect(await tryLock(two, 'shards', 300)).toBeUndefined();
  expect(held?.lost.aborted).toBe(false);
  await held?.release();
});

test('waiting ends when it is told to', async () => {
  const redis = client();
  await tryLock(redis, 'shards', 1000);
  const stopping = new AbortController();
  const waiting = waitForLock(redis, 'shards', { ttl: 1000, pause: 20, signal: stopping.signal });
  stopping.abort(new Error('ending'));
  await expect(waiting).rejects.toThrow();
});

test('each process hears what others changed, once, and nothing of before it came', async () => {
  const one = await openChanges(client(), 'stories');
  await one.tell('before');
  const two = await openChanges(client(), 'stories');
  await one.tell('a');
  await one.tell('b');
  await one.tell('a');
  await two.tell('c');
  expect(await two.hear()).toEqual(['a', 'b']);
  expect(await two.hear()).toEqual([]);
  expect(await one.hear()).toEqual(['c']);
});
