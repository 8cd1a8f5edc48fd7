import { once } from 'node:events';
import type { Client } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AnyCommand, defineCommand } from '../../src/command.ts';
import { createDispatch } from '../../src/discord/dispatch.ts';
import { createGateway } from '../../src/discord/gateway.ts';
import { register } from '../../src/discord/register.ts';
import { createRest } from '../../src/discord/rest.ts';
import { type LoopbackDiscord, startDiscord } from '../../src/playground/discord/index.ts';

const slow = Promise.withResolvers<void>();

const probe = defineCommand<object>()({
  definition: {
    name: 'probe',
    description: 'Answers in each way that a command can',
    where: 'anywhere',
    subcommands: [
      {
        name: 'echo',
        description: 'x',
        options: [
          { name: 'word', description: 'x', type: 'string', completes: true },
          { name: 'count', description: 'x', type: 'integer' },
          { name: 'flag', description: 'x', type: 'boolean' },
        ],
      },
      { name: 'hidden', description: 'x' },
      { name: 'slow', description: 'x' },
      { name: 'slow-hidden', description: 'x' },
    ],
  },
  run: {
    echo: ({ options, guild, locale }) => ({
      text: JSON.stringify({ ...options, guild: guild !== undefined, locale }),
      buttons: [
        { id: 'probe:change', label: 'Change' },
        { id: 'probe:tell', label: 'Tell' },
      ],
      select: { id: 'probe:pick', placeholder: 'Pick', options: [{ value: 'a', label: 'A' }] },
    }),
    hidden: () => ({ text: 'for you', ephemeral: true }),
    slow: async () => {
      await slow.promise;
      return { text: 'at last' };
    },
    'slow-hidden': async () => {
      await slow.promise;
      return { text: 'a secret', ephemeral: true };
    },
  },
  complete: ({ text }) => [{ name: `${text}!`, value: `${text}!` }],
  press: ({ id, values }) =>
    id === 'tell' ? { text: 'told', ephemeral: true } : { text: `changed ${values.join()}`, inPlace: true },
});

let discord: LoopbackDiscord;
let client: Client;
let here: { user: string; channel: string };

beforeAll(async () => {
  discord = await startDiscord();
  const guild = discord.createGuild('Here');
  here = { user: discord.createUser('asker', guild).id, channel: discord.createChannel(guild, 'general').id };
  const commands: AnyCommand<object>[] = [probe];
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  await register(createRest(discord.apiUrl, discord.token), [probe.definition]);
  client = createGateway(discord.apiUrl, createDispatch(commands, {}, log), log);
  const ready = once(client, 'clientReady');
  await client.login(discord.token);
  await ready;
});

afterAll(async () => {
  await client.destroy();
  expect(discord.journal.violations).toEqual([]);
  await discord.close();
});

describe('gateway', () => {
  test('options arrive with their types', async () => {
    const answer = await discord.command(here, 'probe echo', { word: 'x', count: 3, flag: true });
    expect(JSON.parse(answer.message?.content.replaceAll('\\', '') ?? '')).toEqual({
      word: 'x',
      count: 3,
      flag: true,
      guild: true,
      locale: 'en-US',
    });
  });

  test('completes as one types', async () => {
    const answer = await discord.complete(here, 'probe echo', 'word', { word: 'ab' });
    expect(answer.choices).toEqual([{ name: 'ab!', value: 'ab!' }]);
  });

  test('a button changes its message, or answers the presser alone', async () => {
    const { message } = await discord.command(here, 'probe echo');
    const told = await discord.press(here, message!.id, 'Tell');
    expect(told).toMatchObject({ ephemeral: true, text: 'told' });
    await discord.choose(here, message!.id, 'Pick', ['a']);
    expect(discord.messages(here.channel).find(({ id }) => id === message!.id)?.content).toBe('changed a');
  });

  test('an ephemeral answer is for the asker', async () => {
    expect(await discord.command(here, 'probe hidden')).toMatchObject({ ephemeral: true, text: 'for you' });
  });

  test('a slow answer is announced in time, and what is secret does not become public', async () => {
    const callbacks = () => discord.journal.requests.filter(({ path }) => path.endsWith('/callback')).length;
    const before = callbacks();
    const open = discord.command(here, 'probe slow');
    const secret = discord.command(here, 'probe slow-hidden');
    await discord.waitFor(() => callbacks() === before + 2);
    slow.resolve();
    const { deferred, text, ephemeral } = await open;
    expect({ deferred, text, ephemeral }).toEqual({ deferred: true, text: 'at last', ephemeral: false });
    const answer = await secret;
    await discord.waitFor(() => answer.followUps.length === 1);
    expect(answer.followUps[0]?.content).toBe('a secret');
    expect(discord.messages(here.channel).filter(({ content }) => content === 'a secret')).toEqual([]);
  });
});
