import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { createSchedule } from '../../src/app/scheduler.ts';
import type { Log } from '../../src/log.ts';

const everySecond = '* * * * * *';

function logInto(lines: { level: string; about: object; message: string }[]): Log {
  const at = (level: string) => (about: object, message: string) =>
    void lines.push({ level, about, message });
  const log: Log = {
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    child: () => log,
  };
  return log;
}

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
  vi.restoreAllMocks();
});

test('work that fails is told of in the log, and runs again', async () => {
  const lines: { level: string; about: object; message: string }[] = [];
  let runs = 0;
  const task = createSchedule(logInto(lines))(everySecond, () => {
    runs += 1;
    throw new Error('the disk is full');
  });
  ends.push(() => task.destroy());
  await vi.waitFor(() => expect(runs).toBeGreaterThan(1), { timeout: 5000 });
  expect(lines[0]).toMatchObject({
    level: 'error',
    about: { err: { message: 'the disk is full' } },
    message: 'scheduled work failed',
  });
});

test('a run missed while the process was busy is not told of on the console', async () => {
  const lines: { level: string; about: object; message: string }[] = [];
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
  let runs = 0;
  const task = createSchedule(logInto(lines))(everySecond, () => {
    runs += 1;
  });
  ends.push(() => task.destroy());
  await vi.waitFor(() => expect(runs).toBeGreaterThan(0), { timeout: 5000 });
  for (const end = Date.now() + 2500; Date.now() < end; );
  const before = runs;
  await vi.waitFor(() => expect(runs).toBeGreaterThan(before), { timeout: 5000 });
  await sleep(10);
  expect(warned).not.toHaveBeenCalled();
  expect(lines).toEqual([]);
});
