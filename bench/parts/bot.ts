import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import manifest from '../../package.json' with { type: 'json' };
import { packWatching } from '../../test/e2e/bot-process.ts';
import { ended } from './child.ts';

/** The bot as `npm start` runs it, against a Discord at this address. */
export interface Bot {
  readonly pid: number;
  /** Resolves when it says so in its log. @throws if it does not within a minute. */
  said(message: string): Promise<void>;
  /** The port of its server. */
  port(): Promise<number>;
  close(signal?: NodeJS.Signals): Promise<void>;
}

/** The script's own words after `exec`, so that what is measured is what operators run. */
const [program = 'node', ...args] = manifest.scripts.start.replace(/^exec /, '').split(' ');

/** With a data folder of its own and a pack that watches nothing, unless given; feeds on loopback are allowed. */
export function startBot(
  apiUrl: string,
  settings: Readonly<Record<string, string>> = {},
  token = 'bench',
): Bot {
  const { pack, data, remove } = packWatching([]);
  const { PATH, HOME } = process.env;
  const child: ChildProcess = spawn(program, args, {
    env: {
      PATH,
      HOME,
      DISCORD_TOKEN: token,
      DISCORD_API_URL: apiUrl,
      PORT: '0',
      DATA_DIR: data,
      PACK: pack,
      ALLOW_PRIVATE_FEEDS: 'true',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });

  async function line(message: string): Promise<Record<string, unknown>> {
    for (const end = Date.now() + 60_000; ; ) {
      const found = output.split('\n').find((each) => each.includes(`"msg":"${message}"`));
      if (found) return JSON.parse(found) as Record<string, unknown>;
      if (Date.now() > end || child.exitCode !== null)
        throw new Error(`the bot did not say "${message}":\n${output}`);
      await sleep(5);
    }
  }

  return {
    pid: child.pid!,
    said: async (message) => void (await line(message)),
    port: async () => Number((await line('serving')).port),
    async close(signal) {
      await ended(child, signal);
      remove();
    },
  };
}
