import { readFileSync } from 'node:fs';

/**
 * The one table of settings and the only reader of the environment. README's table and `.env.example`
 * are made from it (`npm run docs:settings`).
 */
export const settingsTable = {
  DISCORD_TOKEN: {
    parse: text,
    secret: true,
    takes: 'the bot token of the Discord developer portal',
    about: 'Logs the bot in. Needed by `start` and `register`.',
  },
  DISCORD_API_URL: {
    parse: httpUrl,
    default: 'https://discord.com/api',
    takes: 'an http or https address without a version',
    about: 'Base of all REST requests, command registration included.',
  },
  DISCORD_PUBLIC_KEY: {
    parse: publicKey,
    takes: "the application's public key: 64 hexadecimal digits",
    about: 'Tells which requests to `/interactions` come from Discord. Needed with `TRANSPORT=http`.',
  },
  TRANSPORT: {
    parse: oneOf('gateway', 'http'),
    default: 'gateway',
    takes: 'gateway or http',
    about: 'How interactions arrive: over a connection to Discord, or as requests to `/interactions`.',
  },
  HOST: {
    parse: text,
    default: '127.0.0.1',
    takes: 'an address of this machine; 0.0.0.0 for all',
    about: 'Where it listens. Loopback unless a container or a load balancer needs more.',
  },
  ROLE: {
    parse: oneOf('all', 'web', 'poller', 'deliverer'),
    default: 'all',
    takes: 'all, web, poller or deliverer',
    about:
      'What this process does: answers (web), feeds and digests (poller), messages (deliverer), or all. With SQLite: all.',
  },
  PORT: {
    parse: integer(0, 65_535),
    default: '8080',
    takes: 'a port from 0 (any free one) to 65535',
    about: 'Serves `/healthz`, `/readyz`, `/metrics` and, with `TRANSPORT=http`, `/interactions`.',
  },
  PACK: {
    parse: text,
    default: 'config/pakistan-ttp',
    takes: 'a folder',
    about: 'The conflict pack: dataset, watch vocabulary, feeds.',
  },
  DATA_DIR: {
    parse: text,
    default: './data',
    takes: 'a folder',
    about: 'Where state is kept (SQLite). One process a folder.',
  },
  REDIS_URL: {
    parse: redisUrl,
    secret: true,
    takes: 'an address like redis://user:password@host:6379/0, or rediss:// with TLS',
    about: 'Keeps state and work in Redis instead of DATA_DIR, for several processes.',
  },
  POLL_SECONDS: {
    parse: integer(1, 86_400),
    default: '300',
    takes: 'a whole number of seconds from 1 to 86400',
    about: 'How often each feed is asked, if it does not ask for less.',
  },
  ALLOW_PRIVATE_FEEDS: {
    parse: trueOrFalse,
    default: 'false',
    takes: 'true or false',
    about: 'Allows feeds on private and loopback addresses. For tests and the playground.',
  },
  LOG_LEVEL: {
    parse: oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'),
    default: 'info',
    takes: 'fatal, error, warn, info, debug, trace or silent',
    about: 'How much is logged.',
  },
  OWNER_IDS: {
    parse: snowflakes,
    default: '',
    takes: 'Discord user ids, separated by commas',
    about: 'Operators: they see failures of all servers in `/about`.',
  },
} as const satisfies Record<string, Setting>;

interface Setting {
  readonly parse: (value: string) => unknown;
  /** Left out: the setting has no value unless given. */
  readonly default?: string;
  /** May come as NAME_FILE, is never logged. */
  readonly secret?: boolean;
  readonly takes: string;
  readonly about: string;
}

type Table = typeof settingsTable;
export type SettingName = keyof Table;
export type Settings = {
  readonly [K in SettingName]: Table[K] extends { default: string }
    ? ReturnType<Table[K]['parse']>
    : ReturnType<Table[K]['parse']> | undefined;
};

