import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import manifest from '../../package.json' with { type: 'json' };
import { systemClock } from '../clock.ts';
import { UserError } from '../command.ts';
import { anyAddress, publicOnly } from '../feeds/fetch/address.ts';
import { createFetcher } from '../feeds/fetch/fetcher.ts';
import { createParser } from '../feeds/parse/parser.ts';
import { readFeeds } from '../feeds/read.ts';
import { userAgent } from '../feeds/user-agent.ts';
import { readSettings } from '../settings.ts';
import { writeJsonLine } from './json-lines.ts';

/** Parses feeds from files and addresses, a JSON line each; `-` reads a list of inputs from standard input. */
export async function run(args: string[]): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean' } } });
  if (positionals.length === 0)
    throw new UserError('feed takes files or addresses, or - to read a list of them.');
  const { ALLOW_PRIVATE_FEEDS, OWNER_IDS } = readSettings();
  const allow = ALLOW_PRIVATE_FEEDS ? anyAddress : publicOnly;
  const fetcher = createFetcher({ userAgent: userAgent(manifest.version, OWNER_IDS[0]), allow }, systemClock);
  const parser = createParser({ threads: 1 });
  let failed = false;
  for await (const line of readFeeds(inputs(positionals), { fetcher, parser, clock: systemClock })) {
    failed ||= 'error' in line;
    writeJsonLine(line);
  }
  await Promise.all([fetcher.close(), parser.close()]);
  return failed ? 1 : 0;
}

async function* inputs(positionals: readonly string[]): AsyncGenerator<string> {
  for (const input of positionals) {
    if (input !== '-') yield input;
    else
      for await (const line of createInterface({ input: process.stdin })) if (line.trim()) yield line.trim();
  }
}
