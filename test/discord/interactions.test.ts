import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve } from '../../src/app/server.ts';
import { systemClock } from '../../src/clock.ts';
import { type AnyCommand, defineCommand } from '../../src/command.ts';
import { createDispatch } from '../../src/discord/dispatch.ts';
import { createEndpoint } from '../../src/discord/endpoint.ts';
import { createGateway } from '../../src/discord/gateway.ts';
import {
  type AnsweredInteraction,
  createInteractions,
  type Interactions,
} from '../../src/discord/interactions.ts';
import { register } from '../../src/discord/register.ts';
import { createInteractionRest, createRest } from '../../src/discord/rest.ts';
import { type LoopbackDiscord, startDiscord } from '../../src/playground/discord/index.ts';
import { quiet } from '../app/quiet-server.ts';
import { watchServers } from './watch-servers.ts';

let slow = Promise.withResolvers<void>();

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
      { name: 'picture', description: 'x' },
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
      select: {
        id: 'probe:pick',
        placeholder: 'Pick',
        options: [
          { value: 'a', label: 'A' },
          { value: 'late', label: 'L' },
        ],
      },
    }),
    hidden: () => ({ text: 'for you', ephemeral: true }),
    picture: () => ({ picture: { name: 'dot.png', png: Buffer.from('a dot'), alt: 'A dot' } }),
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
  press: async ({ id, values }) => {
    if (id === 'tell') return { text: 'told', ephemeral: true };
    if (values.includes('late')) await slow.promise;
    return { text: `changed ${values.join()}`, inPlace: true };
  },
});

describe.each(['gateway', 'http'] as const)('interactions over %s', (transport) => {
  let discord: LoopbackDiscord;
  let end: () => Promise<void>;
  let interactions: Interactions;
  let here: { user: string; channel: string };
  const seen: AnsweredInteraction[] = [];
  const problems: string[] = [];

  beforeAll(async () => {
    slow = Promise.withResolvers();
    discord = await startDiscord();
    const guild = discord.createGuild('Here');
    here = {
      user: discord.createUser('asker', guild).id,
      channel: discord.createChannel(guild, 'general').id,
    };
    const commands: AnyCommand<object>[] = [probe];
    const log = {
      info: () => {},
      warn: () => {},
      error: (about: object, message: string) => void problems.push(`${message} ${JSON.stringify(about)}`),
    };
    const rest = createRest(discord.apiUrl, discord.token);
    await register(rest, [probe.definition]);
    interactions = createInteractions({
      dispatch: createDispatch(commands, {}, log),
      rest: createInteractionRest(discord.apiUrl),
      log,
      observe: (answered) => void seen.push(answered),
    });
    if (transport === 'gateway') {
      const gateway = createGateway({
        rest,
        token: discord.token,
        interactions,
        servers: watchServers(),
        log,
      });
      await gateway.connect();
      end = () => gateway.close();
    } else {
      const endpoint = createEndpoint({
        publicKey: discord.keys.verifyKey,
        interactions,
        clock: systemClock,
      });
      const server = await serve({ ...quiet, endpoint });
      discord.interactionsUrl = `http://127.0.0.1:${server.port}/interactions`;
      end = () => server.close();
    }
  });

  afterAll(async () => {
    await end();
    expect(discord.journal.violations).toEqual([]);
    expect(problems).toEqual([]);
    await discord.close();
  });

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

  test('a picture comes with its alt text', async () => {
    const { message } = await discord.command(here, 'probe picture');
    expect(message?.attachments).toMatchObject([{ filename: 'dot.png', description: 'A dot' }]);
  });

  test('an ephemeral answer is for the asker', async () => {
    expect(await discord.command(here, 'probe hidden')).toMatchObject({ ephemeral: true, text: 'for you' });
  });

  test('a slow answer is announced in time, and what is secret does not become public', async () => {
    const { message } = await discord.command(here, 'probe echo');
    const callbacks = () => seen.filter(({ outcome }) => outcome === 'deferred').length;
    const open = discord.command(here, 'probe slow');
    const secret = discord.command(here, 'probe slow-hidden');
    const change = discord.choose(here, message!.id, 'Pick', ['late']);
    await discord.waitFor(() => callbacks() === 3);
    let settled = false;
    const waiting = interactions.settled().then(() => {
      settled = true;
    });
    expect(settled).toBe(false);
    slow.resolve();
    await waiting;
    const { deferred, text, ephemeral } = await open;
    expect({ deferred, text, ephemeral }).toEqual({ deferred: true, text: 'at last', ephemeral: false });
    const answer = await secret;
    await discord.waitFor(() => answer.followUps.length === 1);
    expect(answer.followUps[0]?.content).toBe('a secret');
    expect(discord.messages(here.channel).filter(({ content }) => content === 'a secret')).toEqual([]);
    expect((await change).deferred).toBe(true);
    const changed = () => discord.messages(here.channel).find(({ id }) => id === message!.id)?.content;
    await discord.waitFor(() => changed() === 'changed late');
  });

  test('each is noted with how long it took', () => {
    expect(seen.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    expect(new Set(seen.map(({ kind }) => kind))).toEqual(new Set(['call', 'press', 'typing']));
    expect(seen.every(({ command, ms }) => command === 'probe' && ms >= 0)).toBe(true);
  });
});
