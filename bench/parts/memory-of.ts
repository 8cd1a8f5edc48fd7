import { readFileSync } from 'node:fs';

/** What a process holds in memory (resident), in MB. */
export function memoryOf(pid: number): number {
  const resident = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Math.round(Number(resident?.[1]) / 1024);
}
