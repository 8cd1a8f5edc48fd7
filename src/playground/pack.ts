import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FeedServer } from './newsroom/feed-server.ts';

/** A copy of the shipped pack that watches the playground's outlets instead of the world's. */
export async function samplePack(shipped: string, folder: string, newsroom: FeedServer): Promise<string> {
  const pack = join(folder, 'pack');
  await mkdir(pack, { recursive: true });
  await cp(shipped, pack, { recursive: true });
  const feeds = newsroom.outlets.map(({ id, title, lang }) => {
    return { id, title, url: `${newsroom.url}/${id}.xml`, lang, tier: 'A' };
  });
  await writeFile(join(pack, 'feeds.yaml'), JSON.stringify({ feeds })); // JSON is YAML
  return pack;
}
