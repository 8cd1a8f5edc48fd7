import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { askSchema } from '../src/schema/ask.ts';
import { datasetFileSchema } from '../src/schema/dataset.ts';
import { feedsSchema } from '../src/schema/feeds.ts';
import { packSchema } from '../src/schema/pack.ts';
import { watchSchema } from '../src/schema/watch.ts';

/**
 * Writes the JSON Schemas by which an editor completes and checks the YAML of a pack.
 * With --check it writes nothing and fails if one is stale.
 */
const folder = join(import.meta.dirname, '../config/schema');
const schemas = {
  ask: askSchema,
  dataset: datasetFileSchema,
  feeds: feedsSchema,
  pack: packSchema,
  watch: watchSchema,
};
const isCheck = process.argv.includes('--check');
const stale: string[] = [];

await mkdir(folder, { recursive: true });
for (const [name, schema] of Object.entries(schemas)) {
  const path = join(folder, `${name}.json`);
  // What stands in a file is the input: there, a key with a default may be absent.
  const json = z.toJSONSchema(schema, { io: 'input', target: 'draft-7', reused: 'ref' });
  const text = `${JSON.stringify(json, null, 2)}\n`;
  const before = await readFile(path, 'utf8').catch(() => '');
  if (before === text) continue;
  stale.push(`config/schema/${name}.json`);
  if (!isCheck) await writeFile(path, text);
}
if (isCheck && stale.length > 0) {
  console.error(`stale: ${stale.join(', ')}; run "npm run schemas"`);
  process.exitCode = 1;
}
