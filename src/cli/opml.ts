import { readFileSync } from 'node:fs';
import { dump } from 'js-yaml';
import { UserError } from '../command.ts';
import { type OpmlFeed, readOpml, writeOpml } from '../feeds/opml.ts';
import { decode } from '../feeds/parse/decode.ts';
import { openPack } from './open-pack.ts';

/** `opml export` prints the pack's feeds as OPML; `opml import FILE` prints an OPML file's as lines for feeds.yaml. */
export async function run([what, file]: string[]): Promise<number> {
  if (what === 'export') {
    const { info, feeds } = await openPack();
    process.stdout.write(`${writeOpml(info.name, feeds)}\n`);
    return 0;
  }
  if (what === 'import' && file !== undefined) {
    const taken = new Set<string>();
    const feeds = readFile(file).map(({ title, url, lang = 'en' }) => ({
      id: freeId(title, taken),
      title,
      url,
      lang,
      tier: 'C',
    }));
    process.stdout.write(dump({ feeds }));
    return 0;
  }
  throw new UserError('opml takes: export, or import FILE.');
}

function readFile(file: string): OpmlFeed[] {
  try {
    return readOpml(decode(readFileSync(file)));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new UserError(`${file} cannot be imported: ${why}.`, { cause });
  }
}

/** A feed id from a title: small letters, digits and hyphens, numbered where it is taken. */
function freeId(title: string, taken: Set<string>): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? ['feed'];
  const base = words.join('-');
  let id = base;
  for (let count = 2; taken.has(id); count += 1) id = `${base}-${count}`;
  taken.add(id);
  return id;
}
