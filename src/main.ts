#!/usr/bin/env node
import { SettingsError } from './settings.ts';

/** Each call of the command line in its own file, loaded only when asked for. Gives the exit code. */
const calls: Record<string, () => Promise<{ run(args: string[]): Promise<number> }>> = {
  start: () => import('./cli/start.ts'),
  playground: () => import('./cli/playground.ts'),
  check: () => import('./cli/check.ts'),
  status: () => import('./cli/status.ts'),
  ask: () => import('./cli/ask.ts'),
  classify: () => import('./cli/classify.ts'),
  feed: () => import('./cli/feed.ts'),
  opml: () => import('./cli/opml.ts'),
  dataset: () => import('./cli/dataset.ts'),
  data: () => import('./cli/data.ts'),
  register: () => import('./cli/register.ts'),
};

/** EX_USAGE and EX_CONFIG of sysexits.h. */
const usageError = 64;
const configError = 78;

// Whoever reads, as `head` does, may have enough before the end: no fault of anybody.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const [name = '', ...args] = process.argv.slice(2);
const call = calls[name];
if (call) process.exitCode = await (await call()).run(args).catch(explain);
else {
  process.stderr.write(`usage: trucewatch ${Object.keys(calls).join(' | ')}\n`);
  process.exitCode = name === '' || name === '--help' ? 0 : usageError;
}

/** A slip of the caller is told in a sentence; anything else is a bug and shows its stack. */
function explain(error: unknown): number {
  const { code, name: kind, message } = error as NodeJS.ErrnoException;
  if (error instanceof SettingsError) {
    process.stderr.write(`${message}\n`);
    return configError;
  }
  if (code?.startsWith('ERR_PARSE_ARGS')) {
    process.stderr.write(`${message}\n`);
    return usageError;
  }
  if (['PackError', 'UserError', 'DatabaseError'].includes(kind)) {
    process.stderr.write(`${message}\n`);
    return 1;
  }
  if (code === 'EADDRINUSE') {
    process.stderr.write(
      `${message}: another program serves there; set PORT to a free port, or to 0 for any.\n`,
    );
    return 1;
  }
  throw error;
}
