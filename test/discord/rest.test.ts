import { Routes } from 'discord.js';
import { Agent, getGlobalDispatcher, setGlobalDispatcher } from 'undici';
import { expect, onTestFinished, test } from 'vitest';
import { createRest } from '../../src/discord/rest.ts';
import { startDiscord } from '../../src/playground/discord/index.ts';

test('files are sent whichever undici was loaded first; what Discord answers is told', async () => {
  const before = getGlobalDispatcher();
  setGlobalDispatcher(new Agent());
  const discord = await startDiscord();
  onTestFinished(async () => {
    setGlobalDispatcher(before);
    await discord.close();
  });
  const channel = discord.createChannel(discord.createGuild('Here'), 'general').id;
  const heard: string[] = [];
  const rest = createRest(discord.apiUrl, discord.token, {
    answered: (method, status) => void heard.push(`${method} ${status}`),
    limited: (scope) => void heard.push(scope),
  });
  const files = [{ name: 'dot.png', data: Buffer.from('a dot') }];
  await rest.post(Routes.channelMessages(channel), { body: { content: 'Look' }, files });
  expect(discord.messages(channel)[0]?.attachments).toMatchObject([{ filename: 'dot.png', size: 5 }]);
  await expect(rest.get(Routes.channel('1'))).rejects.toThrow();
  expect(heard).toEqual(['POST 200', 'GET 404']);
  expect(discord.journal.violations).toEqual([]);
});
