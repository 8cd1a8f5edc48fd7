import { runApp } from '../app.ts';
import { readSettings, SettingsError } from '../settings.ts';

/** Runs the bot until a signal ends it. */
export async function run(): Promise<number> {
  const settings = readSettings();
  const token = settings.DISCORD_TOKEN;
  if (token === undefined) {
    throw new SettingsError(
      'DISCORD_TOKEN is not set, so there is no bot to log in as. Set it to the token from the Discord ' +
        'developer portal, or see the bot at work without an account: npm run playground',
    );
  }
  return runApp({ ...settings, DISCORD_TOKEN: token });
}
