import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LoopbackDiscord, startDiscord } from '../../../src/playground/discord/index.ts';
import { temporaryDir } from '../../contract/temporary-dir.ts';
import type { Plan } from './newsfeed.ts';

/** SOAK=1 runs it in full: 50 channels, 40 stories, 200 kills. */
const size = process.env.SOAK
  ? { channels: 50, stories: 40, outlets: 3, kills: 200, span: 400_000 }
  : { channels: 6, stories: 8, outlets: 3, kills: 8, span: 20_000 };

const bot = fileURLToPath(new URL('bot.ts', import.meta.url));

describe('killed with SIGKILL at random moments', () => {
  let discord: LoopbackDiscord;
  let child: ChildProcess | undefined;
  beforeEach(async () => {
    discord = await startDiscord({ nonceWindow: 2000 });
  });
  afterEach(async () => {
    await kill();
    await discord.close();
  });

  async function kill(): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  it('posts every story once in every channel', { timeout: size.span * 3 + 120_000 }, async () => {
    const guild = discord.createGuild('Here');
    const channels = Array.from(
      { length: size.channels },
      (_, n) => discord.createChannel(guild, `news-${n}`).id,
    );
    const plan: Plan = {
      apiUrl: discord.apiUrl,
      token: discord.token,
      dataDir: temporaryDir(),
      guild: guild.id,
      channels,
      stories: size.stories,
      outlets: size.outlets,
      start: Date.now(),
      span: size.span,
      // Below what the stand-in remembers, less the time that a request may wait.
      trustedWindow: 500,
      lease: 1500,
    };
    // Requests that are carried out, and whose answer is lost.
    discord.faults.add({ match: /^POST .*\/messages$/, effect: 'error', when: 'after', percent: 3 });
    discord.faults.add({ match: /^POST .*\/messages$/, effect: 'cut', when: 'after', percent: 2 });

    const complaints: string[] = [];
    const start = () => {
      child = spawn(process.execPath, [bot, JSON.stringify(plan)], { stdio: ['pipe', 'inherit', 'pipe'] });
      child.stderr?.on('data', (chunk) => complaints.push(String(chunk)));
    };
    for (let kills = 0; kills < size.kills; kills++) {
      start();
      await pause(300 + Math.random() * 2 * (size.span / size.kills - 300));
      expect({ alive: child?.exitCode === null, complaints }).toEqual({ alive: true, complaints: [] });
      await kill();
      // Now and then it stays down for longer than a nonce is remembered.
      if (Math.random() < 0.2) await pause(2500);
    }
    start();
    const told = () => channels.flatMap((channel) => discord.messages(channel));
    const complete = (text: string) => text.includes(`reported by ${size.outlets} outlets`);
    await discord.waitFor(
      () =>
        told().filter(({ embeds }) => complete(embeds[0]?.footer?.text ?? '')).length >=
        channels.length * size.stories,
      size.span + 60_000,
    );
    // Whatever may still come twice has time to.
    await pause(3000);

    for (const channel of channels) {
      const stories = discord.messages(channel).map(({ embeds }) => embeds[0]?.title?.split(' ')[0]);
      expect(stories.toSorted()).toEqual(
        Array.from({ length: size.stories }, (_, story) => `Event${story}`).sort(),
      );
    }
    const failed = discord.journal.requests.filter(({ status }) => status === 500 || status === 0);
    expect(failed.length).toBeGreaterThan(0);
    const { rateLimited, globallyLimited, invalid } = discord.journal;
    const requests = discord.journal.requests.length;
    const looks = discord.journal.requests.filter(({ path, method }) => {
      return method === 'GET' && path.endsWith('/messages');
    }).length;
    const counts = { requests, failed: failed.length, looks, rateLimited, globallyLimited, invalid };
    console.log({ messages: told().length, ...counts });
    expect({ rateLimited, globallyLimited }).toEqual({ rateLimited: 0, globallyLimited: 0 });
    expect(discord.journal.violations).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
