import { afterEach, beforeEach, expect, test } from 'vitest';
import { createRest } from '../../src/discord/rest.ts';
import { listServers } from '../../src/discord/servers.ts';
import { type LoopbackDiscord, startDiscord } from '../../src/playground/discord/index.ts';

let discord: LoopbackDiscord;
beforeEach(async () => {
  discord = await startDiscord();
});
afterEach(() => discord.close());

test('lists every server that the bot is in, over several pages', async () => {
  const guilds = Array.from({ length: 405 }, (_, i) => discord.createGuild(`Server ${i}`));
  const [left, ...stay] = guilds;
  discord.removeBot(left!);
  const listed = await listServers(createRest(discord.apiUrl, discord.token));
  expect([...listed].sort()).toEqual(stay.map(({ id }) => id).sort());
  expect(discord.journal.requests.filter(({ path }) => path.includes('/users/@me/guilds'))).toHaveLength(3);
  expect(discord.journal.violations).toEqual([]);
});

test('a part of the list is no list', async () => {
  for (let i = 0; i < 201; i++) discord.createGuild(`Server ${i}`);
  const rest = createRest(discord.apiUrl, discord.token);
  // Discord goes away between the pages.
  rest.once('response', () => discord.faults.add({ match: /guilds/, effect: 'error', status: 503 }));
  await expect(listServers(rest)).rejects.toThrow();
});