/** A setting is missing, unknown or malformed. The message says which, what it got and what it takes. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** Beginnings of names that are ours alone: another name that begins so is a slip. */
const ownPrefixes = ['DISCORD_', 'POLL_', 'ALLOW_PRIVATE_', 'REDIS_URL', 'TRUCEWATCH_'];

/**
 * Reads all settings at once and reports every problem at once.
 * @throws SettingsError
 */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const problems = unknownNames(environment);
  const values: Record<string, unknown> = {};
  for (const [name, setting] of Object.entries<Setting>(settingsTable)) {
    try {
      const given = givenValue(name, setting, environment) ?? setting.default;
      values[name] = given === undefined ? undefined : setting.parse(given);
    } catch (error) {
      if (!(error instanceof SettingsError)) {
        const got = setting.secret ? 'a value' : JSON.stringify(environment[name]);
        problems.push(`${name} is ${got}, but takes ${setting.takes}.`);
      } else problems.push(error.message);
    }
  }
  if (values.TRANSPORT === 'http' && values.DISCORD_PUBLIC_KEY === undefined)
    problems.push('TRANSPORT is http, which needs DISCORD_PUBLIC_KEY: see the Discord developer portal.');
  if (problems.length > 0) throw new SettingsError(problems.join('\n'));
  return values as Settings;
}

function unknownNames(environment: NodeJS.ProcessEnv): string[] {
  const names = Object.keys(settingsTable);
  return Object.keys(environment)
    .filter((name) => ownPrefixes.some((prefix) => name.startsWith(prefix)))
    .filter((name) => !names.includes(name) && !isSecretFile(name))
    .map((name) => `${name} is no setting of Trucewatch. There are: ${names.join(', ')}.`);
}

function isSecretFile(name: string): boolean {
  const setting: Setting | undefined = settingsTable[name.replace(/_FILE$/, '') as SettingName];
  return name.endsWith('_FILE') && setting?.secret === true;
}

function givenValue(name: string, setting: Setting, environment: NodeJS.ProcessEnv): string | undefined {
  const value = environment[name]?.trim() || undefined;
  const file = setting.secret ? environment[`${name}_FILE`]?.trim() : undefined;
  if (!file) return value;
  if (value !== undefined) throw new SettingsError(`${name} and ${name}_FILE are both set: give only one.`);
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch (error) {
    throw new SettingsError(
      `${name}_FILE is ${JSON.stringify(file)}, which can't be read: ${(error as Error).message}.`,
    );
  }
}

class Malformed extends Error {}

function text(value: string): string {
  return value;
}

function integer(min: number, max: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (!/^\d+$/.test(value) || number < min || number > max) throw new Malformed();
    return number;
  };
}

function oneOf<const T extends string>(...choices: readonly T[]): (value: string) => T {
  return (value) => {
    const choice = choices.find((each) => each === value);
    if (choice === undefined) throw new Malformed();
    return choice;
  };
}

function trueOrFalse(value: string): boolean {
  return oneOf('true', 'false')(value) === 'true';
}

function httpUrl(value: string): string {
  const url = new URL(value);
  if (!/^https?:$/.test(url.protocol) || url.search || url.hash) throw new Malformed();
  return value.replace(/\/+$/, '');
}

function redisUrl(value: string): string {
  const { protocol, hostname, pathname } = new URL(value);
  if (!/^rediss?:$/.test(protocol) || hostname === '' || !/^(\/\d*)?$/.test(pathname)) throw new Malformed();
  return value;
}

function publicKey(value: string): string {
  if (!/^[0-9a-f]{64}$/i.test(value)) throw new Malformed();
  return value.toLowerCase();
}

function snowflakes(value: string): readonly string[] {
  const ids = value
    .split(',')
    .map((id) => id.trim())
    .filter(Boolean);
  if (ids.some((id) => !/^\d{15,21}$/.test(id))) throw new Malformed();
  return ids;
}
