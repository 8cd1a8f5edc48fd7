import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadPack } from '../../src/pack.ts';
import { type LoopbackDiscord, messageText, startDiscord } from '../../src/playground/discord/index.ts';
import { type RedisServer, startRedis } from '../contract/redis-server.ts';
import { BotProcess, packWatching } from './bot-process.ts';
import { type FeedItem, FeedServer } from './feed-server.ts';
import { settingsOf, type Variant } from './variant.ts';

const hour = 3_600_000;

const { dataset } = await loadPack('config/pakistan-ttp');

/** What a seed article reports, in the words of the dataset. */
function factsOf(source: string): string {
  const claims = dataset.claims.filter((claim) => claim.source === source);
  return claims
    .slice(0, 8)
    .map(({ summary }) => summary)
    .join(' ');
}

const stories = {
  november: {
    guid: 'november',
    title: 'Pakistani Taliban and government agree month-long ceasefire, minister announces',
    summary: factsOf('seed-004'),
  },
  extension: {
    guid: 'extension',
    title: 'TTP extends ceasefire with Pakistan until May 30',
    summary: factsOf('seed-001'),
  },
  mediated: {
    guid: 'mediated',
    title: 'Ceasefire between Pakistan and TTP extended, Taliban in Kabul confirm',
    summary: factsOf('seed-000'),
  },
  talks: {
    guid: 'talks',
    title: 'Pakistan, TTP negotiators hold new round of peace talks in Peshawar',
    summary: 'A jirga joined the negotiations, an official says.',
  },
} satisfies Record<string, FeedItem>;

const lookAlikes: FeedItem[] = [
  {
    guid: 'border',
    title: 'Pakistan and Afghanistan agree truce after border clashes at Torkham',
    summary: 'Forces of the two countries stopped firing after talks between their militaries.',
  },
  {
    guid: 'tlp',
    title: 'Government opens talks with TLP to end sit-in',
    summary: 'Ministers met leaders of Tehreek-e-Labbaik Pakistan in Lahore.',
  },
  {
    guid: 'cyber',
    title: 'New report maps TTPs of ransomware groups to MITRE ATT&CK',
    summary: 'Analysts describe tactics, techniques and procedures used in recent talks with victims.',
  },
  {
    guid: 'old',
    title: 'TTP announces ceasefire for Eid',
    summary: 'The Pakistani Taliban declared a three-day truce.',
    published: Date.now() - 96 * hour,
  },
];

