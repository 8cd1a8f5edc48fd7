import { Routes } from 'discord.js';
import { expect, test } from 'vitest';
import { guildForTest, restOf } from './bot.ts';

const row = (...components: object[]) => ({ components: [{ type: 1, components }] });
const button = { type: 2, style: 1, label: 'Press', custom_id: 'a:1' };
const field = (value: string) => ({ embeds: [{ fields: [{ name: 'n', value }] }] });

const messages: [what: string, body: object, at: string][] = [
  ['content over 2,000', { content: 'x'.repeat(2001) }, 'content'],
  ['more than 10 embeds', { embeds: Array(11).fill({ title: 'a' }) }, 'embeds'],
  ['a title over 256', { embeds: [{ title: 'x'.repeat(257) }] }, 'embeds.0.title'],
  ['embeds over 6,000', { embeds: Array(2).fill({ description: 'x'.repeat(3001) }) }, 'embeds'],
  ['an empty field value', field(''), 'embeds.0.fields.0.value'],
  ['a field over 1,024', field('x'.repeat(1025)), 'embeds.0.fields.0.value'],
  [
    'a button without custom_id',
    row({ ...button, custom_id: undefined }),
    'components.0.components.0.custom_id',
  ],
  ['a link without url', row({ type: 2, style: 5, label: 'a' }), 'components.0.components.0.url'],
  [
    'a link to nowhere',
    row({ type: 2, style: 5, label: 'a', url: 'nowhere' }),
    'components.0.components.0.url',
  ],
  [
    'a custom_id over 100',
    row({ ...button, custom_id: 'x'.repeat(101) }),
    'components.0.components.0.custom_id',
  ],
  ['the same custom_id twice', row(button, button), 'components.0.components.1.custom_id'],
  [
    'six buttons in a row',
    row(...Array.from({ length: 6 }, (_, i) => ({ ...button, custom_id: `${i}` }))),
    'components.0.components',
  ],
  ['a nonce over 25', { content: 'a', nonce: 'x'.repeat(26) }, 'nonce'],
  ['an unknown key', { content: 'a', colour: 3 }, 'colour'],
  [
    'an unknown key deep inside',
    { embeds: [{ title: 'a', fields: [{ name: 'a', value: 'b', span: 2 }] }] },
    'embeds.0.fields.0.span',
  ],
];

test.each(messages)('a message with %s is an invalid form', async (_, body, at) => {
  const { discord, channel } = await guildForTest();
  const refused = await restOf(discord)
    .post(Routes.channelMessages(channel.id), { body })
    .catch((error: unknown) => error);
  expect(refused).toMatchObject({ status: 400, code: 50_035 });
  const errors = at
    .split('.')
    .reduce(
      (tree: unknown, key) => (tree as Record<string, unknown>)?.[key],
      (refused as { rawError: { errors: unknown } }).rawError.errors,
    );
  expect(errors).toHaveProperty('_errors');
  expect(discord.journal.violations).toHaveLength(1);
  expect(discord.messages(channel.id)).toEqual([]);
});

test('an empty message is refused', async () => {
  const { discord, channel } = await guildForTest();
  const sending = restOf(discord).post(Routes.channelMessages(channel.id), { body: { content: ' ' } });
  await expect(sending).rejects.toMatchObject({ status: 400, code: 50_006 });
});

const option = { type: 3, name: 'word', description: 'A word' };
const commands: [what: string, body: object[], at: string][] = [
  ['an empty description', [{ name: 'ping', description: '' }], '0.description'],
  ['no description', [{ name: 'ping' }], '0.description'],
  ['upper case in its name', [{ name: 'Ping', description: 'a' }], '0.name'],
  ['a space in its name', [{ name: 'pi ng', description: 'a' }], '0.name'],
  ['a name over 32', [{ name: 'x'.repeat(33), description: 'a' }], '0.name'],
  ['a description over 100', [{ name: 'ping', description: 'x'.repeat(101) }], '0.description'],
  [
    'an option in upper case',
    [{ name: 'a', description: 'a', options: [{ ...option, name: 'Word' }] }],
    '0.options.0.name',
  ],
  [
    'a required option after an optional one',
    [{ name: 'a', description: 'a', options: [option, { ...option, name: 'b', required: true }] }],
    '0.options.1',
  ],
  [
    '26 options',
    [
      {
        name: 'a',
        description: 'a',
        options: Array.from({ length: 26 }, (_, i) => ({ ...option, name: `o${i}` })),
      },
    ],
    '0.options',
  ],
  [
    'a name twice',
    [
      { name: 'a', description: 'a' },
      { name: 'a', description: 'b' },
    ],
    '1.name',
  ],
];

test.each(commands)('a command with %s is an invalid form', async (_, body, at) => {
  const { discord } = await guildForTest();
  const refused = await restOf(discord)
    .put(Routes.applicationCommands(discord.bot.id), { body })
    .catch((error: unknown) => error);
  expect(refused).toMatchObject({ status: 400, code: 50_035 });
  const errors = at
    .split('.')
    .reduce(
      (tree: unknown, key) => (tree as Record<string, unknown>)?.[key],
      (refused as { rawError: { errors: unknown } }).rawError.errors,
    );
  expect(errors).toHaveProperty('_errors');
  expect(discord.world.commands.size).toBe(0);
});

test('commands are replaced as a whole, and keep their ids', async () => {
  const { discord } = await guildForTest();
  const rest = restOf(discord);
  const put = (...names: string[]) =>
    rest.put(Routes.applicationCommands(discord.bot.id), {
      body: names.map((name) => ({ name, description: name })),
    }) as Promise<{ id: string; name: string }[]>;
  const [first] = await put('one', 'two');
  expect((await put('one'))[0]!.id).toBe(first!.id);
  expect(await rest.get(Routes.applicationCommands(discord.bot.id))).toHaveLength(1);
  expect(discord.journal.violations).toEqual([]);
});
