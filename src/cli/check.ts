import { parseArgs } from 'node:util';
import { checkPack, problemLine } from '../pack.ts';
import { readSettings, SettingsError } from '../settings.ts';

/** Validates settings and pack; each problem is a line. With `--seeds DIR` every quote must stand in its document. */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { seeds: { type: 'string' } } });
  const lines: string[] = [];
  try {
    const { PACK } = readSettings();
    const problems = await checkPack(PACK, values.seeds === undefined ? {} : { seeds: values.seeds });
    lines.push(...problems.map(problemLine));
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    lines.push(error.message);
  }
  if (lines.length === 0) {
    process.stdout.write('settings and pack are fine\n');
    return 0;
  }
  process.stderr.write(`${lines.join('\n')}\n`);
  return 1;
}
