import { describe, expect, test } from 'vitest';
import { about } from '../../commands/about.ts';
import { help } from '../../commands/help.ts';
import { commands } from '../../commands/index.ts';

const call = {
  requestId: '1',
  user: { id: '42' },
  locale: 'en-US',
  channel: '2',
  guild: undefined,
  memberPermissions: 0n,
  appPermissions: 0n,
  options: {},
};

describe('/help', () => {
  test('lists every command, its subcommands and who may use them', async () => {
    const definitions = commands.map(({ definition }) => definition);
    const reply = await help.run(call, { definitions, packName: 'A conflict' });
    const fields = reply.cards?.[0]?.fields ?? [];
    expect(fields.map(({ name }) => name)).toEqual(definitions.map(({ name }) => `/${name}`));
    const alerts = JSON.stringify(fields.find(({ name }) => name === '/alerts')?.value);
    expect(alerts).toContain('subscribe');
    expect(alerts).toContain('Manage Channels');
    expect(JSON.stringify(fields.find(({ name }) => name === '/feeds')?.value)).toContain('Manage Server');
  });
});

describe('/about', () => {
  const facts = {
    version: '1.2.3',
    packName: 'A conflict',
    documents: 3,
    claims: 126,
    feeds: 20,
    horizons: [{ dyad: 'A and B', lastDay: '11 November 2025' }],
  };
  const operations = {
    waiting: 1,
    held: 2,
    parkedCount: 1,
    parked: [{ id: 'alert/s/c', reason: 'refused' }],
    notRelevant: [{ title: 'A story', presses: 3 }],
  };
  const services = {
    about: facts,
    isOperator: (id: string) => id === '42',
    operations: async () => operations,
    deleteServerData: async (guild: string) => void deleted.push(guild),
  };
  const deleted: string[] = [];
  const manager = { ...call, guild: '9', memberPermissions: 1n << 5n };
  const press = (id: string, by: object) =>
    about.press!({ ...manager, ...by, id, values: [], message: '3' }, services);

  test('says what is known and how far it reaches; operations are for operators only', async () => {
    const reply = await about.run(call, services);
    expect(JSON.stringify(reply)).toContain('126 claims from 3 documents');
    expect(JSON.stringify(reply)).toContain('11 November 2025');
    expect(JSON.stringify(reply)).toContain('3: A story');
    const other = await about.run({ ...call, user: { id: '7' } }, services);
    expect(JSON.stringify(other)).not.toContain('A story');
    expect(JSON.stringify(other)).not.toContain('parked');
  });

  test('offers Manage Server, and nobody else, to delete the server’s data', async () => {
    const offers = async (by: object) =>
      JSON.stringify((await about.run({ ...manager, ...by }, services)).buttons ?? []).includes(
        'Delete this',
      );
    expect(await offers({})).toBe(true);
    expect(await offers({ memberPermissions: 1n << 3n })).toBe(true);
    expect(await offers({ memberPermissions: 1n << 4n })).toBe(false);
    expect(await offers({ guild: undefined })).toBe(false);
  });

  test('deletes after a second press only, each checked again', async () => {
    const first = await press('delete', {});
    expect(deleted).toEqual([]);
    expect(first).toMatchObject({ inPlace: true, buttons: [{ id: 'about:delete-all', style: 'danger' }] });
    const refused = /Only members with Manage Server/;
    for (const id of ['delete', 'delete-all'])
      await expect(async () => press(id, { memberPermissions: 1n << 4n })).rejects.toThrow(refused);
    await expect(async () => press('delete-all', { guild: undefined })).rejects.toThrow(refused);
    expect(deleted).toEqual([]);
    expect(JSON.stringify(await press('delete-all', {}))).toContain('is deleted');
    expect(deleted).toEqual(['9']);
    await expect(async () => press('other', {})).rejects.toThrow(/older version/);
  });
});
