import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { systemClock } from '../src/clock.ts';
import { openJobs } from '../src/queue/sqlite-jobs.ts';
import { openSqliteStorage } from '../src/storage/sqlite-storage.ts';

// How many documents and jobs a second go through SQLite as the bot sets it up, on this machine's disk.
const dataDir = mkdtempSync(path.join(tmpdir(), 'trucewatch-bench-'));
const storage = await openSqliteStorage(dataDir, { clock: systemClock });
const documents = storage.documents<{ text: string }>('bench');
const jobs = openJobs<{ channel: string; story: string }>(storage.database, 'bench', systemClock);
const count = 10_000;

async function rate(what: string, times: number, work: () => Promise<void>): Promise<void> {
  const start = performance.now();
  await work();
  const ms = performance.now() - start;
  console.log(`${what}: ${Math.round((times / ms) * 1000)}/s (${times} in ${ms.toFixed(0)} ms)`);
}

await rate('documents set', count, async () => {
  for (let i = 0; i < count; i++) await documents.set(`d${i}`, { text: 'x'.repeat(500) });
});
await rate('documents get', count, async () => {
  for (let i = 0; i < count; i++) await documents.get(`d${i}`);
});
await rate('documents update', count, async () => {
  for (let i = 0; i < count; i++) await documents.update(`d${i}`, (value) => ({ text: `${value?.text}y` }));
});
const fanOut = (story: string) =>
  Array.from({ length: 2000 }, (_, i) => ({
    id: `${story}-${i}`,
    payload: { channel: `c${i}`, story },
    lane: `${story}-c${i}`,
  }));
await rate('jobs added, 2,000 as one step', 10_000, async () => {
  for (const story of ['s1', 's2', 's3', 's4', 's5']) await jobs.addAll(fanOut(story));
});
await rate('jobs claimed, noted and completed', 10_000, async () => {
  for (let job = await jobs.claim(60_000); job; job = await jobs.claim(60_000)) {
    await jobs.note(job, job.payload);
    await jobs.complete(job);
  }
});
await storage.close();
rmSync(dataDir, { recursive: true });
