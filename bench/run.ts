/**
 * Runs the benchmarks of this folder one after the other, `npm run bench`, or some, `npm run bench -- news feeds`. Each
 * reports rows; all of them make the table at the end, and, where all ran, `docs/benchmarks.md`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { asked } from './parts/asked.ts';
import type { Row } from './parts/row.ts';
import { documentOf, tableOf } from './parts/table.ts';

const all = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && file !== basename(import.meta.filename))
  .map((file) => basename(file, '.ts'))
  .toSorted();
const usage = `usage: npm run bench -- [NAME…]
  without a name, all of them run, and docs/benchmarks.md is written anew. There are: ${all.join(', ')}`;
const named = asked(usage, () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const unknown = positionals.filter((name) => !all.includes(name));
  if (unknown.length > 0)
    throw new Error(`There is no bench ${unknown.join(', ')}; there are ${all.join(', ')}.`);
  return positionals;
});
const chosen = named.length > 0 ? named : all;

const rows: Row[] = [];
let printed = '';
const began = performance.now();
const secondsSince = (from: number) => `${Math.round((performance.now() - from) / 1000)} s`;
for (const [n, name] of chosen.entries()) {
  console.log(`\n== ${name} (${n + 1} of ${chosen.length}, ${secondsSince(began)} so far)`);
  const child = spawn(process.execPath, ['--expose-gc', `${import.meta.dirname}/${name}.ts`], {
    stdio: ['inherit', 'pipe', 'inherit', 'ipc'],
  });
  child.on('message', (row) => rows.push(row as Row));
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    process.stdout.write(text);
    printed += text;
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) {
    console.log(`${name} FAILED`);
    process.exitCode = 1;
  }
}

console.log(`\n${tableOf(rows)}\n\n${secondsSince(began)} in all`);
if (named.length === 0 && !process.exitCode) writeFileSync('docs/benchmarks.md', documentOf(rows, printed));
