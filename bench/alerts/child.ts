import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A part of a bench in a process of its own, which tells first what it opened. */
export interface Child<Opened> {
  readonly opened: Opened;
  /** Sends a message and waits for the answer; one at a time. */
  ask<Answer>(question: object): Promise<Answer>;
  close(): void;
}

/** Starts a file of this folder. */
export async function startChild<Opened>(file: string, ...args: readonly number[]): Promise<Child<Opened>> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), args.map(String));
  child.once('exit', (code) => {
    if (code) throw new Error(`${file} ended with ${code}`);
  });
  const answer = async <T>() => (await once(child, 'message'))[0] as T;
  const opened = await answer<Opened>();
  return {
    opened,
    ask(question) {
      child.send(question);
      return answer();
    },
    close() {
      child.removeAllListeners('exit');
      child.kill();
    },
  };
}
