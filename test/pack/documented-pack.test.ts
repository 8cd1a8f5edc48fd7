import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkPack, loadPack } from '../../src/pack.ts';

/** The files that a guide gives word by word: a name in code at the start of a paragraph, then a block of YAML. */
async function filesOf(guide: string, heading: string): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(guide, 'utf8');
  const section = text.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const blocks = section.matchAll(/^`([\w./-]+\.yaml)`[^\n]*\n\n```yaml\n(.*?)^```$/gms);
  return new Map([...blocks].map(([, name, content]) => [name!, content!]));
}

describe('the pack that the guide spells out', () => {
  let dir = '';
  let files: ReadonlyMap<string, string>;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'documented-pack-'));
    files = await filesOf('docs/packs.md', 'A pack of your own');
    for (const [name, content] of files) {
      await mkdir(dirname(join(dir, name)), { recursive: true });
      await writeFile(join(dir, name), content);
    }
    await copyFile('test/news/fixtures/river-front/watch.yaml', join(dir, 'watch.yaml'));
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));

  test('has all that check asks for, and no file more', async () => {
    expect(await checkPack(dir)).toEqual([]);
    expect([...files.keys()]).toEqual(['pack.yaml', 'feeds.yaml', 'dataset/seeds/actors.yaml']);
    for (const name of files.keys()) {
      await rm(join(dir, name));
      expect(await checkPack(dir), `without ${name}`).not.toEqual([]);
      await writeFile(join(dir, name), files.get(name)!);
    }
  });

  test('is loaded as it says', async () => {
    const { info, feeds, dataset } = await loadPack(dir);
    expect(info.dyads.map(({ parties }) => parties)).toEqual([['norland', 'river-front']]);
    expect(feeds.map(({ title }) => title)).toEqual(['Outlet A']);
    expect(dataset.actors.map(({ inText, name }) => inText ?? name)).toEqual(['Norland', 'the River Front']);
  });

  test('is what given items are measured with', async () => {
    const item = {
      id: '1',
      title: 'River Front extends its truce with Norland',
      summary: '',
      source: 'Outlet A',
      link: '',
      date: '2022-05-18',
      lang: 'en',
      topic: 'truce_extended',
      alert: true,
      story: 'a',
    };
    await writeFile(join(dir, 'items.jsonl'), JSON.stringify(item));
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['scripts/eval.ts', join(dir, 'items.jsonl')],
      { env: { ...process.env, PACK: dir } },
    );
    expect(stdout).toMatch(/^all +1 +100\.0 +100\.0 +100\.0 /m);
  });
});
