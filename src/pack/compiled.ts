import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PackContent } from './read-pack.ts';

/**
 * What was read from a pack's files, kept as JSON once they checked out: read in a tenth of the time and without the
 * libraries that reading YAML and checking it take. It stands in for the files it was made of and no others, read by
 * the code that made it: its first line is a digest over both and over the content.
 */
const name = 'pack.json';

/** @param version of the pack's files as they are now @returns undefined if there is none for them, or it is damaged */
export async function readCompiled(dir: string, version: string): Promise<PackContent | undefined> {
  const text = await readFile(join(dir, name), 'utf8').catch(() => '');
  const end = text.indexOf('\n');
  const content = text.slice(end + 1);
  if (end < 0 || text.slice(0, end) !== digestOf(version, content)) return undefined;
  return JSON.parse(content) as PackContent;
}

/** In one step: nobody finds half a file. */
export async function writeCompiled(dir: string, version: string, content: PackContent): Promise<void> {
  const text = JSON.stringify(content);
  const unfinished = join(dir, `${name}.${process.pid}`);
  await writeFile(unfinished, `${digestOf(version, text)}\n${text}`);
  await rename(unfinished, join(dir, name));
}

function digestOf(version: string, content: string): string {
  return createHash('sha256').update(readerVersion()).update(version).update(content).digest('hex');
}

/** Changes with the code that reads a pack, the forms that it checks, and the libraries it uses for that. */
function readerVersion(): string {
  const root = join(import.meta.dirname, '../..');
  const folders = ['src/pack', 'src/schema'].map((folder) => join(root, folder));
  const sources = folders.flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)));
  const hash = createHash('sha256');
  for (const file of [join(root, 'package.json'), join(root, 'src/pack.ts'), ...sources])
    hash.update(readFileSync(file));
  return hash.digest('hex');
}
