import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startDiscord } from '../../src/playground/discord/index.ts';
import { changed, smallPack } from '../pack/small-pack.ts';
import { jsonLines, runCli, spawnCli } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'trucewatch-cli-'));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const rss = `<rss version="2.0"><channel><title>Wire</title><item><guid>1</guid><title>A &amp; B</title>
<link>https://x.example/1</link><pubDate>Wed, 18 May 2022 10:00:00 GMT</pubDate></item></channel></rss>`;

describe('status', () => {
  test('as JSON, with the documents behind it', async () => {
    const { code, out } = await runCli(['status', '--on', '2022-05-20', '--layers', 'seeds', '--json']);
    expect(code).toBe(0);
    expect(jsonLines(out)[0]).toMatchObject({
      on: '2022-05-20',
      dyad: 'pk-ttp',
      state: 'in_effect',
      ceasefire: 'CF-2022-05',
      since: '2022-05-10',
      until: '2022-05-30',
      sources: expect.arrayContaining([expect.objectContaining({ id: 'seed-000' })]),
    });
  });

  test('as text, and one clear sentence for a bad day, dyad or layer', async () => {
    const { out } = await runCli(['status', '--on', '20 May 2022']);
    expect(out).toMatch(/in effect/i);
    for (const args of [
      ['--on', '2022-02-30'],
      ['--dyad', 'x-y'],
      ['--layers', 'nonsense'],
    ]) {
      const { code, err } = await runCli(['status', ...args]);
      expect(code, args.join(' ')).toBe(1);
      expect(err.trim().split('\n')).toHaveLength(1);
      expect(err).not.toContain('    at ');
    }
  });
});

describe('ask', () => {
  test('answers, and in batches keeps ids and order', async () => {
    const { out } = await runCli([
      'ask',
      'Until when was the 2021 truce to last?',
      '--layers',
      'seeds',
      '--json',
    ]);
    expect(jsonLines(out)[0]).toMatchObject({
      answered: true,
      answer: expect.stringContaining('8 December 2021'),
    });
    const input = [
      { id: 'b', question: 'Is there a ceasefire in Gaza?' },
      { id: 7, question: 'Was there a truce?', on: '2022-05-20' },
    ];
    const batch = await runCli(['ask', '--batch'], {
      input: input.map((line) => JSON.stringify(line)).join('\n'),
    });
    expect(jsonLines(batch.out)).toMatchObject([
      { id: 'b', answered: false },
      { id: 7, answered: true },
    ]);
  });

  test('as text, with the documents that the numbers stand for: outlet, day and address', async () => {
    const { code, out } = await runCli(['ask', 'When did the April 2014 truce end?']);
    expect(code).toBe(0);
    expect(out).toMatch(/ \[1\]\./);
    expect(out).toMatch(
      /^ {2}\[1\] Dawn, “TTP decides not to extend ceasefire”, 16 April 2014 <https:\/\/dawn\.com\/.+>$/m,
    );
  });

  test('answers the other lines of a batch where a line gives no day, and fails', async () => {
    const input = [
      { id: 1, question: 'Was there a truce?', on: '2022-05-20' },
      { id: 2, question: 'Was there a truce?', on: '2022-02-30' },
      { id: 3, question: 'Was there a truce?' },
    ];
    const { code, out, err } = await runCli(['ask', '--batch', '--on', '2021-11-20'], {
      input: input.map((line) => JSON.stringify(line)).join('\n'),
    });
    expect(code).toBe(1);
    expect(err).toBe('');
    expect(jsonLines(out)).toMatchObject([
      { id: 1, answered: true, answer: expect.stringContaining('20 May 2022') },
      { id: 2, error: { kind: 'on', message: expect.stringContaining('no such day') } },
      { id: 3, answered: true, answer: expect.stringContaining('20 November 2021') },
    ]);
  });

  test('answers the other lines where one is no JSON or no question, names those lines, and fails', async () => {
    const input = [
      '{"id":1,"question":"Is there a ceasefire in Gaza?"}',
      'nonsense',
      '{"id":3}',
      '{"id":4,"question":"Is there a ceasefire in Gaza?"}',
    ];
    const { code, out, err } = await runCli(['ask', '--batch'], { input: input.join('\n') });
    expect(code).toBe(1);
    expect(jsonLines(out)).toMatchObject([
      { id: 1, answered: false },
      { id: 4, answered: false },
    ]);
    expect(err.trim().split('\n')).toEqual([
      expect.stringMatching(/^line 2 of the input is not as expected: /),
      expect.stringMatching(/^line 3 of the input is not as expected: question: /),
    ]);
  });
});

describe('classify', () => {
  test('judges items in order; those of one event share their story', async () => {
    const items = [
      { id: 'a', title: 'TTP extends ceasefire with Pakistan until May 30', source: 'A', date: '2022-05-18' },
      { id: 'b', title: 'Cricket: Pakistan beat Australia', source: 'A', date: '2022-05-18' },
      { id: 'c', title: 'Pakistani Taliban extend truce until 30 May', source: 'B', date: '2022-05-18' },
    ];
    const { out } = await runCli(['classify'], {
      input: items.map((item) => JSON.stringify(item)).join('\n'),
    });
    const [a, b, c] = jsonLines(out);
    expect(a).toMatchObject({ id: 'a', alert: true, topic: 'truce_extended' });
    expect(b).toMatchObject({ id: 'b', alert: false, topic: 'none', story: null });
    expect(c).toMatchObject({ id: 'c', alert: true, story: a?.story });
    expect(a?.reasons).not.toEqual([]);
  });

  test('judges the other items where a line holds none, names those lines, and fails', async () => {
    const input = '{"id":1,"title":"TTP extends ceasefire"}\n{"title":\n{"title":"No id"}\n{"id":2}\n';
    const { code, out, err } = await runCli(['classify'], { input });
    expect(code).toBe(1);
    expect(jsonLines(out).map(({ id, alert }) => [id, alert])).toEqual([
      ['1', true],
      ['2', false],
    ]);
    expect(err.trim().split('\n')).toEqual([
      expect.stringMatching(/^line 2 of the input is not as expected: /),
      expect.stringMatching(/^line 3 of the input is not as expected: id: /),
    ]);
  });

  test('reads HTML as feeds are read', async () => {
    const titles = [
      '<b>TTP</b> extends &quot;ceasefire&quot;',
      'T<b>TP</b> extends ceasefire&mdash;for now',
      '&#x54;TP <script>ends</script> extends ceasefire',
    ];
    const input = titles.map((title, id) => JSON.stringify({ id, title })).join('\n');
    const { out } = await runCli(['classify'], { input });
    expect(jsonLines(out).map(({ topic }) => topic)).toEqual(titles.map(() => 'truce_extended'));
  });
});

