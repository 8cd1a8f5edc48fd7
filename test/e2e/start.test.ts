import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { startDiscord } from '../../src/playground/discord/index.ts';
import { BotProcess, packWatching } from './bot-process.ts';

const bots: BotProcess[] = [];
const folder = packWatching([]);

afterEach(async () => {
  await Promise.all(bots.splice(0).map((bot) => bot.end('SIGKILL')));
});

function start(settings: Record<string, string>): BotProcess {
  const bot = new BotProcess({ PACK: folder.pack, DATA_DIR: folder.data, PORT: '0', ...settings });
  bots.push(bot);
  return bot;
}

describe('npm start', () => {
  test('without a token: one clear error that names the playground, exit 78', async () => {
    const bot = start({});
    expect(await bot.ended()).toBe(78);
    expect(bot.output).toContain('DISCORD_TOKEN');
    expect(bot.output).toContain('npm run playground');
    expect(bot.output).not.toContain('    at ');
  });

  test('a malformed setting is named with what it got and takes, exit 78', async () => {
    const bot = start({ POLL_SECONDS: 'often' });
    expect(await bot.ended()).toBe(78);
    expect(bot.output).toContain('POLL_SECONDS is "often"');
  });

  test('a token that Discord refuses ends it with a word on where to get one', async () => {
    const discord = await startDiscord();
    const bot = start({ DISCORD_TOKEN: 'MTIz.not-a.token', DISCORD_API_URL: discord.apiUrl });
    expect(await bot.ended()).toBe(78);
    expect(bot.output).toContain('Discord refused the token');
    expect(bot.output).not.toContain('MTIz.not-a.token');
    await discord.close();
  });

  test('a pack with a bad date is refused with file and line', async () => {
    const pack = join(folder.dir, 'bad-pack');
    cpSync(folder.pack, pack, { recursive: true });
    writeFileSync(
      join(pack, 'dataset', 'seeds', 'slip.yaml'),
      'sources:\n  - id: slip\n    title: A page\n    textQuality: original\n' +
        '    published: { on: 2022-02-30, precision: day, how: stated }\n',
    );
    const bot = start({ DISCORD_TOKEN: 'a.b.c', PACK: pack });
    expect(await bot.ended()).toBe(1);
    expect(bot.output).toMatch(/slip\.yaml:5:\d+: .*no such date/);
  });

  test('a second process on one DATA_DIR, and a taken port, are refused with a word on what to do', async () => {
    const discord = await startDiscord();
    const settings = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl };
    const first = start(settings);
    await first.until('ready');
    const address = first.url('/healthz');
    expect((await fetch(address)).status).toBe(200);
    const readiness = await fetch(first.url('/readyz'));
    expect({ status: readiness.status, said: await readiness.json() }).toEqual({
      status: 200,
      said: { ready: true, reasons: {} },
    });
    const metrics = await (await fetch(first.url('/metrics'))).text();
    expect(metrics).toMatch(/^trucewatch_discord_requests_total\{method="PUT",status="200"\} 1$/m);
    expect(metrics).toMatch(/^trucewatch_gateway_shards_away 0$/m);
    expect(metrics).toMatch(/^trucewatch_queue_jobs\{state="waiting"\} 0$/m);
    discord.goAway();
    await discord.waitFor(() => first.logged('gateway closed').length > 0);
    const amiss = await fetch(first.url('/readyz'));
    expect({ status: amiss.status, said: await amiss.json() }).toMatchObject({
      status: 503,
      said: { ready: false, reasons: { discord: expect.stringContaining('not connected') } },
    });
    discord.comeBack();
    const second = start(settings);
    expect(await second.ended()).toBe(1);
    expect(second.output).toContain('DATA_DIR');
    expect(second.output).not.toContain('    at ');
    const third = start({ ...settings, DATA_DIR: join(folder.dir, 'other'), PORT: new URL(address).port });
    expect(await third.ended()).toBe(1);
    expect(third.output).toContain('PORT');
    await first.end('SIGTERM');
    await discord.close();
  });
});
