import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A part of a bench in a process of its own, which tells first what it opened. */
export interface Child<Opened> {
  readonly opened: Opened;
  readonly pid: number;
  /** Sends a message and waits for the answer; one at a time. */
  ask<Answer>(question: object | string): Promise<Answer>;
  /** Resolves when the process is gone. */
  close(): Promise<void>;
}

/** Starts a file of this folder, with arguments. @throws if it ends before it is closed */
export async function startChild<Opened>(
  file: string,
  args: readonly (string | number)[] = [],
): Promise<Child<Opened>> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), args.map(String), { execArgv: [] });
  child.once('exit', (code) => {
    if (code) throw new Error(`${file} ended with ${code}`);
  });
  const answer = async <T>() => (await once(child, 'message'))[0] as T;
  return {
    opened: await answer<Opened>(),
    pid: child.pid!,
    ask(question) {
      child.send(question);
      return answer();
    },
    close() {
      child.removeAllListeners('exit');
      return ended(child);
    },
  };
}

/** Ends a process that was started here. */
export async function ended(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}
