import { PermissionFlagsBits } from 'discord.js';
import { expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { commandBody } from '../../src/discord/register.ts';

const definitions = commands.map(({ definition }) => definition);
const uses = definitions.flatMap(({ name, limit, subcommands }) =>
  subcommands
    ? subcommands.map((each) => ({ name: `${name} ${each.name}`, needs: each.needs, limit: each.limit }))
    : [{ name, needs: undefined, limit }],
);

test('what changes a server needs a permission, and nothing else does', () => {
  const needing = (permission: string) =>
    uses.filter(({ needs }) => needs === permission).map(({ name }) => name);
  expect(needing('ManageChannels')).toEqual([
    ...['subscribe', 'list', 'pause', 'resume', 'unsubscribe', 'test'].map((name) => `alerts ${name}`),
    ...['set', 'show', 'off', 'now'].map((name) => `digest ${name}`),
  ]);
  expect(needing('ManageGuild').toSorted()).toEqual(['feeds add', 'feeds preview', 'feeds remove']);
});

test('Discord hides commands from those who may use none of their subcommands', () => {
  const hidden = definitions.map(commandBody).flatMap((body) => {
    const { name, default_member_permissions: needed } = body;
    return needed == null ? [] : [[name, BigInt(needed)]];
  });
  expect(hidden).toEqual([
    ['alerts', PermissionFlagsBits.ManageChannels],
    ['digest', PermissionFlagsBits.ManageChannels],
  ]);
});

test('questions, pictures and what fetches are limited for each person', () => {
  const limited = uses.filter(({ limit }) => limit !== undefined).map(({ name }) => name);
  expect(limited.toSorted()).toEqual([
    'ask',
    'ceasefire timeline',
    'digest now',
    'feeds add',
    'feeds preview',
  ]);
});
