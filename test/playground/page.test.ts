import { existsSync } from 'node:fs';
import axe, { type AxeResults } from 'axe-core';
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  EmbedBuilder,
  Events,
  MessageFlags,
  Routes,
} from 'discord.js';
import { type Browser, chromium as driver } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { BotProcess } from '../../src/playground/bot-process.ts';
import { PlaygroundClock } from '../../src/playground/clock.ts';
import { Desk } from '../../src/playground/desk.ts';
import { FeedServer } from '../../src/playground/newsroom/feed-server.ts';
import { sampleOutlets } from '../../src/playground/newsroom/outlets.ts';
import { pageOf } from '../../src/playground/page/server.ts';
import { setScene } from '../../src/playground/scene.ts';
import { discordForTest, login, restOf } from './bot.ts';
import { chromium, send } from './chromium.ts';

const commands = [
  {
    name: 'ask',
    description: 'Answers',
    options: [
      { type: 3, name: 'name', description: 'Completes', required: true, autocomplete: true },
      { type: 7, name: 'where', description: 'A channel' },
    ],
  },
  { name: 'note', description: 'For your eyes' },
  {
    name: 'feeds',
    description: 'Feeds',
    options: [
      {
        type: 1,
        name: 'add',
        description: 'Watches',
        options: [{ type: 3, name: 'url', description: 'Address', required: true }],
      },
    ],
  },
  { name: 'silent', description: 'Never answers' },
];

/** The page, with a small bot of discord.js behind it instead of the real one. */
async function openPage(
  browser: Browser,
  options: Parameters<Browser['newPage']>[0] = {},
  answerWithin = 15_000,
) {
  const clock = new PlaygroundClock();
  const discord = await discordForTest({ answerWithin, now: clock.now });
  const scene = setScene(discord);
  const newsroom = new FeedServer(sampleOutlets, clock.now);
  await newsroom.listen();
  onTestFinished(() => newsroom.close());
  const verdict = { alert: true, topic: 'truce_extended', reasons: ['names both parties'] };
  const desk = new Desk(newsroom, () => Promise.resolve(verdict));
  const bot = new BotProcess('.', {}, clock);
  discord.page = await pageOf({ discord, scene, bot, desk, newsroom, clock });
  const client = await login(discord);
  await client.application.commands.set(commands as never);
  client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isAutocomplete()) await interaction.respond([{ name: 'Somebody known', value: 'id-1' }]);
    if (interaction.isButton()) await interaction.update({ content: 'pressed' });
    if (!interaction.isChatInputCommand()) return;
    if (interaction.commandName === 'note') {
      await interaction.reply({ content: 'a secret', flags: MessageFlags.Ephemeral });
    } else if (interaction.commandName === 'feeds') {
      await interaction.reply(`watches <${interaction.options.getString('url')}>`);
    } else if (interaction.commandName === 'ask') {
      const where = interaction.options.getChannel('where');
      const embed = new EmbedBuilder()
        .setTitle('A card')
        .setDescription(`**${interaction.options.getString('name')}** <#${where?.id}> \\*plain\\*`);
      const press = new ButtonBuilder().setCustomId('x').setLabel('Press').setStyle(ButtonStyle.Primary);
      const components = [new ActionRowBuilder<ButtonBuilder>().addComponents(press)];
      await interaction.reply({ embeds: [embed], components });
    }
  });
  const page = await browser.newPage(options);
  onTestFinished(() => page.close());
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (line) => {
    if (line.type() === 'error') faults.push(line.text());
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(discord.url) && !url.startsWith('data:')) faults.push(`asked for ${url}`);
  });
  await page.goto(discord.url);
  await page.getByText('Trucewatch is online').waitFor();
  return { page, discord, scene, newsroom, desk, faults };
}

