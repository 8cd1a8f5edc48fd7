import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openRedisJobs, type RedisJobs } from '../../src/queue/redis-jobs.ts';
import { type Child, startChild } from '../contract/child.ts';
import { type RedisServer, startRedis } from '../contract/redis-server.ts';

let server: RedisServer;
let redis: Redis;
let jobs: RedisJobs<number>;
beforeAll(async () => {
  server = await startRedis();
  redis = new Redis(server.url, { maxRetriesPerRequest: null });
  redis.on('error', () => {});
  jobs = openRedisJobs<number>(redis, 'delivery', { lock: 1000, laneRetry: 200 });
});
afterAll(async () => {
  await jobs.close();
  redis.disconnect();
  await server.stop();
});

const worker = () => startChild(new URL('./redis-worker.ts', import.meta.url), server.url);

async function until(empty: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await empty()); tries++) {
    if (tries > 600) {
      const lanesLeft = await redis.keys('trucewatch:lanes:*');
      throw new Error(`not done: ${JSON.stringify({ ...(await jobs.counts()), lanesLeft })}`);
    }
    await pause(50);
  }
}

const said = (workers: readonly Child[], word: string) =>
  workers.flatMap(({ lines }) =>
    lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.split(' ')[1]!),
  );

describe('workers that are killed, and a Redis that is restarted under them', () => {
  it('does every job, each lane in its order, and no job twice but what was under way', async () => {
    const lanes = Array.from({ length: 12 }, (_, n) => `lane${n}`);
    const ids = lanes.flatMap((lane) => Array.from({ length: 40 }, (_, n) => `${lane}/${n}`));
    await jobs.addAll(ids.map((id, n) => ({ id, payload: n, lane: id.split('/')[0]! })));
    const workers = [worker(), worker()];
    const [first, second] = workers as [Child, Child];
    await first.printed(60);
    await first.kill();
    workers.push(worker());
    await second.printed(150);
    await server.halt('SIGKILL');
    await pause(300);
    await server.resume();
    await second.printed(250);
    await second.kill();
    workers.push(worker());
    await server.halt();
    await server.resume();
    // Done is done before the lane is left, and a worker's last lines are still to be read then.
    await until(async () => {
      const { waiting, held } = await jobs.counts();
      const lanesLeft = await redis.keys('trucewatch:lanes:*');
      return waiting + held + lanesLeft.length === 0 && new Set(said(workers, 'doing')).size === ids.length;
    });

    const done = said(workers, 'done');
    const doing = said(workers, 'doing');
    const unsure = new Set(doing.filter((id) => doing.filter((other) => other === id).length > 1));
    expect([...new Set(doing)].sort()).toEqual(ids.toSorted());
    // Twice: only what was under way when somebody was killed or Redis went away.
    expect(unsure.size).toBeLessThanOrEqual(4 * 4);
    expect(done.filter((id, at) => done.indexOf(id) !== at && !unsure.has(id))).toEqual([]);
    const order = workers
      .flatMap(({ lines }) =>
        lines.filter((line) => line.startsWith('doing ')).map((line) => line.split(' ')),
      )
      .toSorted((a, b) => Number(a[2]) - Number(b[2]))
      .map(([, id]) => id!);
    for (const lane of lanes) {
      const inOrder = new Set(order.filter((id) => id.startsWith(`${lane}/`)));
      expect([...inOrder]).toEqual(ids.filter((id) => id.startsWith(`${lane}/`)));
    }
    expect(await jobs.counts()).toEqual({ waiting: 0, held: 0, parked: 0 });
  });

  it('keeps what was added, put off and parked through a restart', async () => {
    // However long the restart takes, the lock on what is held outlasts it.
    const jobs = openRedisJobs<number>(redis, 'restarted', { lock: 60_000 });
    onTestFinished(() => jobs.close());
    await jobs.add({ id: 'waits', payload: 1 });
    await jobs.add({ id: 'later', payload: 2, at: Date.now() + 60_000 });
    const held = await jobs.claim(60_000);
    await jobs.note(held!, 3);
    await jobs.park(held!, 'refused');
    await jobs.add({ id: 'held', payload: 4 });
    const other = await jobs.claim(60_000);
    await server.halt('SIGKILL');
    await server.resume();
    expect(await jobs.counts()).toEqual({ waiting: 1, held: 1, parked: 1 });
    expect(await jobs.parked(5)).toEqual([{ id: 'waits', payload: 3, reason: 'refused' }]);
    await jobs.complete(other!);
    expect(await jobs.counts()).toEqual({ waiting: 1, held: 0, parked: 1 });
  });
});
