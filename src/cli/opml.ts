import { readFileSync } from 'node:fs';
import { dump } from 'js-yaml';
import { UserError } from '../command.ts';
import { readOpml, writeOpml } from '../feeds/opml.ts';
import { loadPack } from '../pack.ts';
import { readSettings } from '../settings.ts';

/** `opml export` prints the pack's feeds as OPML; `opml import FILE` prints an OPML file's as lines for feeds.yaml. */
export async function run([what, file]: string[]): Promise<number> {
  if (what === 'export') {
    const { info, feeds } = await loadPack(readSettings().PACK);
    process.stdout.write(`${writeOpml(info.name, feeds)}\n`);
    return 0;
  }
  if (what === 'import' && file !== undefined) {
    const taken = new Set<string>();
    const feeds = readOpml(readFileSync(file, 'utf8')).map(({ title, url, lang = 'en' }) => ({
      id: freeId(title || new URL(url).hostname, taken),
      title: title || new URL(url).hostname,
      url,
      lang,
      tier: 'C',
    }));
    process.stdout.write(dump({ feeds }));
    return 0;
  }
  throw new UserError('opml takes: export, or import FILE.');
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
