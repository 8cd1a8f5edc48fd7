import { beforeEach, describe, expect, it } from 'vitest';
import { digest } from '../../commands/digest.ts';
import type { ChannelAccess } from '../../src/alerts/channel-access.ts';
import type { GuildDocument } from '../../src/alerts/guild.ts';
import { UserError } from '../../src/command.ts';
import { hour, noon } from '../alerts/bot.ts';
import { DigestWorld } from '../digest/fixture.ts';
import { call, press, typing } from './calls.ts';

const allowed: ChannelAccess = { missing: [], memberMayManage: true, kind: 'text' };

describe('/digest', () => {
  let world: DigestWorld;
  let bot: ReturnType<DigestWorld['start']>;
  let access: ChannelAccess | undefined;
  beforeEach(() => {
    world = new DigestWorld();
    bot = world.start();
    access = allowed;
  });

  const services = () => ({
    digesting: {
      guilds: bot.guilds,
      gather: bot.gather,
      clock: world.clock,
      channelAccess: async () => access,
      timeZone: 'Asia/Karachi',
    },
  });
  const set = async (options: {
    time: string;
    timezone?: string;
    when_empty?: string;
    feeds?: boolean;
    channel?: string;
  }) =>
    digest.run.set(
      call({ timezone: undefined, when_empty: undefined, feeds: undefined, channel: undefined, ...options }),
      services(),
    );
  const settings = () => (JSON.parse(world.rows.guilds.get('1') ?? '{}') as GuildDocument).digests;
  const said = (reply: unknown) => JSON.stringify(reply);

  it('needs Manage Channels for everything', () => {
    for (const { needs } of digest.definition.subcommands) expect(needs).toBe('ManageChannels');
  });

  it('is set in the pack’s zone unless one is named', async () => {
    expect(said(await set({ time: '8:00' }))).toContain('daily at 08:00 Asia/Karachi');
    expect(settings()).toMatchObject({ 11: { time: '08:00', timeZone: 'Asia/Karachi', whenEmpty: 'line' } });
    await set({
      time: '21:30',
      timezone: 'europe/berlin',
      when_empty: 'nothing',
      feeds: true,
      channel: '12',
    });
    expect(settings()[12]).toMatchObject({
      time: '21:30',
      timeZone: 'Europe/Berlin',
      whenEmpty: 'nothing',
      feeds: true,
      createdBy: '7',
    });
  });

  it('keeps what is not chosen anew, and is due at a new time from then on', async () => {
    await set({ time: '08:00', timezone: 'Europe/Berlin', when_empty: 'nothing' });
    world.clock.time += hour;
    await set({ time: '09:00' });
    expect(settings()[11]).toMatchObject({
      time: '09:00',
      timeZone: 'Europe/Berlin',
      whenEmpty: 'nothing',
      since: noon + hour,
    });
  });

  it.each([
    [{ time: '25:00' }, '“25:00” is no time'],
    [{ time: '08:00', timezone: 'Karachi time' }, 'is no time zone'],
  ])('refuses %o', async (options, sentence) => {
    await expect(set(options)).rejects.toThrow(UserError);
    await expect(set(options)).rejects.toThrow(sentence);
    expect(world.rows.guilds.size).toBe(0);
  });

  it('says which permission is missing', async () => {
    access = { ...allowed, missing: ['Send Messages', 'Attach Files'] };
    await expect(set({ time: '08:00' })).rejects.toThrow('lacks Send Messages in that channel');
    access = { ...allowed, missing: ['Attach Files'] };
    expect(said(await set({ time: '08:00' }))).toContain('Without Attach Files');
  });

  it('shows and ends', async () => {
    expect(said(await digest.run.show(call({}), services()))).toContain('No channel gets a digest yet');
    await set({ time: '08:00' });
    expect(said(await digest.run.show(call({}), services()))).toContain('daily at 08:00 Asia/Karachi');
    await digest.run.off(call({ channel: undefined }), services());
    expect(settings()).toEqual({});
    await expect(digest.run.off(call({ channel: undefined }), services())).rejects.toThrow('gets no digest');
  });

  it('shows now, to the asker only, what would be posted, and posts nothing', async () => {
    world.hear('eid', noon - hour);
    const reply = await digest.run.now(call({ channel: undefined }), services());
    expect(reply.ephemeral).toBe(true);
    expect(said(reply)).toContain('eid reported');
    await set({ time: '08:00' });
    await digest.run.now(call({ channel: undefined }), services());
    expect(world.platform.posted).toEqual([]);
    expect(settings()[11]).not.toHaveProperty('covered');
  });

  it('refuses to work outside a server', async () => {
    await expect(async () =>
      digest.run.now(call({ channel: undefined }, { guild: undefined }), services()),
    ).rejects.toThrow(UserError);
  });

  it('completes time zones and explains its button', async () => {
    expect(await digest.complete?.(typing('timezone', 'kara'), services())).toContainEqual({
      name: 'Asia/Karachi',
      value: 'Asia/Karachi',
    });
    expect((await digest.press?.(press('about:2022-05-18:11'), services()))?.ephemeral).toBe(true);
  });
});