/** Everything that the bot is for, with the settings of this variant. */
export function mainJob(variant: Variant): void {
  describe(`the main job over ${variant.transport} on ${variant.store}, by npm start`, {
    timeout: 150_000,
  }, () => {
    let redis: RedisServer | undefined;
    let discord: LoopbackDiscord;
    let feeds: FeedServer;
    let bot: BotProcess;
    let folder: ReturnType<typeof packWatching>;
    let news: string;
    let general: string;
    let digests: string;
    let moderator: string;
    let reader: string;

    beforeAll(async () => {
      redis = variant.store === 'Redis' ? await startRedis() : undefined;
      discord = await startDiscord();
      feeds = await FeedServer.start();
      const guild = discord.createGuild('Server');
      news = discord.createChannel(guild, 'news').id;
      general = discord.createChannel(guild, 'general').id;
      digests = discord.createChannel(guild, 'digest').id;
      moderator = discord.createUser('moderator', guild, 'ManageChannels').id;
      reader = discord.createUser('reader', guild).id;
      feeds.publish('wire', {
        guid: 'before',
        title: 'TTP accuses Pakistan army of violating the ceasefire in North Waziristan',
        summary: 'The group said an operation broke the truce.',
      });
      feeds.publish('paper');
      folder = packWatching([
        { id: 'wire', title: 'Wire', url: `${feeds.origin}/wire` },
        { id: 'paper', title: 'Paper', url: `${feeds.origin}/paper` },
      ]);
      bot = await started();
    });

    afterAll(async () => {
      await bot.end('SIGKILL');
      await feeds.close();
      await discord.close();
      await redis?.stop();
      folder.remove();
    });

    async function started(): Promise<BotProcess> {
      const process = new BotProcess({
        ...settingsOf(variant, discord, redis),
        PACK: folder.pack,
        DATA_DIR: folder.data,
        PORT: '0',
        POLL_SECONDS: '1',
        ALLOW_PRIVATE_FEEDS: 'true',
      });
      await process.until('ready');
      if (variant.transport === 'http') await discord.useEndpoint(process.url('/interactions'));
      return process;
    }

    /** Two polls that began after now have ended: what the feed holds has been dealt with. */
    async function polledTwice(): Promise<void> {
      const before = feeds.polls('wire');
      await discord.waitFor(() => feeds.polls('wire') >= before + 3, 30_000);
    }

    const alerts = () => discord.messages(news).map(messageText);
    const telling = (words: string) => alerts().filter((text) => text.includes(words));

    test('asks are answered with the sources', async () => {
      const then = await discord.command({ user: reader, channel: general }, 'ceasefire status', {
        on: '2022-05-20',
      });
      expect(then.text).toMatch(/in effect/i);
      expect(then.text).toContain('30 May 2022');
      expect(then.text).toContain('Sources');
      const now = await discord.command({ user: reader, channel: general }, 'ceasefire status');
      expect(now.failed).toBe(false);
      expect(now.text).not.toMatch(/^in effect/im);
      const actor = await discord.command({ user: reader, channel: general }, 'actor', { name: 'Khurasani' });
      expect(actor.text).toContain('Khurasani');
      expect(actor.text).toMatch(/spokesman/i);
      expect((await discord.command({ user: reader, channel: general }, 'help')).text).toContain(
        '/ceasefire',
      );
    });

    test('one alert for each right story, none for look-alikes, old news and what was there before', async () => {
      await discord.command({ user: moderator, channel: news }, 'alerts subscribe');
      await polledTwice();
      feeds.publish('wire', stories.november, ...lookAlikes);
      await discord.waitForMessage(news, (message) => messageText(message).includes('month-long'), 30_000);
      feeds.publish('wire', stories.talks);
      await discord.waitForMessage(news, (message) => messageText(message).includes('new round'), 30_000);
      await polledTwice();
      expect(alerts()).toHaveLength(2);
      expect(alerts().join()).toMatch(/unverified/i);
    });

    test('a digest is set, shown, previewed and listed', async () => {
      // In 15 to 75 s: a whole minute, and not before the command has come through.
      const soon = new Date(Date.now() + 75_000).toISOString().slice(11, 16);
      const person = { user: moderator, channel: digests };
      const set = await discord.command(person, 'digest set', { time: soon, timezone: 'UTC' });
      expect(set.failed).toBe(false);
      expect((await discord.command(person, 'digest show')).text).toContain(soon);
      const now = await discord.command(person, 'digest now');
      expect(now.text, bot.output.slice(-2000)).not.toBe('');
      expect(now).toMatchObject({ ephemeral: true });
      const listed = await discord.command({ user: moderator, channel: news }, 'alerts list');
      expect(listed.text).toContain(news);
    });

    test('SIGTERM ends the bot itself; what was published meanwhile comes after the restart, nothing twice', async () => {
      await bot.end('SIGTERM');
      feeds.publish('wire', stories.extension);
      feeds.publish('paper', stories.mediated);
      bot = await started();
      // Both outlets report it; whichever feed is asked first gives the title.
      const extension = /until May 30|Taliban in Kabul confirm/;
      await discord.waitForMessage(news, (message) => extension.test(messageText(message)), 30_000);
      await polledTwice();
      expect(alerts()).toHaveLength(3);
    });

    test('SIGKILL in the middle of a delivery: nothing lost, nothing twice', async () => {
      const created = () =>
        discord.journal.requests.filter(
          ({ method, path }) => method === 'POST' && path === `/channels/${news}/messages`,
        );
      const before = created().length;
      // Discord carries it out, but the bot never hears so.
      discord.faults.add({
        match: new RegExp(`^POST /channels/${news}/messages`),
        effect: 'hang',
        when: 'after',
        times: 1,
      });
      feeds.publish('wire', {
        guid: 'ended',
        title: 'TTP calls off ceasefire with Pakistan government',
        summary:
          'The Pakistani Taliban ended the truce and told its fighters to resume attacks, a statement says.',
      });
      await discord.waitFor(() => created().length > before, 30_000);
      await bot.end('SIGKILL');
      bot = await started();
      await discord.waitForMessage(news, (message) => messageText(message).includes('calls off'), 30_000);
      await polledTwice();
      expect(telling('calls off')).toHaveLength(1);
      expect(alerts()).toHaveLength(4);
    });

    test('the digest was posted at its time, once, through restarts', async () => {
      await discord.waitForMessage(digests, () => true, 120_000);
      await polledTwice();
      const posted = discord.messages(digests, reader);
      expect(posted).toHaveLength(1);
      expect(messageText(posted[0]!)).toContain('month-long');
      await discord.command({ user: moderator, channel: digests }, 'digest off');
    });

    test('the second outlet of a story is an edit of its message', async () => {
      const both = (text: string) => text.includes('[Wire]') && text.includes('[Paper]');
      await discord.waitFor(() => alerts().some(both), 90_000);
      expect(alerts()).toHaveLength(4);
    });

    test('who may not manage channels is not offered the moderator commands', async () => {
      const attempt = discord.command({ user: reader, channel: general }, 'alerts subscribe');
      await expect(attempt).rejects.toThrow();
    });

    test('a feed that breaks, and a channel that is deleted, stop nothing else', async () => {
      discord.deleteChannel(news);
      feeds.publish('wire', {
        guid: 'late',
        title: 'TTP denies holding talks with Pakistan government',
        summary: 'The spokesman of the Pakistani Taliban said no negotiations are under way.',
      });
      await polledTwice();
      const answer = await discord.command({ user: reader, channel: general }, 'ceasefire status');
      expect(answer.failed).toBe(false);
    });

    test('Discord had nothing to refuse', () => {
      expect(discord.journal.violations).toEqual([]);
      expect(discord.journal.rateLimited).toBe(0);
    });
  });
}
