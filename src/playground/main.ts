import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { BotProcess } from './bot-process.ts';
import { Desk } from './desk.ts';
import { startDiscord } from './discord/index.ts';
import { FeedServer } from './newsroom/feed-server.ts';
import { playOpening } from './opening.ts';
import { samplePack } from './pack.ts';
import { pageOf } from './page/server.ts';
import { setScene } from './scene.ts';
import { classify } from './verdict.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Runs the bot against a loopback Discord until a signal comes. Everything it starts ends with it.
 * @param args `--port N` (a free one by default), `--verbose` to see the bot's log
 * @returns the exit code
 */
export async function playground(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { port: { type: 'string', default: '0' }, verbose: { type: 'boolean', default: false } },
  });
  const tell = (line: string): void => void process.stdout.write(`${line}\n`);
  const ended = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await using ends = new AsyncDisposableStack();
  const discord = await startDiscord({ port: portOf(values.port) }).catch(explainPort(values.port));
  ends.defer(() => discord.close());
  const folder = await mkdtemp(join(tmpdir(), 'trucewatch-playground-'));
  ends.defer(() => rm(folder, { recursive: true, force: true }));
  const newsroom = new FeedServer();
  await newsroom.listen();
  ends.defer(() => newsroom.close());
  const scene = setScene(discord);
  const pack = await samplePack(join(root, 'config/pakistan-ttp'), folder, newsroom.url);
  const bot = new BotProcess(root, {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    ALLOW_PRIVATE_FEEDS: 'true',
    POLL_SECONDS: '5',
    PORT: '0',
    PACK: pack,
    DATA_DIR: join(folder, 'data'),
    LOG_LEVEL: 'info',
  });
  if (values.verbose) bot.on('line', tell);
  const desk = new Desk(newsroom, ({ title, summary, link, outlet, at }) =>
    classify(root, pack, {
      id: link,
      title,
      summary,
      source: outlet,
      link,
      date: new Date(at).toISOString(),
    }),
  );
  discord.page = await pageOf({ discord, scene, bot, desk });
  bot.start();
  ends.defer(() => bot.stop());
  tell(`Trucewatch playground: ${discord.url}/\n`);

  void playOpening(discord, newsroom, scene, bot, (sample) => desk.publish(sample), tell).then(
    () => tell(whatToTry(discord.url)),
    (error: unknown) => {
      tell(`The opening stopped: ${(error as Error).message}`);
      for (const line of bot.log.slice(-10)) tell(`  bot: ${line}`);
    },
  );
  await ended;
  return 0;
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw slip(`--port takes a number from 0 (any free one) to 65535, not ${JSON.stringify(text)}`);
}

function explainPort(port: string): (error: NodeJS.ErrnoException) => never {
  return (error) => {
    throw error.code === 'EADDRINUSE' ? slip(`port ${port} is taken: choose another with --port`) : error;
  };
}

/** An error that the command line tells in a sentence, without a stack. */
function slip(message: string): Error {
  return Object.assign(new Error(message), { name: 'UserError' });
}

function whatToTry(url: string): string {
  return `
Open ${url}/ and try:
  /ceasefire status on:2021-11-15     what held on a day
  /actor name:Noor Wali               who is who; names complete as you type
  Newsroom → publish the second and third outlet of the extension: the alert is edited, not repeated
  Newsroom → publish a look-alike: no alert
Ctrl+C ends it.`;
}
