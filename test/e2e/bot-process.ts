import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { dump } from 'js-yaml';

/** `npm start` as an operator runs it, in a process group of its own. Only the settings differ. */
export class BotProcess {
  readonly #child: ChildProcess;
  #output = '';

  constructor(settings: Readonly<Record<string, string>>) {
    this.#child = spawn('npm', ['start'], {
      env: { ...inherited(), ...settings },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#output += text;
      });
    }
  }

  /** All that it wrote so far, on both streams. */
  get output(): string {
    return this.#output;
  }

  /** Lines of the log with this message. */
  logged(message: string): Record<string, unknown>[] {
    return this.#output.split('\n').flatMap((line) => {
      if (!line.startsWith('{')) return [];
      const entry = JSON.parse(line) as Record<string, unknown>;
      return entry.msg === message ? [entry] : [];
    });
  }

  async until(message: string, within = 60_000): Promise<void> {
    const end = Date.now() + within;
    while (this.logged(message).length === 0) {
      if (this.#child.exitCode !== null || Date.now() > end) {
        throw new Error(`the bot did not say "${message}":\n${this.#output.slice(-3000)}`);
      }
      await sleep(20);
    }
  }

  /** Where it serves, once it said so. */
  url(path: string): string {
    const [{ port } = {}] = this.logged('serving');
    return `http://127.0.0.1:${port}${path}`;
  }

  get exitCode(): number | null {
    return this.#child.exitCode;
  }

  async ended(): Promise<number | null> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) await once(this.#child, 'exit');
    return this.#child.exitCode;
  }

  /** Signals the bot itself, without npm, which would end of it. */
  signal(signal: NodeJS.Signals): void {
    const [bot] = this.#running().filter(([, , , program]) => program?.endsWith('node'));
    process.kill(Number(bot?.[0]), signal);
  }

  /** Its own and npm's process: id, group, state, and the words of the command line. */
  #running(): string[][] {
    const group = String(this.#child.pid);
    const lines = execFileSync('ps', ['-A', '-o', 'pid=,pgid=,stat=,args='], { encoding: 'utf8' }).split(
      '\n',
    );
    return lines.map((line) => line.trim().split(/\s+/)).filter(([, pgid]) => pgid === group);
  }

  /** Signals the whole group, as a terminal or a container engine does, and waits until all of it is gone. */
  async end(signal: 'SIGTERM' | 'SIGKILL', within = 15_000): Promise<void> {
    const group = -this.#child.pid!;
    const limit = Date.now() + within;
    if (isAlive(group)) process.kill(group, signal);
    while (isAlive(group)) {
      if (Date.now() > limit) {
        const left = this.#running().map((words) => words.join(' '));
        process.kill(group, 'SIGKILL');
        throw new Error(`the bot outlived ${signal}: ${left.join('; ')}\n${this.#output.slice(-3000)}`);
      }
      await sleep(20);
    }
  }
}

function isAlive(group: number): boolean {
  try {
    process.kill(group, 0);
    return true;
  } catch {
    return false;
  }
}

/** The environment without settings of a bot that may run on this machine, and without npm's own. */
function inherited(): NodeJS.ProcessEnv {
  const names = ['PATH', 'HOME', 'TMPDIR', 'LANG'];
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}

/** A folder of its own with the shipped pack, watching these feeds instead. */
export function packWatching(feeds: readonly { id: string; title: string; url: string; lang?: string }[]): {
  dir: string;
  pack: string;
  data: string;
  remove(): void;
} {
  const dir = mkdtempSync(join(tmpdir(), 'trucewatch-'));
  const pack = join(dir, 'pack');
  cpSync('config/pakistan-ttp', pack, { recursive: true });
  const listed = feeds.map((feed) => ({ lang: 'en', tier: 'A', ...feed }));
  writeFileSync(join(pack, 'feeds.yaml'), dump({ feeds: listed }));
  return { dir, pack, data: join(dir, 'data'), remove: () => rmSync(dir, { recursive: true, force: true }) };
}
