import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { keepApart, keepRate } from '../../src/discord/spacing.ts';

/** Most of these moments within one window. */
function most(moments: readonly number[], window: number): number {
  const sorted = moments.toSorted((a, b) => a - b);
  return Math.max(...sorted.map((from) => sorted.filter((at) => at >= from && at < from + window).length));
}

/** The far side counts a request at any moment on its way: at its start here, at its end there. */
function requestCounted(counted: number[]) {
  let asked = 0;
  return async () => {
    const [before, after] = asked++ % 2 === 0 ? [0, 60] : [60, 0];
    await pause(before);
    counted.push(performance.now());
    await pause(after);
  };
}

test('no window counts more than the limit, though the way there takes now longer, now shorter', async () => {
  const run = keepRate({ limit: 5, window: 100 });
  const counted: number[] = [];
  const request = requestCounted(counted);
  await Promise.all(Array.from({ length: 30 }, () => run(request)));
  expect(counted).toHaveLength(30);
  expect(most(counted, 100)).toBeLessThanOrEqual(5);
});

test('nor after a stall of this process', async () => {
  const run = keepRate({ limit: 5, window: 100 });
  const counted: number[] = [];
  const request = requestCounted(counted);
  const all = Promise.all(Array.from({ length: 30 }, () => run(request)));
  await pause(70);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 150);
  await all;
  expect(most(counted, 100)).toBeLessThanOrEqual(5);
});

test('in the first window of the process nothing goes out: the one before it may have used it up', async () => {
  const window = performance.now() + 150;
  const run = keepRate({ limit: 5, window });
  expect(await run(async () => performance.now())).toBeGreaterThanOrEqual(window);
});

test('lets requests through in the order of asking, and a failed one gives its place back', async () => {
  const run = keepRate({ limit: 2, window: 20 });
  const order: number[] = [];
  const results = await Promise.allSettled(
    Array.from({ length: 6 }, (_, n) =>
      run(async () => {
        order.push(n);
        throw new Error(`refused ${n}`);
      }),
    ),
  );
  expect(order).toEqual([0, 1, 2, 3, 4, 5]);
  expect(results.map((each) => (each as PromiseRejectedResult).reason.message)).toContain('refused 5');
});

test('requests of one name keep their distance from the answer before, in order, also after a failure', async () => {
  const apart = keepApart(40);
  const moments: Record<string, { start: number; end: number }[]> = { a: [], b: [] };
  const request = (name: string, fails: boolean) => async () => {
    const start = performance.now();
    await pause(10);
    moments[name]?.push({ start, end: performance.now() });
    if (fails) throw new Error('refused');
    return start;
  };
  const first = performance.now();
  const all = ['a', 'a', 'b', 'a'].map((name, n) => apart(name, request(name, n === 1)));
  const results = await Promise.allSettled(all);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
  const { a = [], b = [] } = moments;
  for (const [n, { start }] of a.slice(1).entries())
    expect(start - (a[n]?.end ?? 0)).toBeGreaterThanOrEqual(39);
  // Another name waits for nobody.
  expect(b[0]?.start).toBeLessThan(a[1]?.start ?? first);
});
