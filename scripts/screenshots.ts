/** Takes the pictures of docs/images from the running playground: node scripts/screenshots.ts [FOLDER] */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Page } from 'playwright-core';

const folder = process.argv[2] ?? 'docs/images';
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'];

await mkdir(folder, { recursive: true });
const playground = spawn(process.execPath, ['src/main.ts', 'playground'], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const url = await openingOf(playground.stdout);
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [...flags, '--disable-background-networking', '--disable-component-update'],
  });
  const page = await browser.newPage({
    viewport: { width: 1280, height: 820 },
    deviceScaleFactor: 1.5,
    colorScheme: 'dark',
  });
  await page.goto(url);
  await page.getByText('is online').waitFor();
  await take(page, 'alert', '#ceasefire-watch');
  await page.screenshot({ path: join(folder, 'playground.png') });
  await take(page, 'digest', '#digest');
  await open(page, '#general');
  await ask(page, 'status', '/ceasefire status on:2022-05-20');
  await ask(page, 'timeline', '/ceasefire timeline');
  await browser.close();
} finally {
  playground.kill('SIGTERM');
  await once(playground, 'exit');
}

/** Waits for the opening to be over. @returns the playground's address */
async function openingOf(output: NodeJS.ReadableStream): Promise<string> {
  let url = '';
  for await (const line of createInterface({ input: output })) {
    url ||= /http:\/\/\S+/.exec(line)?.[0] ?? '';
    if (line.startsWith('The opening stopped')) throw new Error(line);
    if (line.startsWith('The opening is over')) return url;
  }
  throw new Error('the playground ended');
}

/** The newest message of a channel. */
async function take(page: Page, name: string, channel: string): Promise<void> {
  await open(page, channel);
  await shoot(page, name);
}

async function open(page: Page, channel: string): Promise<void> {
  await page.getByRole('button', { name: `# ${channel.slice(1)}` }).click();
  await page.getByRole('heading', { name: channel }).waitFor();
  await settle(page);
}

async function ask(page: Page, name: string, command: string): Promise<void> {
  const before = await page.locator('discord-message').count();
  const input = page.getByRole('combobox', { name: 'Command' });
  await input.fill(command);
  await input.press('Escape');
  await input.press('Enter');
  await page.locator('discord-message').nth(before).locator('discord-embed').waitFor();
  await settle(page);
  await shoot(page, name);
}

/** A message may be taller than the window: the window grows for it. */
async function shoot(page: Page, name: string): Promise<void> {
  const size = page.viewportSize()!;
  await page.setViewportSize({ ...size, height: 2600 });
  await settle(page);
  await page
    .locator('discord-message')
    .last()
    .screenshot({ path: join(folder, `${name}.png`) });
  await page.setViewportSize(size);
  await settle(page);
}

/** Pictures and fonts are there. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await page.waitForTimeout(600);
}
