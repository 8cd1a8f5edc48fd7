import { describe, expect, test } from 'vitest';
import { createMovableClock } from '../../src/clock.ts';
import { type AnyCommand, type Call, defineCommand, UserError } from '../../src/command.ts';
import { createDispatch } from '../../src/discord/dispatch.ts';

const origin = {
  requestId: 'r1',
  user: { id: '1' },
  locale: 'en-US',
  channel: '2',
  guild: '3' as string | undefined,
  memberPermissions: 0n,
  appPermissions: 0n,
};

const made: unknown[] = [];

const subscriptions = defineCommand<object>()({
  definition: {
    name: 'subscriptions',
    description: 'x',
    where: 'servers',
    subcommands: [
      {
        name: 'add',
        description: 'x',
        needs: 'ManageChannels',
        options: [{ name: 'channel', description: 'x', type: 'channel' }],
      },
      { name: 'fail', description: 'x' },
      { name: 'explain', description: 'x' },
      {
        name: 'same',
        description: 'x',
        keptFor: 3000,
        options: [{ name: 'day', description: 'x', type: 'string' }],
      },
      { name: 'dear', description: 'x', limit: { burst: 2, every: 10_000 } },
    ],
  },
  run: {
    add: ({ options }) => ({ text: `added ${options.channel}` }),
    fail: () => {
      throw new Error('secret path /etc');
    },
    dear: () => ({ text: 'done' }),
    same: async ({ options }) => {
      made.push(options.day);
      if (options.day === 'never') throw new UserError('There is no such day.');
      if (options.day === 'broken') throw new Error('for a reason');
      return { text: `on ${options.day}` };
    },
    explain: () => {
      throw new UserError('That channel is full.');
    },
  },
  complete: ({ text }) => [{ name: text, value: text }],
});

function setUp() {
  const errors: object[] = [];
  const log = { info: () => {}, error: (about: object) => errors.push(about) };
  const commands: AnyCommand<object>[] = [subscriptions];
  const clock = createMovableClock();
  const dispatch = createDispatch(commands, {}, log, clock);
  const call = (subcommand: string, given: Partial<Call> = {}, command = 'subscriptions') =>
    dispatch.answer({ kind: 'call', command, subcommand, call: { ...origin, options: {}, ...given } });
  return { dispatch, call, errors, clock };
}

describe('dispatch', () => {
  test('leads a call with its options to the handler of its subcommand', async () => {
    const { call } = setUp();
    const reply = await call('add', { options: { channel: '42' }, memberPermissions: 1n << 4n });
    expect(reply).toEqual({ text: 'added 42' });
  });

  test('checks permissions from the interaction itself; administrators may', async () => {
    const { call } = setUp();
    expect(await call('add')).toMatchObject({
      ephemeral: true,
      text: expect.stringContaining('Manage Channels'),
    });
    expect(await call('add', { memberPermissions: 1n << 3n })).toEqual({ text: 'added undefined' });
  });

  test('refuses a server command in a direct message', async () => {
    const { call } = setUp();
    expect(await call('explain', { guild: undefined })).toMatchObject({
      text: expect.stringContaining('servers only'),
    });
  });

  test('tells the user a safe sentence, and the log the cause', async () => {
    const { call, errors } = setUp();
    const reply = await call('fail');
    expect(reply.ephemeral).toBe(true);
    expect(reply.text).not.toContain('/etc');
    expect(reply.text).toContain('r1');
    expect(errors).toMatchObject([{ requestId: 'r1', err: { message: 'secret path /etc' } }]);
    expect(await call('explain')).toEqual({ text: 'That channel is full.', ephemeral: true });
  });

  test('a command, subcommand or button of an older version is explained', async () => {
    const { dispatch, call } = setUp();
    expect((await call('gone')).text).toContain('/help');
    expect((await call('x', {}, 'nothing')).text).toContain('/help');
    const press = { ...origin, id: 'x', values: [], message: '9' };
    expect((await dispatch.answer({ kind: 'press', command: 'subscriptions', press })).text).toContain(
      'older version',
    );
  });

  test('what is kept is made once for those who ask within that time', async () => {
    const { call, clock } = setUp();
    const on = (day: string, user = '1') => call('same', { options: { day }, user: { id: user } });
    made.length = 0;
    const [first, second] = await Promise.all([on('1 May'), on('1 May', '2'), on('2 May')]);
    expect(second).toBe(first);
    expect(made).toEqual(['1 May', '2 May']);
    clock.ahead += 2000;
    expect(await on('1 May')).toBe(first);
    clock.ahead += 1000;
    expect(await on('1 May')).not.toBe(first);
    expect((await on('never')).text).toBe('There is no such day.');
    await on('never');
    await on('broken');
    await on('broken');
    expect(made).toEqual(['1 May', '2 May', '1 May', 'never', 'broken', 'broken']);
  });

  test('what is dear is answered so often to one person, and then told when again', async () => {
    const { call, clock } = setUp();
    expect(await call('dear')).toEqual({ text: 'done' });
    expect(await call('dear')).toEqual({ text: 'done' });
    const { ephemeral, text } = await call('dear');
    expect(ephemeral).toBe(true);
    expect(text).toEqual([
      expect.stringContaining('/subscriptions dear'),
      { time: expect.any(Number), style: 'relative' },
      '.',
    ]);
    const next = (text as readonly { time: number }[])[1]!.time;
    expect(next - clock.now()).toBeGreaterThan(8000);
    expect(next - clock.now()).toBeLessThanOrEqual(10_000);
    expect(await call('dear', { user: { id: '2' } })).toEqual({ text: 'done' });
    expect((await call('explain')).text).toBe('That channel is full.');
    clock.ahead += 10_000;
    expect(await call('dear')).toEqual({ text: 'done' });
    expect((await call('dear')).ephemeral).toBe(true);
  });

  test('completes, and proposes nothing where it can not', async () => {
    const { dispatch } = setUp();
    const typing = { ...origin, subcommand: 'add', option: 'channel', text: 'ab' };
    expect(await dispatch.complete({ kind: 'typing', command: 'subscriptions', typing })).toEqual([
      { name: 'ab', value: 'ab' },
    ]);
    expect(await dispatch.complete({ kind: 'typing', command: 'nothing', typing })).toEqual([]);
  });
});
