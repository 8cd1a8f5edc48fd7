import { execFile } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
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

test('in the first window of a process its places come free in turn: the one before may have used them', async () => {
  // As if this process had begun just now.
  const interval = performance.now() / 2;
  const run = keepRate({ limit: 4, window: 4 * interval });
  const times = await Promise.all([1, 2].map(() => run(async () => performance.now())));
  expect(times[0]).toBeGreaterThanOrEqual(2 * interval);
  expect(times[1]).toBeGreaterThanOrEqual(3 * interval);
});

test('two processes after one another keep the limit together', async () => {
  const window = 600;
  const counted: number[] = [];
  const dying = keepRate({ limit: 30, window });
  const request = async () => void counted.push(performance.now());
  for (let n = 0; n < 60; n++) void dying(request);
  await pause(700);
  const end = performance.now();
  const before = counted.filter((at) => at <= end);
  // Its successor begins now, on a clock of its own.
  const began = performance.timeOrigin + end;
  const source = `
    const { keepRate } = await import(${JSON.stringify(new URL('../../src/discord/spacing.ts', import.meta.url).href)});
    const run = keepRate({ limit: 30, window: ${window} });
    const request = async () => performance.timeOrigin + performance.now();
    console.log(JSON.stringify(await Promise.all(Array.from({ length: 40 }, () => run(request)))));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', source]);
  const after = (JSON.parse(stdout) as number[]).map((at) => at - began + end);
  expect(before.length).toBeGreaterThan(20);
  expect(after).toHaveLength(40);
  expect(most([...before, ...after], window)).toBeLessThanOrEqual(30);
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
