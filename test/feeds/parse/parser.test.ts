import { readdirSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { limits } from '../../../src/feeds/parse/limits.ts';
import { createParser } from '../../../src/feeds/parse/parser.ts';

// Longer than in the bot: the machine may have other work.
const parser = createParser({ timeout: 10_000 });
afterAll(() => parser.close());

const about = { url: 'https://news.example/feed', now: 0 };
const parse = (text: string) => parser.parse(Buffer.from(text), about);

const channel = (items: string) => `<rss version="2.0"><channel><title>T</title>${items}</channel></rss>`;
const whole = '<item><title>whole</title></item>';
const million = 1_000_000;

describe('a hostile body', () => {
  test.each([
    ['a million nested tags', '<a>'.repeat(million)],
    ['a million nested tags in a feed', `<rss><channel>${'<a>'.repeat(million)}`],
    ['a million tags closed crosswise', `<rss>${'<a></b>'.repeat(million)}`],
    ['a million nested channels', '<channel>'.repeat(million)],
    ['a million nested items in their titles', `<rss>${'<item><title>'.repeat(million / 2)}`],
  ])('%s is too complex, not fatal', async (_name, text) => {
    await expect(parse(text)).rejects.toMatchObject({ name: 'ParseError', kind: 'too_complex' });
  });

  test.each([
    ['a million nested tags after an entry', channel(`${whole}<x>${'<a>'.repeat(million)}`)],
    ['nested tags in a description', channel(`${whole}<item><description>${'<b>'.repeat(million)}`)],
    [
      'a million escaped tags in a description',
      channel(`${whole}<item><description>${'&lt;b&gt;'.repeat(million)}</description></item>`),
    ],
    [
      'a million attributes',
      channel(`${whole}<item ${Array.from({ length: 300_000 }, (_, i) => `a${i}="1"`).join(' ')}/>`),
    ],
    ['many namespaces', channel(`${whole}${'<x xmlns:a="1" xmlns:b="2">'.repeat(200)}${'</x>'.repeat(200)}`)],
    ['a name of a megabyte', channel(`${whole}<${'n'.repeat(million)}/>`)],
    [
      'a megabyte of less-than',
      channel(`${whole}<item><title><![CDATA[${'<'.repeat(million)}]]></title></item>`),
    ],
    [
      'a description of ten megabytes',
      channel(`${whole}<item><description><![CDATA[${'<p>x'.repeat(2.5 * million)}]]></description></item>`),
    ],
    ['a comment of a megabyte', channel(`${whole}<!--${'-'.repeat(million)}`)],
    [
      'properties of objects',
      channel(
        `${whole}<item><__proto__>x</__proto__><constructor>x</constructor><toString>x</toString></item>`,
      ),
    ],
  ])('%s leaves the whole entries', async (_name, text) => {
    const feed = await parse(text);
    expect(feed.entries[0]?.title).toBe('whole');
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  test('a million entries are read up to the limit', async () => {
    expect((await parse(channel('<item/>'.repeat(million)))).entries).toHaveLength(limits.entries);
  });

  test('60 MB are refused unread', async () => {
    const body = Buffer.alloc(60 * 1024 * 1024, channel(whole));
    await expect(parser.parse(body, about)).rejects.toMatchObject({ kind: 'too_large' });
  });

  test('entities are not expanded (billion laughs)', async () => {
    const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join(
      '',
    );
    const feed = await parse(
      `<!DOCTYPE x [<!ENTITY l0 "lol">${laughs}]>${channel('<item><title>&l9;</title></item>')}`,
    );
    expect(feed.entries.map(({ title }) => title)).toEqual(['&l9;']);
  });

  test.each(['file:///etc/passwd', 'http://127.0.0.1:1/secret'])(
    'external entities are not loaded: %s',
    async (address) => {
      const feed = await parse(
        `<!DOCTYPE x [<!ENTITY xxe SYSTEM "${address}"><!ENTITY % p SYSTEM "${address}"> %p;]>${channel('<item><title>&xxe;</title></item>')}`,
      );
      expect(feed.entries.map(({ title }) => title)).toEqual(['&xxe;']);
    },
  );

  test('millions of numbers in JSON', async () => {
    const text = `{"version":"https://jsonfeed.org/version/1.1","items":[${'1,'.repeat(5 * million)}1]}`;
    await expect(parse(text)).rejects.toMatchObject({ kind: 'too_complex' });
  });

  test.each(['['.repeat(million), `${'['.repeat(million)}${']'.repeat(million)}}`])(
    'deep JSON',
    async (items) => {
      const text = `{"version":"https://jsonfeed.org/version/1.1","items":${items}`;
      await expect(parse(text)).rejects.toMatchObject({ name: 'ParseError', kind: 'too_complex' });
    },
  );
});

describe('the threads', () => {
  const slow = channel(`<item ${Array.from({ length: 900_000 }, (_, i) => `a${i}="1"`).join(' ')}/>`);

  test('a body that takes too long is given up, and the next one is read', async () => {
    const hasty = createParser({ threads: 1, timeout: 30 });
    const [first] = await Promise.allSettled([hasty.parse(Buffer.from(slow), about)]);
    expect(first).toMatchObject({ status: 'rejected', reason: { kind: 'too_complex' } });
    await hasty.close();
    const patient = createParser({ threads: 1 });
    expect((await patient.parse(Buffer.from(channel(whole)), about)).title).toBe('T');
    await patient.close();
  });

  test('the loop of the caller goes on meanwhile', async () => {
    const body = Buffer.from(channel('<item><title>x</title></item>'.repeat(100_000)));
    const delay = monitorEventLoopDelay({ resolution: 5 });
    let turns = 0;
    const ticking = setInterval(() => {
      turns += 1;
    }, 5);
    delay.enable();
    await parser.parse(body, about);
    delay.disable();
    clearInterval(ticking);
    expect(turns).toBeGreaterThan(1);
  });

  test('many at once come back each with its own', async () => {
    const titles = Array.from({ length: 50 }, (_, i) => String(i));
    const feeds = await Promise.all(
      titles.map((title) => parse(channel(`<item><title>${title}</title></item>`))),
    );
    expect(feeds.map((feed) => feed.entries[0]?.title)).toEqual(titles);
  });

  test('what the caller holds stays whole', async () => {
    const body = Buffer.from(channel(whole));
    await parser.parse(body, about);
    expect(body.toString()).toBe(channel(whole));
  });

  test('what the caller gives away moves', async () => {
    const body = new TextEncoder().encode(channel(whole));
    expect((await parser.parse(body, { ...about, giveAway: true })).title).toBe('T');
    expect(body.byteLength).toBe(0);
  });

  test('closing ends what is under way', async () => {
    const closing = createParser({ threads: 1 });
    const results = Promise.allSettled([
      closing.parse(Buffer.from(slow), about),
      closing.parse(Buffer.from(slow), about),
    ]);
    await closing.close();
    expect((await results).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(closing.parse(Buffer.from(''), about)).rejects.toThrow('closed');
  });
});

test('a thread with nothing to do ends; the next body gets a new one', async () => {
  const threads = () => readdirSync('/proc/self/task').length;
  const resting = createParser({ threads: 1, idleFor: 20 });
  await resting.parse(Buffer.from(channel(whole)), about);
  const busy = threads();
  await vi.waitFor(() => expect(threads()).toBeLessThan(busy), { timeout: 5000 });
  const feed = await resting.parse(Buffer.from(channel(whole)), about);
  expect(feed.entries[0]?.title).toBe('whole');
  await resting.close();
});
