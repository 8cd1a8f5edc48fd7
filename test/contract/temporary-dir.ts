import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** An empty directory that is gone when the test is. */
export function temporaryDir(): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'trucewatch-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}
