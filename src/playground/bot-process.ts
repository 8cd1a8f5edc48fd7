import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { createInterface } from 'node:readline';
import type { PlaygroundClock } from './clock.ts';

/** How many lines of the bot's log are kept. */
const KEPT = 200;
/** How long a bot that was asked to end may take, in ms. */
const PATIENCE = 8000;

/** A question to the bot over its channel. */
type Question = { readonly type: 'verdict'; readonly item: Item } | { readonly type: 'next-digest' };

/** An item as the bot's classifier takes it. */
export interface Item {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly source: string;
  readonly link: string;
  /** UTC ms. */
  readonly published: number;
}

/** What the bot's classifier makes of an item. */
export interface Verdict {
  readonly alert: boolean;
  readonly topic: string;
  readonly reasons: readonly string[];
}

/** The real bot as a child process. */
export class BotProcess extends EventEmitter<{ state: [running: boolean]; line: [string] }> {
  /** The newest lines of its log, oldest first. */
  readonly log: string[] = [];
  readonly #root: string;
  readonly #settings: Readonly<Record<string, string>>;
  readonly #clock: PlaygroundClock;
  #child: ChildProcess | undefined;
  #asked = 0;
  /** Not answered yet, by id; asked again when the bot is started again. */
  readonly #open = new Map<number, { question: Question; resolve: (answer: unknown) => void }>();

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
    child.on('message', (message) => this.#heed(message as { id: number; answer: unknown }));
    this.#tellTime();
    for (const [id, { question }] of this.#open) this.#send({ ...question, id });
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

  /** Settles when the bot has answered; while it is down, after its next start. */
  verdict(item: Item): Promise<Verdict> {
    return this.#ask<Verdict>({ type: 'verdict', item });
  }

  /** When the next digest of any channel is due (UTC ms), if one gets any. */
  nextDigest(): Promise<number | undefined> {
    return this.#ask<number | undefined>({ type: 'next-digest' });
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
    this.#send({ type: 'clock', ahead: this.#clock.ahead });
  }

  #ask<Answer>(question: Question): Promise<Answer> {
    this.#asked += 1;
    const id = this.#asked;
    return new Promise((resolve) => {
      this.#open.set(id, { question, resolve: resolve as (answer: unknown) => void });
      this.#send({ ...question, id });
    });
  }

  #heed({ id, answer }: { id: number; answer: unknown }): void {
    this.#open.get(id)?.resolve(answer);
    this.#open.delete(id);
  }

  #send(message: object): void {
    // It may be ending just now: then nobody needs it.
    this.#child?.send(message, () => undefined);
  }

  #keep(line: string): void {
    this.log.push(line);
    if (this.log.length > KEPT) this.log.shift();
    this.emit('line', line);
  }
}
