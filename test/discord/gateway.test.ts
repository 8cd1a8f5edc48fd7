import { GatewayIntentBits } from 'discord.js';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDispatch } from '../../src/discord/dispatch.ts';
import { createGateway } from '../../src/discord/gateway.ts';
import { createInteractions } from '../../src/discord/interactions.ts';
import { createInteractionRest, createRest } from '../../src/discord/rest.ts';
import { type LoopbackDiscord, startDiscord } from '../../src/playground/discord/index.ts';
import { watchServers } from './watch-servers.ts';

let discord: LoopbackDiscord;
const ends: (() => Promise<void>)[] = [];
beforeEach(async () => {
  discord = await startDiscord();
});
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
  await discord.close();
});

const errors: object[] = [];
const log = { info: () => {}, warn: () => {}, error: (about: object) => void errors.push(about) };

async function connected(servers = watchServers()) {
  const rest = createRest(discord.apiUrl, discord.token);
  const interactions = createInteractions({
    dispatch: createDispatch([], {}, log),
    rest: createInteractionRest(discord.apiUrl),
    log,
  });
  const gateway = createGateway({ rest, token: discord.token, interactions, servers, log });
  await gateway.connect();
  ends.push(() => gateway.close());
  return servers;
}

test('its one intent is the one for servers', async () => {
  await connected();
  expect([...discord.gateway.sessions.values()].map(({ intents }) => intents)).toEqual([
    GatewayIntentBits.Guilds,
  ]);
});

test('as many shards connect as Discord recommends, and each has its own servers', async () => {
  await discord.close();
  discord = await startDiscord({ shards: 3 });
  const guilds: { readonly id: string }[] = [];
  // The shard of a server goes by the millisecond in its id.
  for (let n = 0; n < 12; n++) {
    guilds.push(discord.createGuild(`Server ${n}`));
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  const { heard } = await connected();
  expect(discord.gateway.sessions.size).toBe(3);
  for (const { id } of guilds) {
    await vi.waitFor(() => expect(heard.filter((line) => line === `joined ${id}`)).toHaveLength(1));
    expect(heard.filter((line) => line === `listed ${id}`)).toHaveLength(1);
  }
  const shards = new Set(guilds.map(({ id }) => Number((BigInt(id) >> 22n) % 3n)));
  expect(shards.size).toBeGreaterThan(1);
});

test('a connection says which servers the bot is in', async () => {
  const first = discord.createGuild('First');
  const second = discord.createGuild('Second');
  const { heard } = await connected();
  await vi.waitFor(() => expect(heard).toContain(`joined ${second.id}`));
  expect(heard).toContain(`listed ${first.id}`);
  expect(heard).toContain(`listed ${second.id}`);
});

test('a server that removes the bot is heard of, and one that adds it', async () => {
  const leaves = discord.createGuild('Leaves');
  const { heard } = await connected();
  discord.removeBot(leaves);
  const comes = discord.createGuild('Comes');
  await vi.waitFor(() => expect(heard.slice(-2)).toEqual([`left ${leaves.id}`, `joined ${comes.id}`]));
});

test('an outage is no departure', async () => {
  const { id } = discord.createGuild('Has an outage');
  const { heard } = await connected();
  discord.gateway.dispatch('GUILD_DELETE', { id, unavailable: true }, id, GatewayIntentBits.Guilds);
  const comes = discord.createGuild('Comes');
  await vi.waitFor(() => expect(heard).toContain(`joined ${comes.id}`));
  expect(heard).not.toContain(`left ${id}`);
});

test('a note that fails is logged, and the connection goes on', async () => {
  const watch = watchServers();
  await connected({ ...watch, left: () => Promise.reject(new Error('the store is away')) });
  discord.removeBot(discord.createGuild('Leaves'));
  const comes = discord.createGuild('Comes');
  await vi.waitFor(() => expect(watch.heard).toContain(`joined ${comes.id}`));
  expect(String(errors.map((about) => JSON.stringify(about)))).toContain('daily look');
});
