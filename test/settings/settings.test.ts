import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSettings, SettingsError } from '../../src/settings.ts';

function problemOf(environment: Record<string, string>): string {
  try {
    readSettings(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsError);
    return (error as Error).message;
  }
  throw new Error('no problem found');
}

describe('settings', () => {
  test('have defaults, and no token', () => {
    const settings = readSettings({});
    expect(settings).toMatchObject({
      PORT: 8080,
      POLL_SECONDS: 300,
      ALLOW_PRIVATE_FEEDS: false,
      OWNER_IDS: [],
    });
    expect(settings.DISCORD_TOKEN).toBeUndefined();
    expect(settings.PACK).toBe('config/pakistan-ttp');
  });

  test.each([
    ['PORT', '80a', 'a port from 0'],
    ['PORT', '65536', '65535'],
    ['POLL_SECONDS', '0', 'seconds from 1 to 86400'],
    ['POLL_SECONDS', '-5', 'whole number'],
    ['ALLOW_PRIVATE_FEEDS', 'yes', 'true or false'],
    ['DISCORD_API_URL', 'ftp://x.example', 'http or https'],
    ['DISCORD_API_URL', 'nonsense', 'http or https'],
    ['LOG_LEVEL', 'loud', 'fatal, error'],
    ['OWNER_IDS', '12,abc', 'user ids'],
    ['TRANSPORT', 'pigeon', 'gateway'],
  ])('%s=%s is refused with its name, what it got and what it takes', (name, value, takes) => {
    const problem = problemOf({ [name]: value });
    expect(problem).toContain(name);
    expect(problem).toContain(JSON.stringify(value));
    expect(problem).toContain(takes);
  });

  test('a name that begins like ours but is none is refused', () => {
    expect(problemOf({ DISCORD_TOKN: 'x' })).toContain('DISCORD_TOKN is no setting');
    expect(problemOf({ POLL_SECOND: '5' })).toContain('POLL_SECOND is no setting');
    expect(() => readSettings({ PATH: '/bin', HOME: '/root' })).not.toThrow();
  });

  test('all problems are told at once', () => {
    expect(problemOf({ PORT: 'x', POLL_SECONDS: 'y' }).split('\n')).toHaveLength(2);
  });

  test('an empty value is no value', () => {
    expect(readSettings({ PORT: '', DISCORD_TOKEN: ' ' })).toMatchObject({
      PORT: 8080,
      DISCORD_TOKEN: undefined,
    });
  });

  test('the address of Redis has its form, and its password never shows', () => {
    for (const url of ['redis://127.0.0.1', 'rediss://user:pass@redis.example:6380/2'])
      expect(readSettings({ REDIS_URL: url }).REDIS_URL).toBe(url);
    for (const url of ['127.0.0.1:6379', 'http://:hidden@host', 'redis://:hidden@host/db', 'redis://'])
      expect(problemOf({ REDIS_URL: url })).toMatch(
        /^REDIS_URL is a value, but takes an address like (?!.*hidden)/,
      );
  });

  test('a secret may stand in a file; only a secret, and only in one place', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'trucewatch-')), 'token');
    writeFileSync(file, 'from-file\n');
    expect(readSettings({ DISCORD_TOKEN_FILE: file }).DISCORD_TOKEN).toBe('from-file');
    expect(problemOf({ DISCORD_TOKEN_FILE: file, DISCORD_TOKEN: 'a' })).toContain('both set');
    expect(problemOf({ DISCORD_TOKEN_FILE: `${file}-missing` })).toContain('DISCORD_TOKEN_FILE');
    expect(problemOf({ POLL_SECONDS_FILE: file })).toContain('POLL_SECONDS_FILE is no setting');
  });
});
