import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BotProcess } from './bot-process.ts';
import { PlaygroundClock } from './clock.ts';
import { Desk } from './desk.ts';
import { startDiscord } from './discord/index.ts';
import { FeedServer } from './newsroom/feed-server.ts';
import { sampleOutlets } from './newsroom/outlets.ts';
import { type Replay, readReplay } from './newsroom/replay-file.ts';
import { playOpening } from './opening.ts';
import { optionsOf, slip, usage } from './options.ts';
import { samplePack } from './pack.ts';
import { pageOf } from './page/server.ts';
import { playReplay } from './replay.ts';
import { setScene } from './scene.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const day = 86_400_000;

/**
 * Runs the bot against a loopback Discord until a signal comes. Everything it starts ends with it.
 * @param args see `--help`
 * @returns the exit code
 */
export async function playground(args: string[]): Promise<number> {
  const tell = (line: string): void => void process.stdout.write(`${line}\n`);
  const { port, verbose, help, replay: file, speed } = optionsOf(args);
  if (help) {
    tell(usage);
    return 0;
  }
  const replay = file === undefined ? undefined : await readReplay(file).catch(explainReplay(file));
  const ended = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await using ends = new AsyncDisposableStack();
  const clock = new PlaygroundClock(replay && replay.items[0]!.at - day);
  const discord = await startDiscord({ port, now: clock.now }).catch(explainPort(port));
  ends.defer(() => discord.close());
  const folder = await mkdtemp(join(tmpdir(), 'trucewatch-playground-'));
  ends.defer(() => rm(folder, { recursive: true, force: true }));
  const newsroom = new FeedServer(replay?.outlets ?? sampleOutlets, clock.now);
  await newsroom.listen();
  ends.defer(() => newsroom.close());
  const scene = setScene(discord);
  const pack = await samplePack(join(root, 'config/pakistan-ttp'), folder, newsroom);
  const settings = {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    ALLOW_PRIVATE_FEEDS: 'true',
    POLL_SECONDS: '2',
    PORT: '0',
    PACK: pack,
    DATA_DIR: join(folder, 'data'),
    LOG_LEVEL: 'info',
  };
  const bot = new BotProcess(root, settings, clock);
  if (verbose) bot.on('line', tell);
  const desk = new Desk(newsroom, (item) => bot.verdict(item));
  bot.start(); // it begins while the page is bundled
  ends.defer(() => bot.stop());
  discord.page = await pageOf({ discord, scene, bot, desk, newsroom, clock });
  tell(whatToTry(discord.url));

  const publish = replay ? undefined : desk.publishSample.bind(desk);
  void playOpening(discord, newsroom, scene, bot, tell, publish).then(
    () => {
      tell('The opening is over: now it is your turn.');
      if (replay) return play(replay);
    },
    (error: unknown) => {
      tell(`The opening stopped: ${(error as Error).message}`);
      for (const line of bot.log.slice(-10)) tell(`  bot: ${line}`);
    },
  );
  async function play({ items }: Replay): Promise<void> {
    tell(`\nThe replay begins: ${items.length} items, ${speed} a minute.`);
    await playReplay(items, { bot, clock, newsroom, desk, speed });
    tell(`The replay is over: the bot's clock says ${new Date(clock.now()).toISOString().slice(0, 10)}.`);
  }
  await ended;
  return 0;
}

function explainPort(port: number): (error: NodeJS.ErrnoException) => never {
  return (error) => {
    throw error.code === 'EADDRINUSE' ? slip(`port ${port} is taken: choose another with --port`) : error;
  };
}

function explainReplay(file: string): (error: Error) => never {
  return ({ message }) => {
    throw slip(`${file} can't be replayed: ${message}`);
  };
}

function whatToTry(url: string): string {
  return `Trucewatch playground: ${url}/

Open it and try:
  /ceasefire status on:2021-11-15     what held on a day
  /actor name:Noor Wali               who is who; names complete as you type
  Newsroom → publish the second and third outlet of the extension: the alert is edited, not repeated
  Newsroom → publish a look-alike: no alert
  Newsroom → Clock → To the next digest: #digest gets it
Ctrl+C ends it. Meanwhile it opens with a question, an alert and a digest:
`;
}