describe('feed', () => {
  test('a line for each input; exit 1 if one failed', async () => {
    const good = file('good.xml', rss);
    const page = file('page.html', '<!doctype html><html><body>Hello</body></html>');
    const { code, out } = await runCli(['feed', '-', '--json'], { input: `${good}\n${page}\n` });
    expect(code).toBe(1);
    expect(jsonLines(out)).toMatchObject([
      {
        input: good,
        title: 'Wire',
        entries: [{ title: 'A & B', link: 'https://x.example/1', published: '2022-05-18T10:00:00.000Z' }],
      },
      { input: page, error: { kind: expect.any(String), message: expect.any(String) } },
    ]);
    expect((await runCli(['feed', good])).code).toBe(0);
  });

  test('a private address is refused', async () => {
    const { out } = await runCli(['feed', 'http://127.0.0.1:9/']);
    expect(jsonLines(out)[0]).toHaveProperty('error');
  });
});

describe('dataset and check', () => {
  test('the dataset as JSON and CSV', async () => {
    const { out } = await runCli(['dataset', '--layers', 'seeds', '--json']);
    const dataset = JSON.parse(out) as Record<string, unknown[]>;
    for (const list of ['sources', 'actors', 'relations', 'ceasefires', 'events', 'claims']) {
      expect(dataset[list]?.length, list).toBeGreaterThan(0);
    }
    expect((await runCli(['dataset', '--csv'])).out.split('\n')[0]).toContain('cf_dec_yr');
  });

  test('a reader who has enough before the end is no fault', async () => {
    const child = spawnCli(['dataset', '--json']);
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(err).toBe('');
  });

  test('a quote that does not stand in its seed document is named with file and line', async () => {
    const seeds = join(import.meta.dirname, 'fixtures/seeds');
    const check = async (changes = {}) =>
      runCli(['check', '--seeds', seeds], { settings: { PACK: await smallPack(changes) } });
    expect(await check()).toMatchObject({ code: 0, err: '' });
    const claims = 'dataset/seeds/claims.yaml';
    expect(
      await check(changed(claims, 'came into effect on Tuesday', 'came into effect on Monday')),
    ).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(
        /^\S*dataset\/seeds\/claims\.yaml:7:\d+: the quote of c1 does not stand in its document\n$/,
      ),
    });
  });

  test('the shipped pack is fine; a broken one is not, and each problem has file and line', async () => {
    expect(await runCli(['check'])).toMatchObject({ code: 0, err: '' });
    const pack = join(folder, 'pack');
    cpSync('config/pakistan-ttp', pack, { recursive: true });
    const feeds = readFileSync(join(pack, 'feeds.yaml'), 'utf8');
    writeFileSync(join(pack, 'feeds.yaml'), feeds.replace('https://', 'gopher://'));
    const { code, err } = await runCli(['check'], { settings: { PACK: pack } });
    expect(code).toBe(1);
    expect(err).toMatch(/feeds\.yaml:\d+:\d+: /);
    expect((await runCli(['check'], { settings: { PACK: join(folder, 'nowhere') } })).code).toBe(1);
    expect((await runCli(['check'], { settings: { PORT: 'x' } })).err).toContain('PORT');
  });
});

describe('opml', () => {
  test('what is exported can be imported', async () => {
    const { out } = await runCli(['opml', 'export']);
    const back = await runCli(['opml', 'import', file('feeds.opml', out)]);
    expect(back.code).toBe(0);
    expect(back.out).toContain('https://www.dawn.com/feeds/home');
  });

  test('what cannot be imported is told in a sentence', async () => {
    expect(await runCli(['opml', 'import', file('none.opml', 'hello')])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/none\.opml cannot be imported: this is not an OPML file\.\n$/),
    });
    expect(await runCli(['opml', 'import', 'no-such-file'])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^no-such-file cannot be imported: ENOENT/),
    });
  });
});

describe('register', () => {
  test('publishes the commands at DISCORD_API_URL', async () => {
    const discord = await startDiscord();
    const settings = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl };
    expect(await runCli(['register'], { settings })).toMatchObject({
      code: 0,
      out: '8 commands published\n',
    });
    expect(discord.journal.violations).toEqual([]);
    await discord.close();
    expect(await runCli(['register'])).toMatchObject({
      code: 78,
      err: expect.stringContaining('DISCORD_TOKEN'),
    });
  });
});

describe('anything else', () => {
  test('an unknown call or option is told what there is', async () => {
    expect(await runCli(['dance'])).toMatchObject({ code: 64, err: expect.stringContaining('playground') });
    expect(await runCli(['status', '--when', 'now'])).toMatchObject({
      code: 64,
      err: expect.stringContaining('--when'),
    });
  });
});
