import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { outlets } from './newsroom/outlets.ts';

/** A copy of the shipped pack that watches the playground's outlets instead of the world's. */
export async function samplePack(shipped: string, folder: string, feeds: string): Promise<string> {
  const pack = join(folder, 'pack');
  await mkdir(pack, { recursive: true });
  await cp(shipped, pack, { recursive: true });
  const list = outlets.map(
    ({ id, title, lang }) =>
      `  - { id: ${id}, title: ${title}, url: "${feeds}/${id}.xml", lang: ${lang}, tier: A }\n`,
  );
  await writeFile(join(pack, 'feeds.yaml'), `feeds:\n${list.join('')}`);
  return pack;
}
