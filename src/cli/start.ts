import { parseArgs } from 'node:util';
import { runApp } from '../app.ts';
import { systemClock } from '../clock.ts';
import { readSettings, SettingsError } from '../settings.ts';

/** Runs the bot until a signal ends it. With `--playground` the playground, which started it, moves its clock and asks. */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { playground: { type: 'boolean', default: false } } });
  const settings = readSettings();
  const token = settings.DISCORD_TOKEN;
  if (token === undefined) {
    throw new SettingsError(
      'DISCORD_TOKEN is not set, so there is no bot to log in as. Set it to the token from the Discord ' +
        'developer portal, or see the bot at work without an account: npm run playground',
    );
  }
  const { clock, inspect } = values.playground
    ? await playgroundChannel()
    : { clock: systemClock, inspect: undefined };
  const code = await runApp({ ...settings, DISCORD_TOKEN: token }, clock, inspect);
  // What could not be ended, such as a wait for Redis, must not keep the process.
  setTimeout(() => process.exit(code), 500).unref();
  return code;
}

/** With the library that checks its messages, which takes a tenth of a start and which nothing else needs here. */
async function playgroundChannel() {
  const { openPlaygroundChannel } = await import('./playground-channel.ts');
  return openPlaygroundChannel();
}
