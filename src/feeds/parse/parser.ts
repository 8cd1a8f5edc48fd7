import { Worker } from 'node:worker_threads';
import { limits } from './limits.ts';
import { type BodyInfo, type FeedParser, type ParsedFeed, ParseError } from './parsed.ts';
import type { Outcome, Task } from './worker.ts';

export interface ParserSettings {
  /** Worker threads; 2 unless given, so that one hostile body does not hold up the rest. */
  readonly threads?: number;
  /** Milliseconds one body may take; 3 s unless given. */
  readonly timeout?: number;
  /** Milliseconds after which a thread with nothing to do ends; 10 s unless given. */
  readonly idleFor?: number;
}

/** Bytes. */
const largeBody = 2 * 1024 * 1024;

interface Job extends Task {
  readonly resolve: (feed: ParsedFeed) => void;
  readonly reject: (error: Error) => void;
}

/** Parses in worker threads with their own limits of time and memory: no body blocks or kills the process. */
export function createParser(settings: ParserSettings = {}): FeedParser & { close(): Promise<void> } {
  const threads = settings.threads ?? 2;
  const timeout = settings.timeout ?? 3_000;
  const idleFor = settings.idleFor ?? 10_000;
  const waiting: Job[] = [];
  /** Threads with nothing to do, and what ends them: their memory is of no use between rounds. */
  const idle = new Map<Worker, NodeJS.Timeout>();
  const all = new Set<Worker>();
  let closed = false;

  function spawn(): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      execArgv: [],
      // A last resort: reaching it can end the process, so `limits` keep every body far below.
      resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 8, stackSizeMb: 4 },
    });
    worker.unref();
    all.add(worker);
    // Its place is free only when its memory is.
    worker.once('exit', () => {
      all.delete(worker);
      takeFromIdle(worker);
      next();
    });
    return worker;
  }

  function retire(worker: Worker): void {
    worker.on('error', () => {});
    worker.ref();
    void worker.terminate();
  }

  function rest(worker: Worker): void {
    const end = setTimeout(() => {
      takeFromIdle(worker);
      retire(worker);
    }, idleFor);
    idle.set(worker, end.unref());
  }

  function takeFromIdle(worker: Worker | undefined): Worker | undefined {
    if (!worker) return undefined;
    clearTimeout(idle.get(worker));
    idle.delete(worker);
    return worker;
  }

  function next(): void {
    const job = waiting.shift();
    if (!job) return;
    const worker = takeFromIdle([...idle.keys()].at(-1)) ?? (all.size < threads ? spawn() : undefined);
    if (worker) run(worker, job);
    else waiting.unshift(job);
  }

  function run(worker: Worker, job: Job): void {
    const size = job.bytes.byteLength;
    const done = (outcome: Outcome) =>
      settle(() => {
        // A thread gives memory back late: after a large body a new one costs less.
        if (size > largeBody) retire(worker);
        else rest(worker);
        if ('feed' in outcome) job.resolve(outcome.feed);
        else job.reject(new ParseError(outcome.error.kind, outcome.error.message));
      });
    /** Out of memory, a bug, or closed while at work. */
    const broken = (cause: unknown) => {
      const memory = cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
      giveUp(
        memory
          ? new ParseError('too_complex', 'the feed takes too much memory to read')
          : new ParseError('unreadable', 'the feed could not be read', { cause }),
      );
    };
    const settle = (after: () => void) => {
      clearTimeout(timer);
      worker.removeListener('message', done).removeListener('error', broken).removeListener('exit', broken);
      worker.unref();
      after();
      next();
    };
    /** The thread is of no more use; another takes its place. */
    const giveUp = (error: ParseError) =>
      settle(() => {
        retire(worker);
        job.reject(error);
      });
    const timer = setTimeout(() => {
      giveUp(new ParseError('too_complex', 'the feed takes too long to read'));
    }, timeout);
    worker.ref();
    worker.once('message', done).once('error', broken).once('exit', broken);
    // A copy moves to the thread, so that what the caller holds stays whole.
    const own = job.about.giveAway && job.bytes.byteLength === job.bytes.buffer.byteLength;
    const bytes = own ? new Uint8Array(job.bytes.buffer as ArrayBuffer) : new Uint8Array(job.bytes);
    worker.postMessage({ bytes, about: job.about } satisfies Task, [bytes.buffer]);
  }

  return {
    async parse(bytes: Uint8Array, about: BodyInfo): Promise<ParsedFeed> {
      if (closed) throw new Error('the parser is closed');
      if (bytes.byteLength > limits.bytes)
        throw new ParseError('too_large', 'the feed is larger than is read');
      return new Promise((resolve, reject) => {
        waiting.push({ bytes, about, resolve, reject });
        next();
      });
    },
    async close() {
      closed = true;
      for (const { reject } of waiting.splice(0)) reject(new Error('the parser is closed'));
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}
