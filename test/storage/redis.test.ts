import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { type Clock, createMovableClock, systemClock } from '../../src/clock.ts';
import { DatabaseError } from '../../src/database.ts';
import { openRedisStorage } from '../../src/storage/redis-storage.ts';
import { type RedisServer, startRedis } from '../contract/redis-server.ts';

const servers: RedisServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

async function redis(options: Record<string, string> = {}): Promise<RedisServer> {
  const server = await startRedis(options);
  servers.push(server);
  return server;
}

const warnings: string[] = [];
const log = {
  info: (_: object, message: string) => void warnings.push(message),
  warn: (_: object, message: string) => void warnings.push(message),
};

async function open(url: string, { clock = systemClock as Clock, patience = 500 } = {}) {
  warnings.length = 0;
  const storage = await openRedisStorage(url, { clock, log, patience });
  onTestFinished(() => storage.close());
  return storage;
}

describe('a Redis that ends', () => {
  it('killed while it is written to, has lost nothing that was acknowledged (appendfsync always)', async () => {
    const server = await redis({ appendfsync: 'always' });
    const documents = (await open(server.url, { patience: 10_000 })).documents<number>('thing');
    const acknowledged: number[] = [];
    const enough = Promise.withResolvers<void>();
    const writing = Array.from({ length: 2000 }, async (_, n) => {
      await documents.set(`d${n}`, n);
      if (acknowledged.push(n) === 500) enough.resolve();
    });
    const written = Promise.allSettled(writing);
    await enough.promise;
    await server.halt('SIGKILL');
    await server.resume();
    await written;
    expect(acknowledged.length).toBeGreaterThanOrEqual(500);
    for (const n of acknowledged) expect(await documents.get(`d${n}`)).toBe(n);
  });

  it('is waited for: what is written meanwhile is kept, and the log says what goes on', async () => {
    const server = await redis();
    const documents = (await open(server.url, { patience: 10_000 })).documents<number>('thing');
    await documents.set('a', 1);
    await server.halt();
    while (!warnings.includes('the connection to Redis is lost'))
      await new Promise((resolve) => setTimeout(resolve, 10));
    const writes = [documents.set('a', 2), documents.update('b', (value) => (value ?? 0) + 1)];
    await server.resume();
    await Promise.all(writes);
    expect([await documents.get('a'), await documents.get('b')]).toEqual([2, 1]);
    expect(warnings).toContain('connected to Redis again');
  });

  it('fails what was asked when it stays away, and does none of it later', async () => {
    const server = await redis();
    const documents = (await open(server.url)).documents<number>('thing');
    await documents.set('kept', 1);
    await server.halt();
    const all = [
      documents.get('kept'),
      documents.set('a', 2),
      documents.setAll(new Map([['b', 2]])),
      documents.update('c', () => 2),
      documents.delete('kept'),
    ];
    for (const one of await Promise.allSettled(all))
      expect(one).toMatchObject({ status: 'rejected', reason: { name: 'DatabaseError' } });
    await server.resume();
    // It may be a while until the connection is there again.
    await expect.poll(() => documents.get('kept').catch(() => undefined), { timeout: 20_000 }).toBe(1);
    const found: unknown[] = [];
    for await (const entry of documents.entries()) found.push(entry);
    expect(found).toEqual([['kept', 1]]);
  });
});

describe('a Redis that starts', () => {
  it('and still reads its data is waited for, longer than one that is not there', async () => {
    const server = await redis({ 'key-load-delay': '300' });
    await server.command('EVAL', '"for i = 1, 8192 do redis.call(\'set\', i, i) end"', '0');
    await server.halt();
    const resumed = server.resume();
    const patience = 1000;
    const began = performance.now();
    const storage = await open(server.url, { patience });
    expect(performance.now() - began).toBeGreaterThan(patience);
    expect(warnings).toEqual([]);
    await storage.documents('kept').set('a', 1);
    await resumed;
  });
});

describe('a Redis that cannot be used', () => {
  async function refusal(url: string): Promise<string> {
    const error = await open(url).then(
      () => new Error('it was opened'),
      (cause: unknown) => cause as Error,
    );
    expect(error).toBeInstanceOf(DatabaseError);
    expect(error.message).not.toContain('hidden');
    return error.message;
  }

  it('is not there', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    server.close();
    expect(await refusal(`redis://user:hidden@127.0.0.1:${port}`)).toMatch(
      new RegExp(
        `^Redis at 127\\.0\\.0\\.1:${port} does not answer .*ECONNREFUSED.*start it, or correct REDIS_URL`,
      ),
    );
  });

  it('wants a password', async () => {
    const server = await redis({ requirepass: 'right' });
    const withPassword = server.url.replace('//', '//:hidden@');
    for (const url of [server.url, withPassword])
      expect(await refusal(url)).toMatch(/refuses this user .*correct user and password in REDIS_URL/);
  });

  it('throws documents away when its memory is full', async () => {
    const server = await redis({ 'maxmemory-policy': 'allkeys-lru' });
    expect(await refusal(server.url)).toMatch(/set maxmemory-policy to noeviction/);
  });

  it('keeps nothing: it is used, but the log warns', async () => {
    const server = await redis({ appendonly: 'no' });
    await open(server.url);
    expect(warnings).toEqual(['this Redis may lose state when it ends: it keeps no append-only file']);
  });
});

describe('documents on Redis', () => {
  it('fail to be written, with advice, when memory is full, and go on once there is room', async () => {
    const server = await redis();
    const documents = (await open(server.url)).documents<string>('thing');
    await documents.set('a', 'kept');
    await server.command('CONFIG', 'SET', 'maxmemory', '1mb');
    const full = /has no memory left: raise its maxmemory/;
    await expect(documents.set('a', 'lost')).rejects.toThrow(full);
    await expect(documents.setAll(new Map([['b', 'lost']]))).rejects.toThrow(full);
    await expect(documents.update('a', () => 'lost')).rejects.toThrow(full);
    expect(await documents.get('a')).toBe('kept');
    await server.command('CONFIG', 'SET', 'maxmemory', '0');
    await documents.set('a', 'again');
    expect(await documents.get('a')).toBe('again');
  });

  it('stay as long as the given clock says, though that of Redis goes faster', async () => {
    const server = await redis();
    const clock = { time: Date.UTC(2022, 4, 1), now: () => clock.time };
    const documents = (await open(server.url, { clock })).documents<number>('thing');
    await documents.set('a', 1, 1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await documents.get('a')).toBe(1);
    clock.time += 1;
    expect(await documents.get('a')).toBeUndefined();
  });

  it('leave no id behind when Redis has removed them', async () => {
    const server = await redis();
    const clock = createMovableClock();
    const storage = await open(server.url, { clock });
    const documents = storage.documents<number>('thing');
    const ids = Array.from({ length: 450 }, (_, n) => `d${n}`);
    await Promise.all(ids.map((id) => documents.set(id, 1, 1000)));
    await documents.set('stays', 1);
    expect(await storage.sweep(clock.now())).toBe(0);
    for (const id of ids) await server.command('DEL', `trucewatch:thing::${id}`);
    expect(await storage.sweep(clock.now())).toBe(450);
    expect(await server.command('ZCARD', 'trucewatch-ids:thing')).toBe('1');
    expect(await documents.get('stays')).toBe(1);
  });
});
