/** Runs every benchmark of this folder, one after the other: `npm run bench`, or `npm run bench -- news feeds`. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';

const all = readdirSync(import.meta.dirname).filter(
  (file) => file.endsWith('.ts') && file !== basename(import.meta.filename),
);
const chosen = process.argv.slice(2);

for (const file of all.toSorted()) {
  const name = basename(file, '.ts');
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  console.log(`\n== ${name}`);
  const child = spawn(process.execPath, ['--expose-gc', `${import.meta.dirname}/${file}`], {
    stdio: 'inherit',
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) process.exitCode = 1;
}
