/**
 * Mixed load with faults for half an hour, or `--minutes N`: affairs that several outlets tell of in two
 * languages, change, take further and withdraw, digests, questions, a Discord that fails, hangs and goes
 * away, feeds that fail, a bot that is killed. Counts what was lost or told twice, and whether memory, handles and
 * queue stay level. Before it, the suites of crashes run in full, unless `--load-only`.
 */
import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { startDiscord } from '../../src/playground/discord/index.ts';
import { packWatching } from '../../test/e2e/bot-process.ts';
import { FeedServer } from '../../test/e2e/feed-server.ts';
import { type Bot, startBot } from '../parts/bot.ts';
import { type Asked, ask } from './ask.ts';
import { fansOut } from './fan-out.ts';
import { faults } from './faults.ts';
import { levels, type Sample, sampleOf } from './levels.ts';
import { readOptions } from './options.ts';
import { openServers, type Server } from './servers.ts';
import { type Tally, tallyOf } from './tally.ts';
import { tellAffair } from './tell.ts';

const { minutes, loadOnly } = readOptions();
const span = minutes * 60_000;
/** The bot is killed within the first part only: what grows slowly shows in a process that lives long. */
const killsUntil = span / 3;
const sampleEvery = 5000;
/** What is under way at the end has so long to arrive (ms): edits come a minute after what they tell. */
const patience = 180_000;

if (!loadOnly) {
  const suites = ['test/alerts/kills', 'test/e2e/several-processes.test.ts'];
  const env = { ...process.env, SOAK: '1' };
  const { status } = spawnSync('npx', ['vitest', 'run', ...suites], { env, stdio: 'inherit' });
  if (status !== 0) process.exit(1);
  if (!(await fansOut(10_000))) {
    console.log('soak: FAILED: the fan-out to 10,000 channels missed its goal');
    process.exit(1);
  }
}

const discord = await startDiscord();
const feeds = await FeedServer.start();
const pack = packWatching([]);
const servers = await openServers(discord, feeds, pack.data, span);
const settings = { DATA_DIR: pack.data, PACK: pack.pack, POLL_SECONDS: '10', LOG_LEVEL: 'info' };
let bot: Bot = startBot(discord.apiUrl, settings, discord.token);
await bot.said('ready');
// What a feed holds when it is first seen is never told; the second poll of it begins when the first is noted.
while (servers.some((server) => server.feeds.some((feed) => feeds.polls(feed) < 2))) await sleep(200);

const started = Date.now();
const end = started + span;
const samples: Sample[] = [];
const asked: Asked = { answered: 0, unanswered: 0 };
let begun = 0;
let kills = 0;

async function publish(): Promise<void> {
  const telling = servers.map(async (server, n) => {
    await sleep(Math.max(0, started + (n * span) / servers.length - Date.now()));
    begun += 1;
    await tellAffair(server, discord, feeds, end + patience);
  });
  await Promise.all(telling);
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
    `${Math.round((Date.now() - started) / 1000)} of ${span / 1000} s: ${begun} affairs, ${kills} kills, ` +
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

/** Whatever stands there: nothing else is said in that channel. */
const digest = [{ is: '', says: '' }];
const digestsOf = (server: Server) =>
  tallyOf(discord, server.digestChannel ? [server.digestChannel] : [], digest);
while (Date.now() < end + patience && servers.some((server) => digestsOf(server).lost > 0)) await sleep(1000);
// Whatever may still come twice has time to.
await sleep(5000);

const tallies = servers.map((server) => {
  const { channels, affair } = server;
  return {
    server,
    alerts: tallyOf(discord, channels, affair.stages.at(-1)!.messages),
    digest: digestsOf(server),
  };
});
const sum = (what: keyof Tally) =>
  tallies.reduce((all, { alerts, digest }) => all + alerts[what] + digest[what], 0);
const [lost, doubled, stale] = [sum('lost'), sum('doubled'), sum('stale')];
const due = servers.reduce(
  (all, { channels, affair, digestChannel }) =>
    all + channels.length * affair.stages.at(-1)!.messages.length + (digestChannel ? 1 : 0),
  0,
);
const { violations, globallyLimited, rateLimited } = discord.journal;
const level = levels(samples.filter(({ at }) => at > started + killsUntil));
await bot.close();
await Promise.all([discord.close(), feeds.close()]);
pack.remove();

console.log(
  `\n${due} messages due: ${lost} lost, ${doubled} doubled, ${stale} not as they should read; ${kills} kills; ` +
    `${asked.answered} questions answered, ${asked.unanswered} not (Discord or the bot was away)`,
);
for (const { server, alerts, digest } of tallies) {
  if (Object.values(alerts).some(Boolean)) console.log(server.affair.kind, server.id, alerts);
  if (Object.values(digest).some(Boolean)) console.log('digest', server.id, digest);
}
console.log(`violations ${violations.length}, 429 ${rateLimited} (global ${globallyLimited})`);
for (const { what, middle, last, isLevel } of level)
  console.log(`${what}: ${middle} in the middle third, ${last} in the last: ${isLevel ? 'level' : 'GROWS'}`);
const isGood =
  lost + doubled + stale + violations.length + globallyLimited === 0 && level.every(({ isLevel }) => isLevel);
console.log(isGood ? 'soak: passed' : 'soak: FAILED');
process.exitCode = isGood ? 0 : 1;
