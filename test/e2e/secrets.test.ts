import { afterAll, describe, expect, test } from 'vitest';
import { startDiscord } from '../../src/playground/discord/index.ts';
import { BotProcess, packWatching } from './bot-process.ts';
import { settingsOf } from './variant.ts';

/** Nothing listens there. */
const nowhere = 'http://127.0.0.1:9';

describe.each(['gateway', 'http'] as const)('all that a bot over %s writes', (transport) => {
  let stop = async (): Promise<void> => {};
  afterAll(() => stop());

  test('holds neither its token nor one of an interaction, through errors of every kind', async () => {
    const discord = await startDiscord({ answerWithin: 6000 });
    const guild = discord.createGuild('Server');
    const channel = discord.createChannel(guild, 'general').id;
    const moderator = discord.createUser('moderator', guild, 'ManageChannels', 'ManageGuild').id;
    // A feed whose address holds the token, which fails.
    const folder = packWatching([{ id: 'leak', title: 'Leak', url: `${nowhere}/?key=${discord.token}` }]);
    discord.faults.add({ match: /^PUT/, effect: 'error', status: 503, times: 1 });
    const bot = new BotProcess({
      ...settingsOf({ transport }, discord),
      PACK: folder.pack,
      DATA_DIR: folder.data,
      PORT: '0',
      POLL_SECONDS: '1',
      ALLOW_PRIVATE_FEEDS: 'true',
      LOG_LEVEL: 'trace',
    });
    stop = async () => {
      await bot.end('SIGKILL');
      await discord.close();
      folder.remove();
    };
    await bot.until('ready', 30_000);
    if (transport === 'http') await discord.useEndpoint(bot.url('/interactions'));
    const person = { user: moderator, channel };

    await discord.command(person, 'alerts subscribe');
    // Pictures go by REST over either transport: these are refused, and one is cut.
    const callbacks = /^POST \/interactions\//;
    discord.faults.add({ match: callbacks, effect: 'error', status: 403, times: 1 });
    await discord.command(person, 'ceasefire timeline');
    discord.faults.add({ match: callbacks, effect: 'cut', times: 5 });
    await discord.command(person, 'ceasefire timeline');
    discord.faults.clear();
    discord.faults.add({ match: /^POST \/channels\//, effect: 'error', status: 500, times: 1 });
    await discord.command(person, 'alerts test');
    if (transport === 'http') {
      const headers = { 'content-type': 'application/json', authorization: `Bot ${discord.token}` };
      await fetch(bot.url(`/interactions?token=${discord.token}`), { method: 'POST', body: '{', headers });
      await fetch(bot.url(`/nothing/${discord.token}`), { headers });
    }
    await bot.until('an interaction was not answered');
    await discord.waitFor(() => /feed failed/.test(bot.output));
    await bot.end('SIGTERM');

    expect(bot.output).toContain('could not connect to Discord');
    expect(bot.output).not.toContain(discord.token);
    expect(bot.output).not.toContain(encodeURIComponent(discord.token));
    const tokens = discord.journal.requests.flatMap(
      ({ path }) => /^\/(?:interactions|webhooks)\/\d+\/([^/]+)/.exec(path)?.[1] ?? [],
    );
    expect(tokens.length).toBeGreaterThan(0);
    for (const token of tokens) expect(bot.output).not.toContain(token);
  }, 90_000);
});
