import { control } from './control.ts';
import { LoopbackDiscord } from './discord.ts';
import type { DiscordOptions } from './options.ts';

/** Starts a loopback Discord on 127.0.0.1. The bot's DISCORD_API_URL is its `apiUrl`. */
export async function startDiscord(options: DiscordOptions = {}): Promise<LoopbackDiscord> {
  const discord = new LoopbackDiscord(options, control);
  await discord.listen();
  return discord;
}
