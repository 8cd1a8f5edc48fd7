import { beforeEach, describe, expect, it } from 'vitest';
import { alerts } from '../../commands/alerts.ts';
import type { ChannelAccess } from '../../src/alerts/channel-access.ts';
import type { Subscription } from '../../src/alerts/guild.ts';
import { DeliveryError } from '../../src/alerts/messenger.ts';
import { type Origin, UserError } from '../../src/command.ts';
import { render } from '../../src/discord/render.ts';
import { entry, hour, minute, subscription, World } from '../alerts/bot.ts';
import { call, press, typing } from './calls.ts';

const allowed: ChannelAccess = { missing: [], memberMayManage: true, kind: 'text' };
const noOptions = {
  channel: undefined,
  topics: undefined,
  min_sources: undefined,
  mention: undefined,
  quiet_hours: undefined,
};

describe('/alerts', () => {
  let world: World;
  let bot: ReturnType<World['start']>;
  let access: Record<string, ChannelAccess | undefined>;
  beforeEach(() => {
    world = new World();
    bot = world.start();
    access = { 11: allowed, 12: allowed };
  });

  const services = () => ({
    alerting: {
      ...bot.documents,
      jobs: bot.jobs,
      messenger: world.platform.messenger(bot.fate),
      channelAccess: async (_guild: string, channel: string) => access[channel],
      clock: world.clock,
      log: bot.log,
      wake: () => {},
      context: () => ({ cards: [{ title: 'Status today' }] }),
      lastDocumented: () => 'truce until 30 May 2022',
    },
  });
  const subscribe = async (
    options: Partial<Record<keyof typeof noOptions, unknown>> = {},
    more: Partial<Origin> = {},
  ) => alerts.run.subscribe(call({ ...noOptions, ...options } as never, more), services());
  const use = async (name: 'pause' | 'resume' | 'unsubscribe' | 'test', channel?: string) =>
    alerts.run[name](call({ channel }), services());
  const said = (reply: unknown) => JSON.stringify(reply);

  it('needs Manage Channels for everything', () => {
    for (const { needs } of alerts.definition.subcommands) expect(needs).toBe('ManageChannels');
    expect(alerts.definition.where).toBe('servers');
  });

  it('subscribes this channel to everything if nothing is chosen', async () => {
    const reply = await subscribe();
    expect(reply.ephemeral).toBe(true);
    expect(said(reply)).toContain('all topics');
    expect(world.guild('1').subscriptions).toMatchObject({
      11: { topics: 'all', minSources: 1, paused: false, publish: false, createdBy: '7' },
    });
  });

  it('subscribes another channel with all options', async () => {
    const reply = await subscribe({
      channel: '12',
      topics: 'talks, truce extended',
      min_sources: 3,
      mention: '55',
      quiet_hours: '22:00-07:00 asia/karachi',
    });
    expect(world.guild('1').subscriptions).toMatchObject({
      12: {
        topics: ['talks', 'truce_extended'],
        minSources: 3,
        mentionRole: '55',
        quietHours: { from: '22:00', to: '07:00', timeZone: 'Asia/Karachi' },
      },
    });
    expect(said(reply)).toContain('quiet 22:00–07:00 Asia/Karachi');
  });

  it('changes only what is chosen, and merges what two moderators change at once', async () => {
    await subscribe({ topics: 'talks', quiet_hours: '22:00-07:00 UTC' });
    await Promise.all([subscribe({ min_sources: 2 }), subscribe({ mention: '55' }, { user: { id: '8' } })]);
    expect(world.guild('1').subscriptions['11']).toMatchObject({
      topics: ['talks'],
      minSources: 2,
      mentionRole: '55',
      quietHours: { from: '22:00' },
      createdBy: '7',
    });
    await subscribe({ quiet_hours: 'off' });
    expect(world.guild('1').subscriptions['11']).not.toHaveProperty('quietHours');
  });

  it.each([
    ['a topic that is none', { topics: 'weather' }, '“weather” is no topic'],
    ['quiet hours without a zone', { quiet_hours: '22-7' }, 'Quiet hours are written like'],
    ['a mention of everyone', { mention: '1' }, 'never everyone'],
  ])('refuses %s', async (_what, options, sentence) => {
    await expect(subscribe(options)).rejects.toThrow(UserError);
    await expect(subscribe(options)).rejects.toThrow(sentence);
    expect(world.rows.guilds.size).toBe(0);
  });

  it.each([
    ['a channel that the bot cannot see', undefined, 'cannot see that channel'],
    [
      'missing permissions, by name',
      { ...allowed, missing: ['Send Messages', 'Embed Links'] },
      'lacks Send Messages and Embed Links',
    ],
    ['a member who may not manage it', { ...allowed, memberMayManage: false }, 'You need Manage Channels'],
    ['a voice channel', { ...allowed, kind: 'other' }, 'text, announcement and thread channels only'],
  ])('refuses %s', async (_what, found, sentence) => {
    access[12] = found as ChannelAccess | undefined;
    await expect(subscribe({ channel: '12' })).rejects.toThrow(UserError);
    await expect(subscribe({ channel: '12' })).rejects.toThrow(sentence);
    expect(world.rows.guilds.size).toBe(0);
  });

  it('says what is lost without Read Message History', async () => {
    access[11] = { ...allowed, missing: ['Read Message History'] };
    expect(said(await subscribe())).toContain('after a long failure of Discord one may appear twice');
  });

  it('takes 25 channels in a server and refuses one more', async () => {
    for (let n = 0; n < 26; n++) access[100 + n] = allowed;
    for (let n = 0; n < 25; n++) await subscribe({ channel: String(100 + n) });
    await expect(subscribe({ channel: '125' })).rejects.toThrow('already has 25 subscribed channels');
    await expect(subscribe({ channel: '124', min_sources: 2 })).resolves.toBeDefined();
  });

  it('lists 25 channels with all there is to say of them', async () => {
    const more: Partial<Subscription> = {
      topics: ['talks', 'truce_declared', 'truce_extended', 'truce_ended', 'truce_violated', 'talks_failed'],
      minSources: 10,
      mentionRole: '123456789012345678',
      quietHours: { from: '22:00', to: '07:00', timeZone: 'America/Argentina/ComodRivadavia' },
    };
    const channels = Array.from({ length: 25 }, (_, n) => String(123_456_789_012_345_600n + BigInt(n)));
    world.subscribe('1', ...channels.map((channel) => subscription(channel, more)));
    const [embed] = render(await alerts.run.list(call({}), services())).embeds;
    const shown = channels.filter((channel) => embed?.description?.includes(`<#${channel}>`));
    const [, hidden] = /and (\d+) more/.exec(embed?.description ?? '') ?? [];
    expect(shown.length + Number(hidden)).toBe(25);
    expect(embed?.description).not.toContain('…');
  });

  it('says that the role to mention was deleted, until another is chosen', async () => {
    await subscribe({ mention: '55' });
    world.platform.deletedRoles.add('55');
    await bot.intake.receive(world.batch('dawn', [entry('Eid truce')]));
    await bot.worker.drain();
    const listed = async () => said(await alerts.run.list(call({}), services()));
    expect(await listed()).toContain('mentions nobody: the role was deleted');
    await subscribe({ min_sources: 2 });
    expect(await listed()).toContain('mentions nobody: the role was deleted');
    await subscribe({ mention: '56' });
    expect(await listed()).not.toContain('deleted');
    expect(world.guild('1').subscriptions['11']).toMatchObject({ mentionRole: '56', minSources: 2 });
  });

  it('refuses to work outside a server', async () => {
    await expect(async () => subscribe({}, { guild: undefined })).rejects.toThrow(UserError);
  });

  it('lists, pauses, resumes and unsubscribes', async () => {
    expect(said(await alerts.run.list(call({}), services()))).toContain('No channel is subscribed yet');
    await subscribe();
    await use('pause');
    expect(said(await alerts.run.list(call({}), services()))).toContain('paused');
    await use('resume');
    expect(world.guild('1').subscriptions['11']?.paused).toBe(false);
    await use('unsubscribe');
    expect(world.guild('1').subscriptions).toEqual({});
  });

  it.each(['pause', 'resume', 'unsubscribe', 'test'] as const)(
    'cannot %s what is not subscribed',
    async (name) => {
      await expect(use(name)).rejects.toThrow('That channel is not subscribed');
    },
  );

  it('lets go of a channel that is gone, but not to a member who may not manage it', async () => {
    await subscribe({ channel: '12' });
    access[12] = { ...allowed, memberMayManage: false };
    await expect(use('unsubscribe', '12')).rejects.toThrow('You need Manage Channels');
    access[12] = undefined;
    await use('unsubscribe', '12');
    expect(world.guild('1').subscriptions).toEqual({});
  });

  it('sends what was held back when a suspended channel is resumed', async () => {
    world.subscribe('1', subscription('11'));
    world.platform.refuse('11', 'forbidden');
    await bot.intake.receive(world.batch('dawn', [entry('Eid truce'), entry('Winter truce')]));
    await bot.worker.drain();
    expect(said(await alerts.run.list(call({}), services()))).toContain(
      'suspended: the bot may not post there',
    );
    access[11] = { ...allowed, missing: ['Send Messages'] };
    await expect(use('resume')).rejects.toThrow('lacks Send Messages');

    world.platform.refuse('11', undefined);
    access[11] = allowed;
    world.clock.time += hour;
    expect(said(await use('resume'))).toContain('What was held back comes now');
    await bot.worker.drain();
    expect(said(world.platform.in('11'))).toContain('2 stories were held back');
    // The interaction that asked for it can be followed in the log.
    expect(bot.log.events).toContainEqual(
      expect.objectContaining({ message: 'delivered', requestId: call({}).requestId }),
    );
    world.clock.time += 48 * hour;
    await bot.worker.drain();
    expect(world.platform.in('11')).toHaveLength(1);
  });

  it('posts a sample, marked as such and mentioning nobody', async () => {
    await subscribe({ mention: '55' });
    await use('test');
    const [sample] = world.platform.in('11');
    expect(said(sample?.reply)).toContain('This is a sample, not news.');
    expect(sample?.reply.mentionRole).toBeUndefined();
    expect(sample?.reply.buttons).toBeUndefined();
  });

  it('says that the sample was not taken', async () => {
    await subscribe();
    world.platform.failNext('create 11', new DeliveryError('forbidden', '50013'));
    await expect(use('test')).rejects.toThrow('Discord did not take the sample');
  });

  it('completes topics and nothing else', async () => {
    expect(await alerts.complete?.(typing('topics', 'talks, trU'), services())).toContainEqual({
      name: 'talks, truce_ended',
      value: 'talks, truce_ended',
    });
    expect(await alerts.complete?.(typing('quiet_hours', '2'), services())).toEqual([]);
  });

  describe('buttons', () => {
    beforeEach(async () => {
      world.subscribe('1', subscription('11'));
      await bot.intake.receive(world.batch('dawn', [entry('Eid truce')]));
      await bot.worker.drain();
    });
    const push = async (id: string, more = {}) => alerts.press?.(press(id, more), services());

    it('answer only to the one who pressed', async () => {
      for (const action of ['why', 'context', 'not-relevant', 'held', 'retracted', 'suspended', 'feed'])
        expect((await push(`${action}:story-eid:11`))?.ephemeral).toBe(true);
    });

    it('tell why, with the reasons of the classifier', async () => {
      expect(said(await push('why:story-eid:11'))).toContain('names a truce');
      expect(said(await push('context:story-eid:11'))).toContain('Status today');
    });

    it('say nothing of what another server’s own feed reported', async () => {
      world.own.set('own', ['2']);
      world.subscribe('2', subscription('21'));
      await bot.intake.receive(world.batch('own', [entry('Winter truce')]));
      expect(said(await push('why:story-2-winter:21', { guild: '2' }))).toContain('names a truce');
      for (const guild of ['1', undefined])
        await expect(push('why:story-2-winter:21', { guild })).rejects.toThrow(UserError);
    });

    it('count who finds a story not relevant, once each; a moderator’s word ends its edits there', async () => {
      const member = { memberPermissions: 0n, user: { id: '70' } };
      await push('not-relevant:story-eid:11', member);
      await push('not-relevant:story-eid:11', member);
      expect(world.alert('story-eid')).toMatchObject({ notRelevant: ['70'], mutedIn: [] });
      expect(said(await push('not-relevant:story-eid:11'))).toContain(
        'not be edited any more in this server',
      );
      expect(world.alert('story-eid')).toMatchObject({ notRelevant: ['70', '7'], mutedIn: ['1'] });
    });

    it.each(['why:gone:11', 'not-relevant:gone:11', 'dance:story-eid:11', 'nonsense', ''])(
      'say clearly that %s no longer works',
      async (id) => {
        await expect(push(id)).rejects.toThrow(UserError);
      },
    );

    it('offer to publish in an announcement channel, to those who may manage it', async () => {
      access[11] = { ...allowed, kind: 'announcement' };
      expect((await subscribe()).buttons).toMatchObject([{ id: 'alerts:publish:alerts:11' }]);
      expect(said(await push('publish:alerts:11'))).toContain('are now published');
      await bot.intake.receive(world.batch('dawn', [entry('Winter truce')]));
      await bot.worker.drain();
      expect(world.platform.in('11').map(({ published }) => published)).toEqual([0, 1]);
      expect(said(await push('publish:alerts:11'))).toContain('no longer published');
      access[11] = { ...allowed, kind: 'announcement', memberMayManage: false };
      await expect(push('publish:alerts:11')).rejects.toThrow('You need Manage Channels');
    });
  });

  it('keeps a change that comes while a story is delivered', async () => {
    await subscribe();
    await bot.intake.receive(world.batch('dawn', [entry('Eid truce')]));
    await Promise.all([bot.worker.drain(), subscribe({ min_sources: 4 })]);
    world.clock.time += minute;
    expect(world.guild('1').subscriptions['11']?.minSources).toBe(4);
  });
});
