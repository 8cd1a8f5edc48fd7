import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadPack, PackError } from '../../src/pack.ts';
import { smallPack } from './small-pack.ts';

const shipped = join(import.meta.dirname, '../../config/pakistan-ttp');
const feeds = 'feeds: []\n';

async function emptyFolder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'trucewatch-'));
  onTestFinished(() => rm(dir, { recursive: true }));
  return dir;
}

/** Loads, and what was told of it. */
async function load(dir: string, compiled: string) {
  const told: string[] = [];
  const log = { info: (_about: object, message: string) => void told.push(message) };
  return { pack: await loadPack(dir, { compiled, log }), told };
}

const fromYaml = 'the pack is read from its YAML: no compiled form fits it';

test('the second load is from the compiled form, and gives the same in all layers', async () => {
  const compiled = await emptyFolder();
  const [first, second] = [await load(shipped, compiled), await load(shipped, compiled)];
  expect([first.told, second.told]).toEqual([[fromYaml], []]);
  const plain = await loadPack(shipped);
  const { layers, ...content } = second.pack;
  const { layers: plainLayers, ...plainContent } = plain;
  expect(content).toStrictEqual(plainContent);
  for (const chosen of [['seeds'], ['updates']] as const)
    expect(layers(chosen)).toStrictEqual(plainLayers(chosen));
  expect(Object.isFrozen(second.pack.dataset.claims[0])).toBe(true);
});

test('a change of any file is read, and then compiled in place of the old', async () => {
  const compiled = await emptyFolder();
  await load(await smallPack(), compiled);
  const changed = await smallPack({ 'feeds.yaml': feeds });
  const { pack, told } = await load(changed, compiled);
  expect([pack.feeds, told]).toEqual([[], [fromYaml]]);
  expect((await load(changed, compiled)).told).toEqual([]);
  expect(await readdir(compiled)).toEqual(['pack.json']);
});

test('a mistake is found, though an earlier form of the pack was compiled', async () => {
  const compiled = await emptyFolder();
  await load(await smallPack(), compiled);
  const broken = await smallPack({ 'feeds.yaml': 'feeds: 1\n' });
  await expect(load(broken, compiled)).rejects.toThrow(PackError);
});

test.each([
  ['changed in one place', (text: string) => text.replace('"Small"', '"Other"')],
  ['cut off', (text: string) => text.slice(0, -10)],
  ['empty', () => ''],
  ['no digest', (text: string) => text.slice(text.indexOf('\n') + 1)],
  ['under another digest', (text: string) => `${'0'.repeat(64)}${text.slice(64)}`],
])('a compiled form that is %s is left aside and made anew', async (_what, damage) => {
  const [compiled, dir] = [await emptyFolder(), await smallPack()];
  await load(dir, compiled);
  const file = join(compiled, 'pack.json');
  const sound = await readFile(file, 'utf8');
  await writeFile(file, damage(sound));
  const { pack, told } = await load(dir, compiled);
  expect([pack.info.name, told]).toEqual(['Small', [fromYaml]]);
  expect(await readFile(file, 'utf8')).toBe(sound);
});

test('where the compiled form cannot be kept, the pack loads all the same', async () => {
  const { pack, told } = await load(await smallPack(), join(await emptyFolder(), 'missing'));
  expect(pack.info.name).toBe('Small');
  expect(told).toEqual([
    fromYaml,
    'the compiled form of the pack was not kept: the next start reads the YAML again',
  ]);
});
