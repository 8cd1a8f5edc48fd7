import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

export const usage = `usage: npm run playground -- [--port N] [--verbose] [--replay [FILE] [--speed N]]

  --port N       where the page is served; any free port by default
  --verbose      shows the bot's log
  --replay FILE  plays the items of a file: JSON lines {id,title,summary,source,link,date,lang?}.
                 The clock starts the day before the first and moves to the date of each.
                 Without FILE: 60 items of our own wording, from November 2021 to May 2022
  --speed N      items per minute of a replay, 1 to 60; 30 by default. Digests on the way take a second more
`;

export interface Options {
  readonly port: number;
  readonly verbose: boolean;
  readonly help: boolean;
  /** A file to replay. */
  readonly replay: string | undefined;
  /** Items per minute. */
  readonly speed: number;
}

/** @throws an error that the command line tells in a sentence */
export function optionsOf(args: string[]): Options {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      port: { type: 'string', default: '0' },
      verbose: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      replay: { type: 'boolean', default: false },
      speed: { type: 'string', default: '30' },
    },
  });
  const { verbose, help } = values;
  if (positionals.length > (values.replay ? 1 : 0))
    throw slip(`${JSON.stringify(positionals.at(-1))} is not understood: see --help`);
  const shipped = fileURLToPath(new URL('newsroom/replay.jsonl', import.meta.url));
  return {
    verbose,
    help,
    port: number('--port', values.port, 0, 65_535, ' (any free one)'),
    replay: values.replay ? (positionals[0] ?? shipped) : undefined,
    speed: number('--speed', values.speed, 1, 60),
  };
}

function number(option: string, text: string, least: number, most: number, note = ''): number {
  const given = Number(text);
  if (Number.isInteger(given) && given >= least && given <= most) return given;
  throw slip(`${option} takes a number from ${least}${note} to ${most}, not ${JSON.stringify(text)}`);
}

/** An error that the command line tells in a sentence, without a stack. */
export function slip(message: string): Error {
  return Object.assign(new Error(message), { name: 'UserError' });
}
