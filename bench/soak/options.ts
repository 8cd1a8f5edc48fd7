import { parseArgs } from 'node:util';
import { asked } from '../parts/asked.ts';

export interface Options {
  /** How long affairs begin. */
  readonly minutes: number;
  /** Without the suites of crashes and the fan-out. */
  readonly loadOnly: boolean;
}

const usage = `usage: npm run soak -- [--minutes N] [--load-only]
  --minutes N  so long affairs begin (30 unless given, at least 1); the last get three minutes more to be told
  --load-only  without the suites of crashes and the fan-out to 10,000 channels that come first`;

/** Of this process. */
export function readOptions(): Options {
  return asked(usage, () => {
    const { values } = parseArgs({
      options: {
        minutes: { type: 'string', default: '30' },
        'load-only': { type: 'boolean', default: false },
      },
    });
    const minutes = Number(values.minutes);
    if (!Number.isFinite(minutes) || minutes < 1)
      throw new RangeError(`--minutes takes a number from 1 on, not “${values.minutes}”.`);
    return { minutes, loadOnly: values['load-only'] };
  });
}
