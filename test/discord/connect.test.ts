import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connect, TokenRefused } from '../../src/discord/connect.ts';
import { createDispatch } from '../../src/discord/dispatch.ts';
import { createGateway } from '../../src/discord/gateway.ts';
import { createInteractions } from '../../src/discord/interactions.ts';
import { createInteractionRest, createRest } from '../../src/discord/rest.ts';
import { type LoopbackDiscord, startDiscord } from '../../src/playground/discord/index.ts';
import { watchServers } from './watch-servers.ts';

const errors: string[] = [];
const log = {
  info: () => {},
  warn: () => {},
  error: (_: object, message: string) => void errors.push(message),
};
let discord: LoopbackDiscord;

beforeEach(async () => {
  discord = await startDiscord();
});
afterEach(() => discord.close());

function attempt(token: string, signal = new AbortController().signal) {
  const rest = createRest(discord.apiUrl, token);
  const interactions = createInteractions({
    dispatch: createDispatch([], {}, log),
    rest: createInteractionRest(discord.apiUrl),
    log,
  });
  const gateway = createGateway({ rest, token, interactions, servers: watchServers(), log });
  return { gateway, done: connect({ rest, definitions: [], gateway, log, signal }) };
}

describe('connect', () => {
  test('a refused token is final', async () => {
    await expect(attempt('MTIz.wrong.token').done).rejects.toBeInstanceOf(TokenRefused);
  });

  test('while Discord is away it keeps trying, and then logs in', async () => {
    discord.faults.add({ match: /^PUT/, effect: 'error', status: 503, times: 1 });
    const { gateway, done } = attempt(discord.token);
    await done;
    expect(gateway.away()).toEqual([]);
    expect(errors).toContain('could not connect to Discord');
    await gateway.close();
  });

  test('ends when the bot is told to', async () => {
    discord.faults.add({ match: /./, effect: 'error', status: 503 });
    const stopping = new AbortController();
    const { gateway, done } = attempt(discord.token, stopping.signal);
    setTimeout(() => stopping.abort(), 50);
    await done;
    await gateway.close();
  });
});
