import { Events } from 'discord.js';
import { expect, test } from 'vitest';
import { guildForTest, login } from './bot.ts';

test('another process drives the stand-in over HTTP', async () => {
  const { discord, channel, user, person } = await guildForTest();
  const client = await login(discord);
  await client.application.commands.set([{ name: 'ping', description: 'Answers' }]);
  client.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isChatInputCommand()) void interaction.reply('pong');
  });
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const init = body ? { method, body: JSON.stringify(body) } : { method };
    return (await fetch(`${discord.url}/control${path}`, init)).json();
  };
  expect(await call('GET', '/world')).toMatchObject({
    token: discord.token,
    apiUrl: discord.apiUrl,
    guilds: [{ name: 'Test guild', channels: [{ id: channel.id, name: 'general' }] }],
  });
  expect(await call('POST', '/command', { ...person, name: 'ping' })).toMatchObject({ text: 'pong' });
  expect(await call('POST', '/command', { ...person, name: 'none' })).toEqual({ error: 'there is no /none' });
  expect(await call('POST', '/command', { name: 'ping' })).toHaveProperty('error');
  expect(await call('GET', `/messages?channel=${channel.id}`)).toMatchObject([{ content: 'pong' }]);
  expect(await call('GET', `/commands?channel=${channel.id}&user=${user.id}`)).toMatchObject([
    { name: 'ping' },
  ]);
  await call('POST', '/faults', { match: '^GET /users', effect: 'error', status: 502 });
  await expect(client.rest.get('/users/@me', { signal: AbortSignal.timeout(300) })).rejects.toThrow();
  await call('DELETE', '/faults');
  expect(await client.rest.get('/users/@me')).toMatchObject({ id: discord.bot.id });
  expect(await call('GET', '/violations')).toEqual([]);
});
