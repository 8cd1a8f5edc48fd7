import { Client } from 'discord.js';

/** The floor: a discord.js client that replies a constant. */
const [api = ''] = process.argv.slice(2);
const client = new Client({ intents: [], rest: { api } });
client.on('interactionCreate', (interaction) => {
  if (interaction.isChatInputCommand()) void interaction.reply('pong');
});
await client.login('bench');
process.send?.('ready');
// Whoever measures is gone.
process.once('disconnect', () => process.exit());
