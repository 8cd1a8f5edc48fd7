import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type Layer, layers } from '../schema/layers.ts';
import type { Problem } from './problem.ts';

export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** The files of a pack's folder, unread as to what stands in them; a problem for one that is missing or unreadable. */
export interface PackFiles {
  readonly info: TextFile | Problem;
  readonly watch: TextFile | Problem;
  readonly feeds: TextFile | Problem;
  /** A pack need not have it. */
  readonly ask: TextFile | Problem | undefined;
  /** Nor this. */
  readonly learned: TextFile | Problem | undefined;
  readonly dataset: readonly { readonly layer: Layer; readonly file: TextFile | Problem }[];
  /** SHA-256 of all files, as hex. */
  readonly version: string;
}

/** Never throws. */
export async function readPackFiles(dir: string): Promise<PackFiles> {
  const [info, watch, feeds, ask, learned, dataset] = await Promise.all([
    readText(join(dir, 'pack.yaml')),
    readText(join(dir, 'watch.yaml')),
    readText(join(dir, 'feeds.yaml')),
    readIfThere(join(dir, 'ask.yaml')),
    readIfThere(join(dir, 'learned.json')),
    readDataset(dir),
  ]);
  const hash = createHash('sha256');
  for (const file of [info, watch, feeds, ask, learned, ...dataset.map((each) => each.file)])
    if (file && 'text' in file) hash.update(relative(dir, file.path)).update('\0').update(file.text);
  return { info, watch, feeds, ask, learned, dataset, version: hash.digest('hex') };
}

async function readDataset(dir: string): Promise<PackFiles['dataset']> {
  const files = await Promise.all(
    layers.map(async (layer) => {
      const names = await readdir(join(dir, 'dataset', layer)).catch((): string[] => []);
      const yaml = names.filter((name) => /\.ya?ml$/.test(name)).sort();
      return Promise.all(
        yaml.map(async (name) => ({ layer, file: await readText(join(dir, 'dataset', layer, name)) })),
      );
    }),
  );
  return files.flat();
}

async function readText(path: string): Promise<TextFile | Problem> {
  return (await readIfThere(path)) ?? problem(path, 'the file is missing');
}

async function readIfThere(path: string): Promise<TextFile | Problem | undefined> {
  try {
    return { path, text: await readFile(path, 'utf8') };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? undefined : problem(path, `the file cannot be read (${message})`);
  }
}

function problem(file: string, message: string): Problem {
  return { file, line: 1, column: 1, message };
}
