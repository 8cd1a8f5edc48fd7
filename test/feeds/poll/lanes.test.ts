import { expect, test } from 'vitest';
import { createLanes } from '../../../src/feeds/poll/lanes.ts';

const never = new Promise<never>(() => {});
const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

test('a host with a long line leaves places to the others', async () => {
  const lanes = createLanes({ total: 3, perHost: 2 });
  for (let i = 0; i < 10; i += 1) void lanes.run('slow', () => never);
  expect(await lanes.run('quick', async () => 'done')).toBe('done');
});

test('hosts take turns', async () => {
  const lanes = createLanes({ total: 1, perHost: 1 });
  const order: string[] = [];
  const run = (host: string) => lanes.run(host, async () => void order.push(host));
  await Promise.all([run('a'), run('a'), run('a'), run('b'), run('c')]);
  expect(order).toEqual(['a', 'b', 'c', 'a', 'a']);
});

test('an error goes to its own caller, and the place is free again', async () => {
  const lanes = createLanes({ total: 1, perHost: 1 });
  await expect(lanes.run('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(
    lanes.run('a', () => {
      throw new Error('at once');
    }),
  ).rejects.toThrow('at once');
  expect(await lanes.run('a', async () => 1)).toBe(1);
});

test('what waits for a place of its host starts when one is free', async () => {
  const lanes = createLanes({ total: 10, perHost: 1 });
  const first = Promise.withResolvers<void>();
  const started: number[] = [];
  void lanes.run('a', async () => {
    started.push(1);
    await first.promise;
  });
  void lanes.run('a', async () => void started.push(2));
  await turn();
  expect(started).toEqual([1]);
  first.resolve();
  await expect.poll(() => started).toEqual([1, 2]);
});
