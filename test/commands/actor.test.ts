import { describe, expect, it } from 'vitest';
import { actor } from '../../commands/actor.ts';
import { UserError } from '../../src/command.ts';
import type { Reply } from '../../src/reply.ts';
import { expectWithinLimits } from '../knowledge/limits.ts';
import { indexes } from '../knowledge/pack.ts';

const origin = {
  requestId: 'r1',
  user: { id: '1' },
  locale: 'en-GB',
  channel: '2',
  guild: undefined,
  memberPermissions: 0n,
  appPermissions: 0n,
};
const services = { index: indexes.both };

const ask = async (name: string | undefined) => actor.run({ ...origin, options: { name } }, services);
const press = async (id: string, values: string[] = []): Promise<Reply> => {
  const reply = await actor.press?.({ ...origin, id, values, message: '3' }, services);
  if (!reply) throw new Error('the command answers presses');
  return reply;
};

describe('/actor', () => {
  it('shows somebody by any name', async () => {
    expect((await ask('zabiulla mujahed')).cards?.[0]?.title).toBe('Zabihullah Mujahid');
  });

  it('lists all without a name, and leads from the list to one of them', async () => {
    const list = await ask(undefined);
    expect(list.select?.id).toBe('actor:kind');
    const people = await press('kind', ['person']);
    expect(people).toMatchObject({ inPlace: true, select: { id: 'actor:show' } });
    expect(people.select?.options.map(({ value }) => value)).toContain('mujahid');
    expect(await press('show', ['mujahid'])).toMatchObject({
      inPlace: true,
      cards: [{ title: 'Zabihullah Mujahid' }],
    });
    expect((await press('list')).cards).toEqual(list.cards);
  });

  it('pages through what is documented', async () => {
    const first = await ask('ttp');
    const next = first.buttons?.[1];
    if (!next || !('id' in next)) throw new Error('the TTP has a second page');
    const second = await press(next.id.replace('actor:', ''));
    expect(second.cards?.[0]?.footer).toMatch(/^Page 2 of/);
    expect(second.cards?.[0]?.title).toBe(first.cards?.[0]?.title);
    expectWithinLimits(second);
  });

  it('answers an unknown name with the closest, and a gone one with a sentence', async () => {
    await expect(ask('kurasany')).rejects.toThrow(/closest are .*Khurasani/);
    await expect(press('show', ['gone'])).rejects.toThrow(UserError);
    await expect(press('kind', ['gone'])).rejects.toThrow(UserError);
  });

  it('completes names as one types', async () => {
    const typing = { ...origin, subcommand: undefined, option: 'name', text: 'mujahed' };
    expect(await actor.complete?.(typing, services)).toMatchObject([{ value: 'mujahid' }]);
  });
});
