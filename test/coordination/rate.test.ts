import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { keepSharedRate, keepSharedRates } from '../../src/coordination/rate.ts';
import { NoPlaceYet } from '../../src/rate.ts';
import { useRedis } from './redis-clients.ts';

const { client } = useRedis();

/** Most of these moments within one window. */
function most(moments: readonly number[], window: number): number {
  const sorted = moments.toSorted((a, b) => a - b);
  return Math.max(...sorted.map((from) => sorted.filter((at) => at >= from && at < from + window).length));
}

test('no window counts more than the limit over all processes, however long the way there takes', async () => {
  const rate = { limit: 5, window: 200, longest: 5000 };
  const counted: number[] = [];
  const processes = [client(), client(), client()].map((redis) => keepSharedRate(redis, 'all', rate));
  let asked = 0;
  const request = async () => {
    const [before, after] = asked++ % 2 === 0 ? [0, 60] : [60, 0];
    await pause(before);
    counted.push(performance.now());
    await pause(after);
  };
  await Promise.all(Array.from({ length: 36 }, (_, n) => processes[n % 3]!(request)));
  expect(counted).toHaveLength(36);
  expect(most(counted, 200)).toBeLessThanOrEqual(5);
});

test('in the first window all places are taken: Redis may have forgotten who sent what', async () => {
  const run = keepSharedRate(client(), 'all', { limit: 5, window: 300, longest: 5000 });
  const began = performance.now();
  await run(async () => {});
  expect(performance.now() - began).toBeGreaterThanOrEqual(300);
});

test('a process that died leaves its places taken', async () => {
  const rate = { limit: 1, window: 100, longest: 5000 };
  const [dead, alive] = [client(), client()];
  void keepSharedRates(dead, rate, 5000)('a', () => new Promise(() => {})).catch(() => {});
  await pause(50);
  dead.disconnect();
  await pause(300);
  const asked = keepSharedRates(alive, rate, 1000)('a', async () => 'never');
  await expect(asked).rejects.toThrow(NoPlaceYet);
});

test('names keep the rate each by itself, and a refused request gives its place back', async () => {
  const run = keepSharedRates(client(), { limit: 1, window: 50, longest: 5000 }, 1000);
  await expect(
    run('a', async () => {
      throw new Error('refused');
    }),
  ).rejects.toThrow('refused');
  expect(await run('b', async () => 'at once')).toBe('at once');
  expect(await run('a', async () => 'later')).toBe('later');
});
