import type { Page } from 'playwright-core';

/** Debian's, which `.ci/run` installs. */
export const chromium = {
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

/** Types a command into the page and sends it as it stands. */
export async function send(page: Page, text: string): Promise<void> {
  const input = page.getByRole('combobox', { name: 'Command' });
  await input.fill(text);
  await input.press('Escape');
  await input.press('Enter');
}
