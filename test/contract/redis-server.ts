import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** A redis-server of the test's own on a loopback port, append-only, as the operating guide wants it. */
export interface RedisServer {
  /** `redis://127.0.0.1:PORT` */
  readonly url: string;
  /** Empties it. */
  flush(): Promise<void>;
  /** One command, its words without spaces. @returns its answer if that is one value. @throws if it is an error. */
  command(...words: readonly string[]): Promise<string>;
  /** Ends the process as the system would (SIGTERM) or a power cut would (SIGKILL); what it keeps stays. */
  halt(signal?: NodeJS.Signals): Promise<void>;
  /** Starts it again, on the same port, with what it kept. */
  resume(): Promise<void>;
  /** Ends it and removes all it kept. */
  stop(): Promise<void>;
}

/**
 * Starts redis-server on a free loopback port with a directory of its own. Stop it when the tests are done.
 * @param options more of redis.conf, such as `{ 'appendfsync': 'always' }`
 * @throws if redis-server is not installed, with the name of the package
 */
export async function startRedis(options: Readonly<Record<string, string>> = {}): Promise<RedisServer> {
  const directory = mkdtempSync(path.join(tmpdir(), 'trucewatch-redis-'));
  const port = await freePort();
  let child = await start(port, directory, options);

  async function halt(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }

  const command = (...words: readonly string[]) => ask(port, words.join(' '));
  return {
    url: `redis://127.0.0.1:${port}`,
    command,
    async flush() {
      await command('FLUSHALL');
    },
    halt,
    async resume() {
      child = await start(port, directory, options);
    },
    async stop() {
      await halt('SIGKILL');
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function start(
  port: number,
  directory: string,
  options: Readonly<Record<string, string>>,
): Promise<ChildProcess> {
  const settings = {
    port: String(port),
    bind: '127.0.0.1',
    dir: directory,
    appendonly: 'yes',
    save: '',
    'maxmemory-policy': 'noeviction',
    ...options,
  };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
  const child = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  // A worker of vitest that ends early must not leave it behind.
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  const lines: string[] = [];
  const ready = new Promise<void>((resolve, reject) => {
    child.once('error', (cause: NodeJS.ErrnoException) => {
      const missing =
        'redis-server is not installed, and these tests start one of their own: install it (Debian and Ubuntu: apt-get install redis-server; macOS: brew install redis).';
      reject(cause.code === 'ENOENT' ? new Error(missing, { cause }) : cause);
    });
    child.once('exit', () => reject(new Error(`redis-server ended at once: ${lines.slice(-5).join('\n')}`)));
    createInterface(child.stdout!).on('line', (line) => {
      lines.push(line);
      if (line.includes('Ready to accept connections')) resolve();
    });
  });
  await ready;
  return child;
}

async function ask(port: number, line: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.end(`${line}\r\n`);
  let answer = '';
  for await (const chunk of socket.setEncoding('utf8')) answer += chunk;
  const [first = '', second = ''] = answer.split('\r\n');
  if (first.startsWith('-')) throw new Error(`redis-server: ${line}: ${first.slice(1)}`);
  return first.startsWith('$') ? second : first.replace(/^[+:]/, '');
}