describe.skipIf(!existsSync(chromium.executablePath))(
  'the page (needs Chromium)',
  { timeout: 60_000 },
  () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await driver.launch(chromium);
    });
    afterAll(() => browser.close());

    test('completes by keyboard, sends what stands behind the name, and draws the answer', async () => {
      const { page, discord, scene, faults } = await openPage(browser);
      const input = page.getByRole('combobox', { name: 'Command' });
      await input.fill('/as');
      await page.getByRole('option', { name: '/ask' }).waitFor();
      await input.press('ArrowDown');
      await input.press('Enter');
      await page.getByRole('option', { name: 'Somebody known' }).waitFor();
      await input.press('Tab');
      await page.getByRole('option', { name: 'where:' }).waitFor();
      await input.press('Tab');
      await page.getByRole('option', { name: '#digest' }).click();
      expect(await input.inputValue()).toBe('/ask name:Somebody known where:#digest ');
      await input.press('Enter');
      await page.locator('discord-embed-description strong', { hasText: 'id-1' }).waitFor();
      const description = page.locator('discord-embed-description');
      expect(await description.textContent()).toBe('id-1 digest *plain*');
      expect(discord.messages(scene.watch)).toHaveLength(1);
      expect(faults).toEqual([]);
    });

    test('a press changes the message in its place', async () => {
      const { page, faults } = await openPage(browser);
      await send(page, '/ask name:x');
      await page.getByRole('button', { name: 'Press', exact: true }).click();
      await page.locator('discord-message', { hasText: 'pressed' }).waitFor();
      expect(await page.locator('discord-message').count()).toBe(1);
      await page.getByText('(edited)').waitFor();
      expect(faults).toEqual([]);
    });

    test('a reply shows what it answers', async () => {
      const { page, discord } = await openPage(browser);
      const [channel] = discord.world.channels.values();
      const post = (body: object) => restOf(discord).post(Routes.channelMessages(channel!.id), { body });
      const { id } = (await post({ content: 'A first report' })) as { id: string };
      await post({ content: 'Withdrawn', message_reference: { message_id: id } });
      const reply = page.locator('discord-message', { hasText: 'Withdrawn' }).locator('discord-reply');
      await reply.getByText('A first report').waitFor();
    });

    test('ephemeral answers are marked and can be dismissed; other channels count what is new', async () => {
      const { page, discord, scene } = await openPage(browser);
      await send(page, '/note');
      await page.getByText('Only you can see this').waitFor();
      await page.getByText('Dismiss message').click();
      await page.getByText('Nothing here yet').waitFor();
      await discord.command({ user: scene.moderator, channel: scene.digest }, 'note');
      await page.getByLabel('1 new').waitFor();
      await page.getByRole('button', { name: '# digest' }).click();
      await page.getByText('a secret').waitFor();
    });

    test('a bot that is silent, and a command that is none, are told as Discord tells them', async () => {
      const { page } = await openPage(browser, {}, 1000);
      await send(page, '/silent');
      await page.getByText('Trucewatch is thinking…').waitFor();
      await page.getByText('The application did not respond.').waitFor();
      await send(page, '/nonsense');
      await page.getByText('There is no command /nonsense.').waitFor();
      await send(page, 'hello');
      await page.getByText('begin with /').waitFor();
    });

    test('the newsroom publishes to the feed and shows the verdict', async () => {
      const { page, newsroom, desk } = await openPage(browser);
      await page.getByRole('button', { name: /^Publish: TTP says/ }).click();
      await page.getByText('Alert: truce extended').waitFor();
      await page.getByRole('textbox', { name: 'Headline' }).fill('A <headline> & more');
      await page.getByRole('button', { name: 'Publish', exact: true }).click();
      await page.getByText('A <headline> & more').waitFor();
      expect(desk.list.map(({ title }) => title)).toContain('A <headline> & more');
      const feed = await (await fetch(`${newsroom.url}/sample-wire.xml`)).text();
      expect(feed).toContain('A &lt;headline&gt; &amp; more');
      expect(feed).toContain('extended until 30 May');
    });

    test('a live feed is added by the bot’s own command', async () => {
      const { page } = await openPage(browser);
      await page.getByRole('textbox', { name: 'Address' }).fill('https://example.org/feed.xml');
      await page.getByRole('button', { name: 'Add by /feeds add' }).click();
      await page.getByRole('link', { name: 'https://example.org/feed.xml' }).waitFor();
    });

    test('a clock that can’t find the next digest says why', async () => {
      const { page } = await openPage(browser); // its bot is not running
      await page.getByRole('button', { name: 'To the next digest' }).click();
      await page.getByText('The bot is down: start it').waitFor();
    });

    test('the switches make Discord fail, and mend it', async () => {
      const { page, discord } = await openPage(browser);
      const away = page.getByRole('button', { name: 'Discord is away' });
      await away.click();
      await page.getByText('Trucewatch is not running').waitFor();
      expect(await away.getAttribute('aria-pressed')).toBe('true');
      await expect(fetch(`${discord.apiUrl}/v10/gateway`)).rejects.toThrow();
      await away.click();
      await page.getByText('Trucewatch is online').waitFor();
    });

    test.each(['dark', 'light'] as const)('axe finds nothing serious in %s', async (colorScheme) => {
      const { page } = await openPage(browser, { colorScheme });
      await send(page, '/ask name:x where:#digest');
      await page.getByRole('button', { name: 'Press', exact: true }).waitFor();
      await send(page, '/note');
      await page.getByText('a secret').waitFor();
      await page.evaluate(axe.source);
      const found = await page.evaluate(async () => {
        const { axe: inPage } = globalThis as unknown as { axe: { run(): Promise<AxeResults> } };
        return (await inPage.run()).violations.map(({ id, impact, nodes }) => ({
          id,
          impact,
          at: nodes[0]?.html,
        }));
      });
      expect(found.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
    });

    test('on a phone the newsroom opens over the chat, and nothing is wider than the window', async () => {
      const { page } = await openPage(browser, { viewport: { width: 390, height: 844 } });
      await send(page, '/ask name:x where:#digest');
      await page.getByRole('button', { name: 'Press', exact: true }).waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      await page.getByRole('button', { name: 'Newsroom' }).click();
      await page.getByRole('heading', { name: 'Newsroom' }).waitFor();
      await page.getByRole('button', { name: 'Back to chat' }).click();
      await page.getByRole('heading', { name: 'Newsroom' }).waitFor({ state: 'hidden' });
    });

    test('other sites and other names for this address are refused', async () => {
      const { discord } = await openPage(browser);
      const body = JSON.stringify({ run: false });
      const foreign = { method: 'POST', body, headers: { Origin: 'https://example.org' } };
      expect((await fetch(`${discord.url}/bot`, foreign)).status).toBe(403);
      const renamed = await fetch(discord.url.replace('127.0.0.1', 'localhost')).catch(() => undefined);
      expect(renamed?.status ?? 403).toBe(403);
    });
  },
);
