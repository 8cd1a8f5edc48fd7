/**
 * Mixed load with faults for half an hour, or `--minutes N`: stories, questions, a Discord that fails, hangs and goes
 * away, feeds that fail, a bot that is killed. Counts what was lost or told twice, and whether memory, handles and
 * queue stay level. Before it, the suites of crashes run in full, unless `--load-only`.
 */
import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type LoopbackDiscord, startDiscord } from '../../src/playground/discord/index.ts';
import { packWatching } from '../../test/e2e/bot-process.ts';
import { FeedServer } from '../../test/e2e/feed-server.ts';
import { type Bot, startBot } from '../parts/bot.ts';
import { type Asked, ask } from './ask.ts';
import { faults } from './faults.ts';
import { levels, type Sample, sampleOf } from './levels.ts';
import { openServers, type Server, stories } from './servers.ts';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '30' }, 'load-only': { type: 'boolean', default: false } },
});
const minutes = Number(values.minutes);
const span = minutes * 60_000;
/** The bot is killed within the first part only: what grows slowly shows in a process that lives long. */
const killsUntil = span / 3;
const sampleEvery = 5000;
/** What is under way at the end has so long to arrive (ms). */
const patience = 120_000;

if (!values['load-only']) {
  const suites = ['test/alerts/kills', 'test/e2e/several-processes.test.ts'];
  const env = { ...process.env, SOAK: '1' };
  const { status } = spawnSync('npx', ['vitest', 'run', ...suites], { env, stdio: 'inherit' });
  if (status !== 0) process.exit(1);
  const many = { ...process.env, CHANNELS: '10000' };
  spawnSync(process.execPath, ['bench/fan-out.ts'], { env: many, stdio: 'inherit' });
}

const discord = await startDiscord();
const feeds = await FeedServer.start();
const pack = packWatching([]);
const servers = await openServers(discord, feeds, pack.data, Math.ceil(stories(span)));
const settings = { DATA_DIR: pack.data, PACK: pack.pack, POLL_SECONDS: '10', LOG_LEVEL: 'info' };
let bot: Bot = startBot(discord.apiUrl, settings, discord.token);
await bot.said('ready');
// What a feed holds when it is first seen is never told; the second poll of it begins when the first is noted.
while (servers.some(({ feed }) => feeds.polls(feed) < 2)) await sleep(200);

const started = Date.now();
const end = started + span;
const samples: Sample[] = [];
const asked: Asked = { answered: 0, unanswered: 0 };
const told: Server[] = [];
let kills = 0;

async function publish(): Promise<void> {
  for (const [n, server] of servers.entries()) {
    await sleep(Math.max(0, started + (n * span) / servers.length - Date.now()));
    feeds.publish(server.feed, { guid: server.feed, ...server.story });
    told.push(server);
  }
}

async function killNowAndThen(): Promise<void> {
  while (Date.now() + 45_000 < started + killsUntil) {
    await sleep(20_000 + Math.random() * 20_000);
    const port = await bot.port();
    await bot.close('SIGKILL');
    bot = startBot(discord.apiUrl, { ...settings, PORT: String(port) }, discord.token);
    kills += 1;
    await bot.said('ready');
  }
}

async function sample(): Promise<void> {
  for (; Date.now() < end; await sleep(sampleEvery)) {
    const taken = await sampleOf(bot).catch(() => undefined);
    if (taken) samples.push(taken);
    show();
  }
}

function show(): void {
  const last = samples.at(-1);
  const line =
    `${Math.round((Date.now() - started) / 1000)} of ${span / 1000} s: ${told.length} stories, ${kills} kills, ` +
    `${asked.answered} answers, ${last?.memory ?? '–'} MB, ${last?.handles ?? '–'} handles, ${last?.queue ?? '–'} in the queue`;
  if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K${line}`);
  else if (samples.length % 12 === 1) console.log(line);
}

console.log(
  `soak: ${minutes} min, ${servers.length} servers with ${servers[0]?.channels.length} channels each`,
);
await Promise.all([
  publish(),
  killNowAndThen(),
  sample(),
  faults(discord, feeds, end),
  ask(discord, servers, asked, end),
]);

const expected = servers.flatMap(({ channels }) => channels);
const count = (channel: string) => messagesOf(discord, channel);
for (
  const limit = Date.now() + patience;
  Date.now() < limit && expected.some((channel) => count(channel) === 0);
)
  await sleep(1000);
// Whatever may still come twice has time to.
await sleep(5000);

const lost = servers.flatMap(({ id, feed, channels }) =>
  channels.filter((channel) => count(channel) === 0).map((channel) => ({ server: id, feed, channel })),
);
const doubled = expected.filter((channel) => count(channel) > 1).length;
const { violations, globallyLimited, rateLimited } = discord.journal;
const level = levels(samples.filter(({ at }) => at > started + killsUntil));
await bot.close();
await Promise.all([discord.close(), feeds.close()]);
pack.remove();

console.log(
  `\n${expected.length} messages due: ${lost.length} lost, ${doubled} doubled; ${kills} kills; ` +
    `${asked.answered} questions answered, ${asked.unanswered} not (Discord or the bot was away)`,
);
for (const each of lost) console.log('lost', each);
console.log(`violations ${violations.length}, 429 ${rateLimited} (global ${globallyLimited})`);
for (const { what, middle, last, isLevel } of level)
  console.log(`${what}: ${middle} in the middle third, ${last} in the last: ${isLevel ? 'level' : 'GROWS'}`);
const isGood =
  lost.length + doubled + violations.length + globallyLimited === 0 && level.every(({ isLevel }) => isLevel);
console.log(isGood ? 'soak: passed' : 'soak: FAILED');
process.exitCode = isGood ? 0 : 1;

function messagesOf(discord: LoopbackDiscord, channel: string): number {
  return discord.messages(channel).filter(({ author }) => author.id === discord.bot.id).length;
}
