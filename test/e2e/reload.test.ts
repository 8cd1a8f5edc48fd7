import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LoopbackDiscord, startDiscord } from '../../src/playground/discord/index.ts';
import { BotProcess, packWatching } from './bot-process.ts';
import { FeedServer } from './feed-server.ts';
import { settingsOf } from './variant.ts';

let discord: LoopbackDiscord;
let feeds: FeedServer;
let bot: BotProcess;
let folder: ReturnType<typeof packWatching>;
let reader: { user: string; channel: string };

const reloaded = () => bot.logged('the pack was reloaded').length;
const refused = () => bot.logged('the pack was not reloaded');

function change(file: string, edit: (text: string) => string): void {
  const path = join(folder.pack, file);
  writeFileSync(path, edit(readFileSync(path, 'utf8')));
}

beforeAll(async () => {
  discord = await startDiscord();
  feeds = await FeedServer.start();
  const guild = discord.createGuild('Server');
  reader = {
    user: discord.createUser('reader', guild).id,
    channel: discord.createChannel(guild, 'general').id,
  };
  feeds.publish('wire');
  feeds.publish('paper');
  folder = packWatching([{ id: 'wire', title: 'Wire', url: `${feeds.origin}/wire` }]);
  bot = new BotProcess({
    ...settingsOf({ transport: 'gateway' }, discord),
    PACK: folder.pack,
    DATA_DIR: folder.data,
    PORT: '0',
    POLL_SECONDS: '1',
    ALLOW_PRIVATE_FEEDS: 'true',
  });
  await bot.until('ready');
});

afterAll(async () => {
  await bot.end('SIGKILL');
  await discord.close();
  await feeds.close();
  folder.remove();
});

test('a changed file is taken up: feeds, and what is answered', { timeout: 60_000 }, async () => {
  expect(feeds.polls('paper')).toBe(0);
  const feed = { id: 'paper', title: 'The Paper', url: `${feeds.origin}/paper`, lang: 'en', tier: 'A' };
  change('feeds.yaml', (text) => `${text}  - ${JSON.stringify(feed)}\n`);
  await discord.waitFor(() => reloaded() === 1, 20_000);
  await discord.waitFor(() => feeds.polls('paper') > 0, 20_000);
  expect((await discord.command(reader, 'feeds list')).text).toContain('The Paper');
  change('pack.yaml', (text) => text.replace(/^name: .*$/m, 'name: Another name'));
  await discord.waitFor(() => reloaded() === 2, 20_000);
  expect((await discord.command(reader, 'about')).text).toContain('Another name');
});

test('one that does not check out is told with file and line; the old one answers on', {
  timeout: 60_000,
}, async () => {
  const before = readFileSync(join(folder.pack, 'feeds.yaml'), 'utf8');
  change('feeds.yaml', () => 'feeds:\n  - id: wire\n    title: Wire\n    url: no address\n');
  await discord.waitFor(() => refused().length > 0, 20_000);
  expect(JSON.stringify(refused()[0]!.problems)).toMatch(/feeds\.yaml:4:\d+/);
  expect((await discord.command(reader, 'feeds list')).text).toContain('The Paper');
  const status = await discord.command(reader, 'ceasefire status', { on: '2022-05-20' });
  expect(status.text).toMatch(/in effect/i);
  // Mended, and asked for by the signal rather than by the change.
  change('feeds.yaml', () => before.replace('The Paper', 'The Daily Paper'));
  bot.signal('SIGHUP');
  await discord.waitFor(() => reloaded() === 3, 20_000);
  expect((await discord.command(reader, 'feeds list')).text).toContain('The Daily Paper');
});
