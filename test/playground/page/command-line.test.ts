import { expect, test } from 'vitest';
import { parse, usable, values } from '../../../src/playground/page/client/command-line.ts';
import { propose } from '../../../src/playground/page/client/proposals.ts';

const commands = usable([
  { name: 'help', description: 'Help', options: [] },
  {
    name: 'alerts',
    description: 'Alerts',
    options: [
      {
        type: 1,
        name: 'subscribe',
        description: 'Send alerts',
        options: [
          { type: 7, name: 'channel', description: 'Where', required: true },
          { type: 3, name: 'topics', description: 'Which', autocomplete: true },
          { type: 4, name: 'min_sources', description: 'How many' },
          { type: 5, name: 'loud', description: 'Loud' },
        ],
      },
    ],
  },
] as never);
const sources = {
  channels: [
    { id: '1', name: 'watch' },
    { id: '2', name: 'general' },
  ],
  complete: async () => [{ name: 'Talks only', value: 'talks' }],
};
const labels = async (text: string) => (await propose(text, commands, sources)).map(({ label }) => label);

test('subcommands stand as commands of their own', () => {
  expect(commands.map(({ name }) => name)).toEqual(['help', 'alerts subscribe']);
  expect(parse('/alerts', commands)).toBeUndefined();
});

test('option values reach to the next option’s name, and get the types that Discord sends', () => {
  const typed = parse(
    '/alerts subscribe channel:#watch topics:talks, truce min_sources:2 loud:true',
    commands,
  )!;
  expect(typed.texts).toEqual({ channel: '#watch', topics: 'talks, truce', min_sources: '2', loud: 'true' });
  const idOf = (option: string, text: string): string => (option === 'channel' ? '1' : text);
  expect(values(typed, idOf)).toEqual({ channel: '1', topics: 'talks, truce', min_sources: 2, loud: true });
});

test('an empty option is left out', () => {
  expect(values(parse('/alerts subscribe topics:', commands)!, (_, text) => text)).toEqual({});
});

test('proposes commands, then options, then values', async () => {
  expect(await labels('hello')).toEqual([]);
  expect(await labels('/al')).toEqual(['/alerts subscribe']);
  expect(await labels('/alerts subscribe ')).toEqual(['channel:', 'topics:', 'min_sources:', 'loud:']);
  expect(await labels('/alerts subscribe channel:#wa')).toEqual(['#watch']);
  expect(await labels('/alerts subscribe channel:#watch ')).toEqual(['topics:', 'min_sources:', 'loud:']);
  expect(await labels('/alerts subscribe channel:#watch lo')).toContain('loud:');
  expect(await labels('/alerts subscribe loud:')).toEqual(['true', 'false']);
  expect(await labels('/alerts subscribe topics:ta')).toEqual(['Talks only']);
});

test('taking a value keeps what stands behind its name', async () => {
  const [taken] = await propose('/alerts subscribe topics:ta', commands, sources);
  expect(taken).toMatchObject({
    text: '/alerts subscribe topics:Talks only ',
    stands: { option: 'topics', shown: 'Talks only', value: 'talks' },
  });
});
