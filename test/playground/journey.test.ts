import { existsSync } from 'node:fs';
import { type Browser, chromium as driver, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { messageText } from '../../src/playground/discord/index.ts';
import { chromium, send } from './chromium.ts';
import { startPlayground, until } from './playground-process.ts';

type Playground = Awaited<ReturnType<typeof startPlayground>>;

/** One visit to the playground with the real bot, from the first question to its recovery: in this order. */
describe.skipIf(!existsSync(chromium.executablePath))('a visit (needs Chromium)', { timeout: 60_000 }, () => {
  let browser: Browser;
  let playground: Playground;
  let page: Page;
  beforeAll(async () => {
    playground = await startPlayground('--verbose');
    browser = await driver.launch(chromium);
    page = await browser.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(playground.url);
    await page.getByText('Trucewatch is online').waitFor();
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await playground?.end();
  }, 30_000);

  const channel = async (name: string): Promise<void> => {
    await page.getByRole('button', { name: `# ${name}` }).click();
    await page.getByRole('heading', { name: `#${name}` }).waitFor();
  };
  const newest = () => page.locator('discord-message').last();
  const publish = (title: RegExp) => page.getByRole('button', { name: title }).click();
  /** How many stories the bot has taken in, by its log. */
  const taken = () => playground.lines.filter((line) => line.includes('"msg":"story"')).length;
  const texts = async (name: string) => (await playground.messages(name)).map(messageText);

  test('asks what held on a day, and completes an actor\u2019s name', async () => {
    await channel('general');
    await send(page, '/ceasefire status on:2021-11-15');
    await newest().getByText('15 November 2021').first().waitFor();
    const input = page.getByRole('combobox', { name: 'Command' });
    await input.fill('/actor name:noor');
    await page.getByRole('option', { name: /Noor Wali/ }).click();
    await input.press('Enter');
    await newest().getByText('Noor Wali').first().waitFor();
  });

  test('opens the picture of the timeline', async () => {
    await send(page, '/ceasefire timeline');
    await page.getByRole('button', { name: /^Open the picture/ }).click();
    const viewer = page.getByRole('dialog', { name: 'Picture' });
    await viewer.waitFor();
    const width = () => viewer.locator('img').evaluate((image) => (image as HTMLImageElement).naturalWidth);
    await until(async () => (await width()) > 400);
    await viewer.getByRole('button', { name: 'Close' }).click();
    await viewer.waitFor({ state: 'hidden' });
  });

  test('a second outlet edits the alert of the first', async () => {
    await channel('ceasefire-watch');
    const alert = page.locator('discord-message', { hasText: 'TTP says its ceasefire' });
    await alert.waitFor();
    const stories = taken();
    await publish(/^Publish: Pakistani Taliban prolong truce/);
    await until(() => taken() > stories);
    await page.getByRole('button', { name: '+1 hour' }).click();
    await alert.getByText('Sample Daily').first().waitFor();
    await alert.getByText('(edited)').waitFor();
    expect(await alert.count()).toBe(1);
    expect(await texts('ceasefire-watch')).toHaveLength(1);
  });

  test('an alert says why it is one', async () => {
    await page.getByRole('button', { name: 'Why this alert' }).first().click();
    await page.getByText('Why this alert: ').waitFor();
    await newest().getByText('Dismiss message').click();
  });

  test('a story is one alert, and a look-alike none', async () => {
    await publish(/^Publish: Pakistan and Afghanistan agree on a truce/);
    await publish(/^Publish: Government and TLP hold talks/);
    await publish(/^Publish: Outlawed TTP calls off truce/);
    await page.locator('discord-message', { hasText: 'Outlawed TTP calls off truce' }).waitFor();
    await page.getByText('No alert', { exact: true }).nth(1).waitFor();
    expect(await texts('ceasefire-watch')).toHaveLength(2);
  });

  test('subscribes a channel, and unsubscribes it', async () => {
    await channel('general');
    await send(page, '/alerts subscribe channel:#general');
    await newest().getByText('all topics').waitFor();
    await send(page, '/alerts unsubscribe channel:#general');
    await newest().getByText('gets no more alerts').waitFor();
  });

  test('sets a digest, moves the clock, and there it is', async () => {
    await send(page, '/digest set time:18:00 timezone:Asia/Karachi channel:#general');
    await newest().getByText('18:00').first().waitFor();
    const before = (await texts('general')).length;
    await page.getByRole('button', { name: 'To the next digest' }).click();
    await until(async () => (await texts('general')).length > before);
    expect((await texts('general')).at(-1)).toContain('Outlawed TTP calls off truce');
  });

  test('the clock finds the next digest of any channel, and says so when it can’t', async () => {
    await send(page, '/digest set time:09:30 timezone:Asia/Tokyo channel:#general');
    await newest().getByText('09:30').first().waitFor();
    const time = () => page.locator('#time').textContent();
    await page.getByRole('button', { name: 'To the next digest' }).click();
    // 09:30 in Tokyo is 05:30 in Karachi.
    await until(async () => (await time())?.includes(' 05:30') ?? false);
  });

  test('a bot killed in the middle loses nothing and repeats nothing', async () => {
    await channel('ceasefire-watch');
    const stories = taken();
    await page.getByRole('button', { name: 'Discord is away' }).click();
    await page.getByRole('textbox', { name: 'Headline' }).fill('TTP, Pakistan resume peace talks in Kabul');
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await until(() => taken() > stories);
    await page.getByRole('button', { name: 'Kill the bot' }).click();
    await page.getByText('Trucewatch is not running').waitFor();
    await page.getByRole('button', { name: 'Discord is away' }).click();
    await page.getByRole('button', { name: 'Start the bot' }).click();
    await page.locator('discord-message', { hasText: 'resume peace talks in Kabul' }).waitFor();
    const alerts = (await texts('ceasefire-watch')).map((text) => text.split('\n')[0]);
    expect(alerts).toEqual([
      'TTP says its ceasefire with Pakistan is extended until 30 May',
      'Outlawed TTP calls off truce after operation in North Waziristan',
      'TTP, Pakistan resume peace talks in Kabul',
    ]);
    expect(await playground.get('/control/violations')).toEqual([]);
  });
});
