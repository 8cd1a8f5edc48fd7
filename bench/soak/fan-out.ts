import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Row } from '../parts/row.ts';

/** Runs the bench of one story to so many channels. @returns whether it ran and met its goals */
export async function fansOut(channels: number): Promise<boolean> {
  const rows: Row[] = [];
  const child = fork(path.join(import.meta.dirname, '../fan-out.ts'), {
    env: { ...process.env, CHANNELS: String(channels) },
    execArgv: [],
  });
  child.on('message', (row) => rows.push(row as Row));
  const [code] = (await once(child, 'exit')) as [number | null];
  return code === 0 && rows.length > 0 && rows.every(({ met }) => met);
}
