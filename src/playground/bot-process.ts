import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { createInterface } from 'node:readline';
import type { PlaygroundClock } from './clock.ts';

/** How many lines of the bot's log are kept. */
const KEPT = 200;
/** How long a bot that was asked to end may take, in ms. */
const PATIENCE = 8000;

/** The real bot as a child process. */
export class BotProcess extends EventEmitter<{ state: [running: boolean]; line: [string] }> {
  /** The newest lines of its log, oldest first. */
  readonly log: string[] = [];
  readonly #root: string;
  readonly #settings: Readonly<Record<string, string>>;
  readonly #clock: PlaygroundClock;
  #child: ChildProcess | undefined;

  /** @param settings the bot's environment; of our own it gets only what a process needs */
  constructor(root: string, settings: Readonly<Record<string, string>>, clock: PlaygroundClock) {
    super();
    this.#root = root;
    this.#settings = settings;
    this.#clock = clock;
    clock.on('moved', () => this.#tellTime());
  }

  get running(): boolean {
    return this.#child !== undefined;
  }

  start(): void {
    if (this.#child) return;
    const { PATH, HOME, TMPDIR } = process.env;
    const inherited = Object.entries({ PATH, HOME, TMPDIR }).filter(([, value]) => value !== undefined);
    const child = spawn(process.execPath, ['src/main.ts', 'start', '--playground'], {
      cwd: this.#root,
      env: { ...Object.fromEntries(inherited), ...this.#settings },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#child = child;
    this.#tellTime();
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream! }).on('line', (line) => this.#keep(line));
    }
    child.once('exit', (code, signal) => {
      this.#keep(`the bot ended (${signal ?? `code ${code}`})`);
      this.#child = undefined;
      this.emit('state', false);
    });
    this.emit('state', true);
  }

  /** Ends it as an operator would; kills it if it takes too long. */
  async stop(): Promise<void> {
    const child = this.#child;
    if (!child) return;
    const ended = once(child, 'exit');
    const late = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
    child.kill('SIGTERM');
    await ended;
    clearTimeout(late);
  }

  /** No goodbye: as if the machine had failed. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  /** The bot waits for this before it begins. */
  #tellTime(): void {
    // It may be ending just now: then nobody needs the time.
    this.#child?.send({ type: 'clock', ahead: this.#clock.ahead }, () => undefined);
  }

  #keep(line: string): void {
    this.log.push(line);
    if (this.log.length > KEPT) this.log.shift();
    this.emit('line', line);
  }
}
