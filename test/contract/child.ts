import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** A TypeScript program running as its own process, with what it has printed so far. */
export interface Child {
  readonly lines: readonly string[];
  /** Resolves when it has printed so many lines. @throws if it ends before, with what it complained of. */
  printed(count: number): Promise<void>;
  /** SIGKILL; resolves when it is gone and all it printed was read. */
  kill(): Promise<void>;
}

export function startChild(program: URL, ...args: string[]): Child {
  const child: ChildProcessWithoutNullStreams = spawn(process.execPath, [fileURLToPath(program), ...args]);
  const lines: string[] = [];
  let complaints = '';
  child.stderr.on('data', (chunk) => {
    complaints += chunk;
  });
  const output = createInterface(child.stdout).on('line', (line) => lines.push(line));
  const closed = once(child, 'close');
  const kill = async () => {
    child.kill('SIGKILL');
    await closed;
  };
  onTestFinished(kill);
  return {
    lines,
    kill,
    async printed(count) {
      while (lines.length < count) {
        const ended = await Promise.race([once(output, 'line').then(() => false), closed.then(() => true)]);
        if (ended && lines.length < count) throw new Error(`the child ended early: ${complaints}`);
      }
    },
  };
}
