import { beforeEach, describe, expect, it } from 'vitest';
import type { GuildDocument } from '../../src/alerts/guild.ts';
import { DeliveryError } from '../../src/alerts/messenger.ts';
import { hour, minute } from '../alerts/bot.ts';
import { Fate } from '../alerts/fakes.ts';
import { DigestWorld, digestSetting } from './fixture.ts';

const day = 24 * hour;
/** 08:00 in Karachi. */
const due = Date.UTC(2022, 4, 18, 3);

describe('digests', () => {
  let world: DigestWorld;
  let bot: ReturnType<DigestWorld['start']>;
  beforeEach(() => {
    world = new DigestWorld();
    world.set('1', digestSetting('11'));
    bot = world.start();
  });

  const tickAt = async (time: number) => {
    world.clock.time = time;
    await bot.tick();
  };
  const shown = () => world.platform.in('11').map(({ reply }) => JSON.stringify(reply));
  const covered = () =>
    (JSON.parse(world.rows.guilds.get('1') ?? '{}') as GuildDocument).digests['11']?.covered;

  it('comes once a local date, with the stories since the last one', async () => {
    world.hear('eid', due - hour);
    for (let time = due - hour; time < due + day - hour; time += 20 * minute) await tickAt(time);
    expect(shown()).toHaveLength(1);
    expect(shown()[0]).toContain('eid reported');
    expect(shown()[0]).toContain('In effect on 2022-05-18.');
    expect(shown()[0]).not.toContain('Late:');

    world.hear('winter', due + hour, 'talks');
    await tickAt(due + day);
    expect(shown()).toHaveLength(2);
    expect(shown()[1]).toContain('winter reported');
    expect(shown()[1]).not.toContain('eid reported');
    expect(covered()).toBe(due + day);
  });

  it('tells what a server’s own feeds reported in that server alone, and counts it nowhere else', async () => {
    world.set('2', digestSetting('21'));
    world.hear('mine', due - hour, 'talks', '1');
    world.hear('theirs', due - hour, 'talks', '2');
    await tickAt(due);
    const reply = world.platform.in('21')[0]?.reply;
    expect(JSON.stringify(reply)).toContain('theirs reported');
    expect(JSON.stringify(reply)).not.toContain('mine reported');
    expect(reply?.picture?.alt).toContain('1 story in 30 days');
    expect(shown()[0]).toContain('mine reported');
    expect(shown()[0]).not.toContain('theirs reported');
  });

  it('comes late and says so within six hours, and not after', async () => {
    await tickAt(due + 5 * hour);
    expect(shown()).toHaveLength(1);
    expect(shown()[0]).toContain('Late: this was due ');
    await tickAt(due + day + 7 * hour);
    expect(shown()).toHaveLength(1);
  });

  it('covers the day whose digest was missed', async () => {
    await tickAt(due);
    world.hear('missed', due + 2 * hour);
    await tickAt(due + 2 * day);
    expect(shown()[1]).toContain('missed reported');
  });

  it('covers the day whose digest the channel refused', async () => {
    await tickAt(due);
    world.hear('refused', due + 2 * hour);
    world.platform.refuse('11', 'forbidden');
    await tickAt(due + day);
    world.platform.refuse('11', undefined);
    await tickAt(due + 2 * day);
    expect(shown()).toHaveLength(2);
    expect(shown()[1]).toContain('refused reported');
    expect((await bot.guilds.get('1'))?.suspensions).toEqual({});
  });

  it('has one line when there is nothing, or does not come at all, as chosen', async () => {
    world.set('1', digestSetting('12', { whenEmpty: 'nothing' }));
    await tickAt(due);
    expect(shown()[0]).toContain('Nothing new was reported');
    expect(world.platform.in('12')).toHaveLength(0);
    world.hear('eid', due + minute);
    await tickAt(due + day);
    expect(world.platform.in('12')).toHaveLength(1);
  });

  it('lists what was held back, planned dates, and feeds in trouble if asked', async () => {
    const held = {
      at: due - 60 * hour,
      how: 'hourly_cap',
      until: due,
      version: 1,
      queued: true,
    } as const;
    world.hear('held', due - 60 * hour, 'talks');
    world.tell('1', { held: { 11: held } });
    world.documented = {
      ...world.documented,
      planned: () => [{ what: 'Eid truce planned until 30 May 2022', inDays: 3 }],
    };
    world.feedTrouble = { 1: ['dawn: 403 since yesterday'], 2: ['of another server: 500'] };
    bot = world.start();
    await tickAt(due);
    expect(shown()[0]).toContain('Held back until now');
    expect(shown()[0]).toContain('held reported');
    expect(shown()[0]).toContain('Eid truce planned until 30 May 2022: in 3 days');
    expect(shown()[0]).not.toContain('403');
    world.set('1', digestSetting('11', { feeds: true }));
    await tickAt(due + day);
    expect(shown()[1]).toContain('dawn: 403 since yesterday');
    expect(shown()[1]).not.toContain('of another server');
  });

  it('carries a strip of the last 30 days where there is something to show', async () => {
    await tickAt(due);
    expect(world.platform.in('11')[0]?.reply.picture).toBeUndefined();
    world.hear('eid', due + hour);
    await tickAt(due + day);
    expect(world.platform.in('11')[1]?.reply.picture?.alt).toContain('1 story in 30 days');
  });

  it('does not come twice for a local date when its time is changed', async () => {
    await tickAt(due);
    world.set('1', digestSetting('11', { time: '11:00', since: due + minute }));
    await tickAt(due + 3 * hour);
    expect(shown()).toHaveLength(1);
    await tickAt(due + day + 3 * hour);
    expect(shown()).toHaveLength(2);
  });

  it('comes in the end when the platform fails, and is not posted twice', async () => {
    world.platform.failNext(
      'create 11',
      new DeliveryError('transient', 'time-out', { ambiguous: true }),
      true,
    );
    world.platform.nonceMemory = 2000;
    await tickAt(due);
    await tickAt(due + 2 * hour);
    expect(shown()).toHaveLength(1);
    expect(await bot.jobs.counts()).toEqual({ waiting: 0, held: 0, parked: 0 });
  });

  it('is posted once whatever step the bot dies at', async () => {
    const live = async (dieAt: number | undefined, downtime: number) => {
      world = new DigestWorld();
      world.set('1', digestSetting('11'));
      world.hear('eid', due - hour);
      world.platform.nonceMemory = downtime > minute ? 2000 : 180_000;
      const fate = new Fate();
      fate.dieAt = dieAt;
      bot = world.start(fate);
      await tickAt(due).catch((error) => {
        if (!fate.dead) throw error;
      });
      if (fate.dead) bot = world.start();
      for (let n = 1; n <= 5; n++) await tickAt(due + n * downtime);
      expect({ dieAt, shown: shown().length }).toEqual({ dieAt, shown: 1 });
      expect(covered()).toBeGreaterThanOrEqual(due);
      expect(await bot.jobs.counts()).toEqual({ waiting: 0, held: 0, parked: 0 });
      return fate.step;
    };
    const steps = await live(undefined, hour);
    for (const downtime of [30_000, hour])
      for (let dieAt = 2; dieAt <= 2 * steps + 1; dieAt++) {
        await live(dieAt, downtime);
      }
  });
});
