import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { bringUp } from '../app/forms/bring-up.ts';
import { UserError } from '../command.ts';
import { readSettings } from '../settings.ts';
import { isEmpty } from './data/empty.ts';
import { exportLines } from './data/export-lines.ts';
import { openPlace } from './data/place.ts';
import { withProgress } from './data/progress.ts';
import { readExport } from './data/read-lines.ts';
import { refill } from './data/refill.ts';

/** `data export [FILE]` and `data import FILE [--replace]`: backup, restore, and moving between SQLite and Redis. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { replace: { type: 'boolean', default: false } },
  });
  const [what, file, ...more] = positionals;
  if (more.length === 0) {
    if (what === 'export' && !values.replace) return exportTo(file);
    if (what === 'import' && file !== undefined) return importFrom(file, values.replace);
  }
  throw new UserError('data takes: export [FILE], or import FILE [--replace].');
}

async function exportTo(file: string | undefined): Promise<number> {
  const place = await openPlace(readSettings());
  const counts = { documents: 0, jobs: 0 };
  try {
    await bringUp(place.storage);
    await withProgress('exported', counts, async () => {
      const lines = exportLines(place.storage, place.archives, new Date(), counts);
      if (file === undefined) await pipeline(Readable.from(lines), process.stdout, { end: false });
      else await writeNew(file, lines);
    });
  } finally {
    await place.close();
  }
  return 0;
}

/** Whoever reads it reads all that servers have set: it is for the operator alone. */
async function writeNew(file: string, lines: AsyncIterable<string>): Promise<void> {
  const output = createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true });
  try {
    await pipeline(Readable.from(lines), output);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      throw new UserError(`${file} exists already: name another file.`, { cause: error });
    await rm(file, { force: true });
    throw error;
  }
}

async function importFrom(file: string, replace: boolean): Promise<number> {
  // All of it is looked at before any of it is written.
  for await (const _ of readExport(file));
  const place = await openPlace(readSettings());
  const counts = { documents: 0, jobs: 0 };
  try {
    if (!replace && !(await isEmpty(place.storage, place.archives))) {
      throw new UserError(
        'There is state already: --replace deletes it first, or choose an empty DATA_DIR or Redis.',
      );
    }
    await withProgress('imported', counts, () => refill(place, file, counts));
  } finally {
    await place.close();
  }
  return 0;
}
