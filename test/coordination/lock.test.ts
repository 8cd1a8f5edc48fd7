import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openChanges } from '../../src/coordination/changes.ts';
import { tryLock, waitForLock } from '../../src/coordination/lock.ts';
import { openTurns, type Turns } from '../../src/coordination/turns.ts';
import { Overtaken } from '../../src/overtaken.ts';
import { useRedis } from './redis-clients.ts';

const { client, server } = useRedis();

test('one has the lock for as long as it lives, then another', async () => {
  const [one, two] = [client(), client()];
  const held = await tryLock(one, 'feed', 1000);
  await pause(2500);
  expect(await tryLock(two, 'feed', 1000)).toBeUndefined();
  expect(await tryLock(two, 'another', 1000)).toBeDefined();
  await held?.release();
  expect(await tryLock(two, 'feed', 1000)).toBeDefined();
});

test('the lock of a process that died is free soon after; a late release frees nothing', async () => {
  const [one, two] = [client(), client()];
  const held = await tryLock(one, 'feed', 1000);
  one.disconnect();
  const next = await waitForLock(two, 'feed', { ttl: 1000, pause: 20 });
  expect(next.lost.aborted).toBe(false);
  await held?.release();
  expect(await tryLock(client(), 'feed', 1000)).toBeUndefined();
});

test('who stood still for too long hears that it lost the lock', async () => {
  const held = await tryLock(client(), 'shards', 150);
  await server().command('SET', 'trucewatch:lock:shards', 'another');
  await expect.poll(() => held?.lost.aborted).toBe(true);
});

test('a lock that Redis forgot in a restart is still its holder’s', async () => {
  const [one, two] = [client(), client()];
  const held = await tryLock(one, 'shards', 1500);
  await server().halt();
  await server().resume();
  await server().flush();
  await pause(2000);
  expect(await tryLock(two, 'shards', 1500)).toBeUndefined();
  expect(held?.lost.aborted).toBe(false);
  await held?.release();
});

test('who gives a lock up is told whether another may have had it', async () => {
  const [one, two] = [client(), client()];
  expect(await (await tryLock(one, 'placing', 5000))?.release()).toBe(true);
  const held = await tryLock(one, 'placing', 5000);
  await server().command('DEL', 'trucewatch:lock:placing');
  const other = await tryLock(two, 'placing', 5000);
  expect(await held?.release()).toBe(false);
  expect(await other?.release()).toBe(true);
  // Forgotten and taken again: another may have come and gone.
  const again = await tryLock(one, 'placing', 150);
  await server().command('DEL', 'trucewatch:lock:placing');
  await expect.poll(() => server().command('EXISTS', 'trucewatch:lock:placing')).toBe('1');
  expect(await again?.release()).toBe(false);
});

test('turns come one at a time, with what others changed; one that was lost says so', async () => {
  const [one, two] = [
    await openTurns(client(), 'placing', { changed: 'stories', ttl: 5000 }),
    await openTurns(client(), 'placing', { changed: 'stories', ttl: 5000 }),
  ];
  let under = 0;
  const turn = (turns: Turns, id: string) =>
    turns.inTurn(async (changed) => {
      expect(++under).toBe(1);
      await turns.changing(id);
      await pause(20);
      under--;
      return changed;
    });
  expect(await Promise.all([turn(one, 'a'), turn(one, 'b')])).toEqual([[], []]);
  expect((await turn(two, 'c')).toSorted()).toEqual(['a', 'b']);
  const lost = one.inTurn(async () => {
    await server().command('DEL', 'trucewatch:lock:placing');
  });
  await expect(lost).rejects.toThrow(Overtaken);
  const failed = one.inTurn(async () => {
    throw new Error('of its own');
  });
  await expect(failed).rejects.toThrow('of its own');
  expect(await turn(two, 'd')).toEqual([]);
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

test('a change is forgotten after its time', async () => {
  const one = await openChanges(client(), 'settings', 2000);
  const two = await openChanges(client(), 'settings', 2000);
  await one.tell('a');
  await pause(2100);
  await one.tell('b');
  expect(await server().command('XLEN', 'trucewatch:changes:settings')).toBe('1');
  expect(await two.hear()).toEqual(['b']);
  await expect
    .poll(() => server().command('EXISTS', 'trucewatch:changes:settings'), { timeout: 10_000 })
    .toBe('0');
  await one.tell('c');
  expect(await two.hear()).toEqual(['c']);
});
