import { expect, test } from 'vitest';
import { createLanes } from '../../../src/feeds/poll/lanes.ts';

const never = new Promise<never>(() => {});
const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

test('a host with a long line leaves places to the others', async () => {
  const lanes = createLanes({ total: 3, perHost: 2 });
  for (let i = 0; i < 10; i += 1) lanes.add('slow', () => never);
  const quick = Promise.withResolvers<void>();
  lanes.add('quick', async () => quick.resolve());
  await quick.promise;
});

test('hosts take turns', async () => {
  const lanes = createLanes({ total: 1, perHost: 1 });
  const order: string[] = [];
  for (const host of ['a', 'a', 'a', 'b', 'c']) lanes.add(host, async () => void order.push(host));
  await expect.poll(() => order).toEqual(['a', 'b', 'c', 'a', 'a']);
});

test('what waits for a place of its host starts when one is free', async () => {
  const lanes = createLanes({ total: 10, perHost: 1 });
  const first = Promise.withResolvers<void>();
  const started: number[] = [];
  lanes.add('a', async () => {
    started.push(1);
    await first.promise;
  });
  lanes.add('a', async () => void started.push(2));
  await turn();
  expect(started).toEqual([1]);
  first.resolve();
  await expect.poll(() => started).toEqual([1, 2]);
});
