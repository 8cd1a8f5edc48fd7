import { Client, type ClientOptions, Events, GatewayIntentBits, REST } from 'discord.js';
import { onTestFinished } from 'vitest';
import { type LoopbackDiscord, startDiscord } from '../../src/playground/discord/index.ts';
import type { DiscordOptions } from '../../src/playground/discord/options.ts';

/** A stand-in that ends with the test. */
export async function discordForTest(options: DiscordOptions = {}): Promise<LoopbackDiscord> {
  const discord = await startDiscord(options);
  onTestFinished(() => discord.close());
  return discord;
}

/** A stand-in with one guild, one channel and one person in it. */
export async function guildForTest(options: DiscordOptions = {}) {
  const discord = await discordForTest(options);
  const guild = discord.createGuild('Test guild');
  const channel = discord.createChannel(guild, 'general');
  const user = discord.createUser('Reader', guild);
  return { discord, guild, channel, user, person: { user: user.id, channel: channel.id } };
}

/** Real discord.js, logged in. Ends with the test. */
export async function login(
  discord: LoopbackDiscord,
  options: Partial<ClientOptions> = {},
): Promise<Client<true>> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    ...options,
    rest: { api: discord.apiUrl, ...options.rest },
  });
  onTestFinished(() => client.destroy());
  const ready = new Promise<Client<true>>((resolve) => {
    client.once(Events.ClientReady, resolve);
  });
  await client.login(discord.token);
  return ready;
}

/** Real discord.js REST alone. */
export function restOf(discord: LoopbackDiscord): REST {
  return new REST({ api: discord.apiUrl, retries: 0 }).setToken(discord.token);
}
