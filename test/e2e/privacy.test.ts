import { afterEach, describe, expect, test } from 'vitest';
import { type LoopbackDiscord, startDiscord } from '../../src/playground/discord/index.ts';
import { runCli } from '../cli/run-cli.ts';
import { type RedisServer, startRedis } from '../contract/redis-server.ts';
import { BotProcess, packWatching } from './bot-process.ts';
import { FeedServer } from './feed-server.ts';
import { settingsOf, type Variant } from './variant.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function start(variant: Variant) {
  const redis: RedisServer | undefined = variant.store === 'Redis' ? await startRedis() : undefined;
  ends.push(() => redis?.stop());
  const discord = await startDiscord();
  ends.push(() => discord.close());
  const feeds = await FeedServer.start();
  ends.push(() => feeds.close());
  feeds.publish('wire');
  const folder = packWatching([{ id: 'wire', title: 'Wire', url: `${feeds.origin}/wire` }]);
  ends.push(() => folder.remove());
  const settings = {
    ...settingsOf(variant, discord, redis),
    PACK: folder.pack,
    DATA_DIR: folder.data,
    PORT: '0',
    POLL_SECONDS: '1',
    ALLOW_PRIVATE_FEEDS: 'true',
  };
  const bot = new BotProcess(settings);
  ends.push(() => bot.end('SIGKILL'));
  return { discord, feeds, bot, settings };
}

function serverOf(discord: LoopbackDiscord, name: string) {
  const guild = discord.createGuild(name);
  const channels = ['news', 'digest'].map((each) => discord.createChannel(guild, each).id);
  const manager = discord.createUser('manager', guild, 'ManageChannels', 'ManageGuild').id;
  const moderator = discord.createUser('moderator', guild, 'ManageChannels').id;
  return { guild, news: channels[0]!, digest: channels[1]!, manager, moderator };
}

type Server = ReturnType<typeof serverOf>;

async function settle(discord: LoopbackDiscord, feeds: FeedServer, server: Server): Promise<void> {
  const person = { user: server.manager, channel: server.news };
  const own = { url: `${feeds.origin}/wire?of=${server.guild.id}`, name: 'Own' };
  for (const [command, options] of [
    ['alerts subscribe', {}],
    ['digest set', { channel: server.digest, time: '08:00', timezone: 'UTC' }],
    ['feeds add', own],
  ] as const) {
    const answer = await discord.command(person, command, options);
    expect(answer.failed, `${command}: ${answer.text}`).toBe(false);
  }
}

/** Everything that the bot keeps, once it has ended. */
async function kept(settings: Record<string, string>): Promise<string> {
  const { code, out, err } = await runCli(['data', 'export'], { settings });
  expect([code, err]).toEqual([0, expect.stringContaining('exported')]);
  return out;
}

describe.each<Variant>([
  { transport: 'gateway', store: 'SQLite' },
  { transport: 'http', store: 'Redis' },
])('a server’s data, over $transport on $store', (variant) => {
  test('is deleted with two presses in /about, to the last word, and only that server’s', async () => {
    const { discord, feeds, bot, settings } = await start(variant);
    const [goes, stays] = [serverOf(discord, 'Goes'), serverOf(discord, 'Stays')];
    await bot.until('ready', 30_000);
    if (variant.transport === 'http') await discord.useEndpoint(bot.url('/interactions'));
    for (const server of [goes, stays]) await settle(discord, feeds, server);
    await discord.waitFor(() => feeds.polls('wire') > 3, 30_000);

    const person = { user: goes.manager, channel: goes.news };
    expect((await discord.command({ ...person, user: goes.moderator }, 'about')).message?.components).toEqual(
      [],
    );
    const about = await discord.command(person, 'about');
    const asked = await discord.press(person, about.message!.id, 'about:delete');
    expect(asked.text).toContain('cannot be undone');
    const done = await discord.press(person, about.message!.id, 'about:delete-all');
    expect(done.text).toContain('is deleted');
    expect((await discord.command(person, 'alerts list')).text).toContain('No channel is subscribed');

    await bot.end('SIGTERM');
    const left = await kept(settings);
    for (const id of [goes.guild.id, goes.news, goes.digest, goes.manager]) expect(left).not.toContain(id);
    for (const id of [stays.guild.id, stays.news, stays.digest]) expect(left).toContain(id);
    expect(discord.journal.violations).toEqual([]);
  }, 90_000);
});

test('a server that removes the bot is noted, while the bot runs and while it does not', async () => {
  const { discord, feeds, bot, settings } = await start({ transport: 'gateway', store: 'SQLite' });
  const [first, second] = [serverOf(discord, 'First'), serverOf(discord, 'Second')];
  const stays = serverOf(discord, 'Stays');
  await bot.until('ready', 30_000);
  for (const server of [first, second, stays]) await settle(discord, feeds, server);
  await bot.end('SIGTERM');
  discord.removeBot(first.guild);

  const again = new BotProcess(settings);
  ends.push(() => again.end('SIGKILL'));
  await again.until('ready', 30_000);
  discord.removeBot(second.guild);
  const before = feeds.polls('wire');
  await discord.waitFor(() => feeds.polls('wire') >= before + 2, 30_000);
  await again.end('SIGTERM');
  const lines = (await kept(settings)).split('\n').filter(Boolean);
  const documents = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  const noted = documents.filter(({ document }) => document === 'departure').map(({ id }) => id);
  expect(noted).toEqual([first.guild.id, second.guild.id]);
}, 90_000);
