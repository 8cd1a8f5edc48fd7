import { commands } from '../../commands/index.ts';
import { register } from '../discord/register.ts';
import { createRest } from '../discord/rest.ts';
import { readSettings, SettingsError } from '../settings.ts';

/** Publishes the slash commands. `start` does so too. */
export async function run(): Promise<number> {
  const { DISCORD_TOKEN, DISCORD_API_URL } = readSettings();
  if (DISCORD_TOKEN === undefined)
    throw new SettingsError('DISCORD_TOKEN is not set: commands are published as that bot.');
  const definitions = commands.map(({ definition }) => definition);
  const count = await register(createRest(DISCORD_API_URL, DISCORD_TOKEN), definitions);
  process.stdout.write(`${count} commands published\n`);
  return 0;
}
