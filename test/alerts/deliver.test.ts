import { beforeEach, describe, expect, it } from 'vitest';
import { DeliveryError } from '../../src/alerts/messenger.ts';
import { noteNotRelevant } from '../../src/alerts/not-relevant.ts';
import { entry, hour, minute, noon, subscription, World } from './bot.ts';

const day = 24 * hour;

describe('delivery', () => {
  let world: World;
  let bot: ReturnType<World['start']>;
  beforeEach(() => {
    world = new World();
    world.subscribe('1', subscription('11'));
    bot = world.start();
  });

  const report = (title: string, outlet = 'dawn') => bot.intake.receive(world.batch(outlet, [entry(title)]));
  const later = async (milliseconds: number) => {
    world.clock.time += milliseconds;
    await bot.worker.drain();
  };

  it('posts a story once and notes it', async () => {
    await report('Eid truce extended');
    await bot.worker.drain();
    expect(world.platform.in('11')).toHaveLength(1);
    expect(await bot.jobs.counts()).toEqual({ waiting: 0, held: 0, parked: 0 });
    expect([...world.rows.sent.keys()]).toEqual(['11/story-eid']);
  });

  it('makes ten new outlets in a minute one edit, which shows the newest version', async () => {
    await report('Eid truce extended');
    await bot.worker.drain();
    for (let n = 0; n < 10; n++) {
      await report('Eid truce extended', `outlet ${n}`);
      await later(5000);
    }
    await later(2 * minute);
    const [message] = world.platform.in('11');
    expect(message?.edits).toBe(1);
    expect(JSON.stringify(message?.reply)).toContain('reported by 11 outlets independently');
    expect(JSON.stringify(message?.reply)).toContain('Now reported by 11 independent outlets (first by 1).');
  });

  it('answers a retraction with an edit at once and a reply under the message', async () => {
    await report('Eid truce extended');
    await bot.worker.drain();
    await report('Eid truce report retracted', 'wire');
    await bot.worker.drain();
    const [message, reply] = world.platform.in('11');
    expect(JSON.stringify(message?.reply)).toContain('Retracted by an outlet');
    expect(reply?.replyTo).toBe(message?.id);
    expect(world.platform.in('11')).toHaveLength(2);
  });

  describe('after an ambiguous failure', () => {
    const lost = () => new DeliveryError('transient', 'time-out', { ambiguous: true });

    it.each([
      ['carried out', true],
      ['not carried out', false],
    ])('relies on the nonce at first (%s)', async (_name, carriedOut) => {
      world.platform.failNext('create 11', lost(), carriedOut);
      await report('Eid truce extended');
      await bot.worker.drain();
      await later(5000);
      expect(world.platform.in('11')).toHaveLength(1);
      expect(world.platform.requests).toEqual(['create 11', 'create 11']);
    });

    it.each([
      ['carried out', true],
      ['not carried out', false],
    ])('looks into the channel when the nonce may be forgotten (%s)', async (_name, carriedOut) => {
      world.platform.nonceMemory = 2000;
      world.platform.failNext('create 11', lost(), carriedOut);
      await report('Eid truce extended');
      await bot.worker.drain();
      await later(hour);
      expect(world.platform.in('11')).toHaveLength(1);
      expect(world.platform.requests.slice(0, 2)).toEqual(['create 11', 'find 11']);
      expect((await bot.jobs.counts()).waiting).toBe(0);
    });

    it('edits a message that a nonce brought back up to the newest version', async () => {
      world.platform.failNext('create 11', lost(), true);
      await report('Eid truce extended');
      await bot.worker.drain();
      await report('Eid truce extended', 'wire');
      await later(5000);
      expect(JSON.stringify(world.platform.in('11'))).toContain('reported by 1 outlet');
      await later(2 * minute);
      expect(world.platform.in('11')).toMatchObject([{ edits: 1 }]);
      expect(JSON.stringify(world.platform.in('11'))).toContain('2 outlets independently');
    });

    it('says of a message that a nonce brought back how many outlets it was first reported by', async () => {
      world.platform.failNext('create 11', lost(), true);
      await report('Eid truce extended');
      await bot.worker.drain();
      await report('Eid truce extended', 'wire');
      await report('Eid truce extended', 'paper');
      await later(2 * minute);
      await later(2 * minute);
      const [message] = world.platform.in('11');
      expect(JSON.stringify(message?.reply)).toContain('Now reported by 3 independent outlets (first by 1).');
    });

    it('edits a message found in the channel up to the newest version', async () => {
      world.platform.nonceMemory = 2000;
      world.platform.failNext('create 11', lost(), true);
      await report('Eid truce extended');
      await bot.worker.drain();
      await report('Eid truce extended', 'wire');
      await later(hour);
      await later(hour);
      const [message] = world.platform.in('11');
      expect(message?.edits).toBe(1);
      expect(JSON.stringify(message?.reply)).toContain('2 outlets independently');
    });

    it('counts a message that a moderator deleted meanwhile as delivered', async () => {
      world.platform.failNext('create 11', lost(), true);
      await report('Eid truce extended');
      await bot.worker.drain();
      const [message] = world.platform.posted;
      if (message) message.deleted = true;
      await later(5000);
      await report('Eid truce extended', 'wire');
      await later(2 * minute);
      expect(world.platform.posted).toHaveLength(1);
      expect(await bot.jobs.counts()).toEqual({ waiting: 0, held: 0, parked: 0 });
    });

    it('goes on without Read Message History', async () => {
      world.platform.failNext('create 11', lost());
      world.platform.failNext('find 11', new DeliveryError('forbidden', 'no history'));
      await report('Eid truce extended');
      await bot.worker.drain();
      await later(hour);
      expect(world.platform.in('11')).toHaveLength(1);
      expect(world.guild('1').suspensions).toEqual({});
    });
  });

  it('waits as long as the platform asks', async () => {
    world.platform.failNext('create 11', new DeliveryError('transient', '429', { retryAfter: 90_000 }));
    await report('Eid truce extended');
    await bot.worker.drain();
    await later(89_000);
    expect(world.platform.requests).toHaveLength(1);
    await later(2000);
    expect(world.platform.in('11')).toHaveLength(1);
    // It surely was not carried out: there is nothing to look for.
    expect(world.platform.requests).toEqual(['create 11', 'create 11']);
  });

  it('delivers in the end when the platform is away for an hour', async () => {
    for (let n = 0; n < 40; n++) world.platform.failNext('create 11', new DeliveryError('transient', '503'));
    await report('Eid truce extended');
    for (let n = 0; n < 500 && world.platform.in('11').length === 0; n++) await later(minute);
    expect(world.platform.in('11')).toHaveLength(1);
    expect(world.clock.time - noon).toBeGreaterThan(hour);
  });

  it('parks what the platform refuses for good, and holds nothing up', async () => {
    world.platform.failNext('create 11', new DeliveryError('rejected', '50035'));
    await report('Eid truce extended');
    await report('Winter truce extended');
    await bot.worker.drain();
    expect(world.platform.in('11')).toHaveLength(1);
    expect(await bot.jobs.parked(5)).toMatchObject([{ id: 'alert/story-eid/11', reason: '50035' }]);
    expect(bot.log.lines.join()).toContain('delivery parked');
  });

  it('suspends a channel that is closed after one failure, tells the server, and tries once a day', async () => {
    world.platform.contacts = { 1: ['99'] };
    world.platform.refuse('11', 'forbidden');
    for (const title of ['Eid truce', 'Winter truce', 'Spring truce']) await report(title);
    await bot.worker.drain();
    const toChannel = () => world.platform.requests.filter((request) => request.endsWith(' 11'));
    expect(toChannel()).toHaveLength(1);
    expect(JSON.stringify(world.platform.in('99').map(({ reply }) => reply))).toContain('are suspended');
    expect(world.platform.in('99')).toHaveLength(1);

    await report('Autumn truce');
    for (let n = 0; n < 47; n++) await later(hour);
    expect(toChannel()).toHaveLength(2);
    world.platform.refuse('11', undefined);
    for (let n = 0; n < 3; n++) await later(hour);
    const [summary] = world.platform.in('11');
    for (const title of ['Eid', 'Winter', 'Spring', 'Autumn'])
      expect(JSON.stringify(summary?.reply)).toContain(`${title} truce`);
    expect(world.platform.in('11')).toHaveLength(1);
    expect(world.platform.in('99')).toHaveLength(1);
    expect(world.guild('1').suspensions).toEqual({});
    for (let n = 0; n < 3; n++) await later(day);
    expect(await bot.jobs.counts()).toEqual({ waiting: 0, held: 0, parked: 0 });
    expect(world.platform.in('11')).toHaveLength(1);
  });

  it('writes to the next contact when the first is closed as well', async () => {
    world.platform.contacts = { 1: ['98', '99'] };
    world.platform.refuse('11', 'gone');
    world.platform.refuse('98', 'forbidden');
    await report('Eid truce');
    await bot.worker.drain();
    await later(minute);
    expect(world.platform.in('99')).toHaveLength(1);
    expect(Object.keys(world.guild('1').suspensions)).toEqual(['11']);
  });

  it('publishes a message of an announcement channel after posting it', async () => {
    world.subscribe('1', subscription('11', { publish: true }));
    world.platform.failNext('crosspost 11', new DeliveryError('transient', '429', { retryAfter: hour }));
    await report('Eid truce');
    await bot.worker.drain();
    await later(hour);
    expect(world.platform.in('11')).toMatchObject([{ published: 1 }]);
  });

  it('edits a story no more, and adds no word to it, in a server where a moderator called it not relevant', async () => {
    world.subscribe('2', subscription('21'));
    await report('Eid truce extended');
    await bot.worker.drain();
    const by = { user: '7', guild: '1', moderator: true };
    await noteNotRelevant(bot.documents.alerts, 'story-eid', by);
    await report('Eid truce report retracted', 'wire');
    await later(2 * minute);
    expect(world.platform.in('11')).toMatchObject([{ edits: 0 }]);
    expect(world.platform.in('21')).toMatchObject([{ edits: 1 }, { replyTo: expect.any(String) }]);
  });

  it('edits it no more from then on also where the edit waits already', async () => {
    await report('Eid truce extended');
    await bot.worker.drain();
    await report('Eid truce extended', 'wire');
    await noteNotRelevant(bot.documents.alerts, 'story-eid', { user: '7', guild: '1', moderator: true });
    await later(2 * minute);
    expect(world.platform.in('11')).toMatchObject([{ edits: 0 }]);
    expect(await bot.jobs.counts()).toEqual({ waiting: 0, held: 0, parked: 0 });
  });

  it('goes on editing where a mere member called it so', async () => {
    await report('Eid truce extended');
    await bot.worker.drain();
    await noteNotRelevant(bot.documents.alerts, 'story-eid', { user: '70', guild: '1', moderator: false });
    await report('Eid truce extended', 'wire');
    await later(2 * minute);
    expect(world.platform.in('11')).toMatchObject([{ edits: 1 }]);
  });

  describe('a role that was deleted', () => {
    beforeEach(() => {
      world.subscribe('1', subscription('11', { mentionRole: '55' }), subscription('12'));
      world.platform.deletedRoles.add('55');
    });

    it('is mentioned no more from then on; the alerts go on, and the log says so once', async () => {
      await report('Eid truce extended');
      await bot.worker.drain();
      await report('Winter truce extended');
      await bot.worker.drain();
      expect(world.platform.in('11').map(({ reply }) => reply.mentionRole)).toEqual(['55', undefined]);
      expect(world.platform.in('12')).toHaveLength(2);
      const { mentionRole, mentionLost } = world.guild('1').subscriptions['11'] ?? {};
      expect({ mentionRole, mentionLost }).toEqual({ mentionRole: undefined, mentionLost: noon });
      expect(bot.log.lines).toEqual(['warn: the role that alerts mentioned was deleted']);
    });

    it('takes its mention out of the message with the next edit', async () => {
      await report('Eid truce extended');
      await bot.worker.drain();
      await report('Eid truce extended', 'wire');
      await later(2 * minute);
      expect(world.platform.in('11')).toMatchObject([{ edits: 1 }]);
      expect(world.platform.in('11')[0]?.reply.mentionRole).toBeUndefined();
    });

    it('does not count as deleted while the server cannot be asked', async () => {
      world.platform.failNext('roles 1', new DeliveryError('forbidden', 'Missing Access'));
      await report('Eid truce extended');
      await bot.worker.drain();
      expect(world.platform.in('11')).toHaveLength(1);
      expect(world.guild('1').subscriptions['11']?.mentionRole).toBe('55');
      expect(world.guild('1').suspensions).toEqual({});
      expect(await bot.jobs.counts()).toEqual({ waiting: 0, held: 0, parked: 0 });
    });

    it('leaves a role alone that a moderator chose meanwhile', async () => {
      await report('Eid truce extended');
      await bot.worker.drain();
      world.subscribe('1', subscription('11', { mentionRole: '56' }));
      await report('Winter truce extended');
      await bot.worker.drain();
      expect(world.guild('1').subscriptions['11']?.mentionRole).toBe('56');
      expect(bot.log.lines).toHaveLength(1);
    });
  });

  it('says nothing to a channel that was unsubscribed or paused meanwhile', async () => {
    world.subscribe('1', subscription('12'));
    await report('Eid truce');
    world.subscribe('1', subscription('11', { paused: true }));
    await bot.worker.drain();
    expect(world.platform.requests).toEqual(['create 12']);
  });

  it('parks a job that fails through a fault of our own, after some attempts', async () => {
    await report('Eid truce');
    world.rows.stories.clear();
    for (let n = 0; n < 20; n++) await later(10 * minute);
    expect(await bot.jobs.counts()).toEqual({ waiting: 0, held: 0, parked: 1 });
  });
});
