import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { APIMessage } from 'discord-api-types/v10';

interface World {
  readonly guilds: readonly {
    readonly channels: readonly { readonly id: string; readonly name: string }[];
  }[];
}

/** The playground as its own process, with the real bot in it, once its opening is over. */
export async function startPlayground(...args: readonly string[]) {
  const child = spawn(process.execPath, ['src/main.ts', 'playground', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const end = async (): Promise<void> => {
    child.kill('SIGTERM'); // it ends its bot
    await ended(child);
  };
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  await until(() =>
    lines.some((line) => line.startsWith('The opening is over') || line.startsWith('The opening stopped')),
  );
  const url = /http:\/\/[\d.:]+/.exec(lines.join('\n'))?.[0] ?? '';
  const get = async <T>(path: string): Promise<T> => (await fetch(url + path)).json() as Promise<T>;
  const post = (path: string, body: object) =>
    fetch(url + path, { method: 'POST', body: JSON.stringify(body) });
  const world = await get<World>('/control/world');
  const messages = async (name: string): Promise<APIMessage[]> => {
    const channel = world.guilds[0]!.channels.find((each) => each.name === name)!;
    return get(`/control/messages?channel=${channel.id}`);
  };
  return { child, lines, url, get, post, messages, end };
}

export async function until(check: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await check())) await sleep(100);
}

/** @returns the exit code */
export async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}
