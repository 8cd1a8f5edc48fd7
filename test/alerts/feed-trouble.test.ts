import { beforeEach, describe, expect, it } from 'vitest';
import { createFeedTrouble } from '../../src/alerts/feed-trouble.ts';
import { hour, minute, noon, subscription, World } from './bot.ts';
import { Fate, memoryLog } from './fakes.ts';

const day = 24 * hour;
const dawn = { id: 'dawn', title: 'Dawn' };
const own = { id: 'own-a', title: 'A paper of ours' };
const since = noon - day;
const trouble = {
  since,
  message: 'the server has a problem of its own (500)',
  final: false,
  received: true,
};

describe('a feed that fails for long', () => {
  let world: World;
  let bot: ReturnType<typeof start>;
  let failing: { feed: string; since: number }[];
  beforeEach(() => {
    world = new World();
    world.subscribe('1', subscription('11'), subscription('12', { paused: true }));
    world.subscribe('2', subscription('21'));
    world.own.set('own-a', ['2']);
    failing = [{ feed: 'dawn', since }];
    bot = start();
  });

  function start(fate = new Fate()) {
    const { worker, jobs, documents, log } = world.start(fate);
    const operator = memoryLog();
    const feeds = createFeedTrouble({
      guilds: documents.guilds,
      jobs,
      audience: async (feed) => world.own.get(feed) ?? 'all',
      failing: async () => failing,
      wake: () => {},
      log: operator,
    });
    return { fate, worker, jobs, documents, log, operator, ...feeds };
  }

  const said = (channel: string) => world.platform.in(channel).map(({ reply }) => JSON.stringify(reply));
  const counts = () => ['11', '12', '21'].map((channel) => said(channel).length);

  it('is told once to every channel that depends on it, and once more when it is back', async () => {
    for (let call = 0; call < 3; call++) {
      expect(await bot.onTrouble(dawn, trouble)).toBe(true);
      await bot.worker.drain();
    }
    expect(counts()).toEqual([1, 0, 1]);
    for (const word of ['Dawn', String(since), trouble.message, 'tried again', 'other feeds go on'])
      expect(said('11')[0]).toContain(word);
    for (let call = 0; call < 3; call++) {
      await bot.onRecovery(dawn, { since });
      await bot.worker.drain();
    }
    expect(counts()).toEqual([2, 0, 2]);
    expect(said('11')[1]).toContain('can be read again');
    const [first, second] = world.platform.in('11');
    expect(second?.replyTo).toBe(first?.id);
    expect(bot.operator.lines).toHaveLength(3);
    expect(bot.log.lines).toEqual([]);
    expect(await bot.jobs.counts()).toEqual({ waiting: 0, held: 0, parked: 0 });
  });

  it('is told anew when it fails again', async () => {
    await bot.onTrouble(dawn, trouble);
    await bot.onRecovery(dawn, { since });
    failing = [{ feed: 'dawn', since: noon }];
    await bot.onTrouble(dawn, { ...trouble, since: noon });
    await bot.worker.drain();
    expect(counts()).toEqual([3, 0, 3]);
  });

  it('is not told to channels when it never worked: nobody depends on it', async () => {
    expect(await bot.onTrouble(dawn, { ...trouble, received: false })).toBe(true);
    await bot.onRecovery(dawn, { since });
    await bot.worker.drain();
    expect(counts()).toEqual([0, 0, 0]);
    expect(bot.operator.lines).toHaveLength(1);
  });

  it('concerns only the servers that added it', async () => {
    await bot.onTrouble(own, trouble);
    await bot.onRecovery(own, { since });
    await bot.worker.drain();
    expect(counts()).toEqual([0, 0, 2]);
  });

  it('is said to be over only where it was said', async () => {
    await bot.onTrouble(dawn, trouble);
    await bot.worker.drain();
    world.subscribe('2', subscription('22'));
    await bot.onRecovery(dawn, { since });
    await bot.worker.drain();
    expect(said('22')).toEqual([]);
    expect(counts()).toEqual([2, 0, 2]);
  });

  it('says so when its publisher has ended it', async () => {
    await bot.onTrouble(dawn, {
      ...trouble,
      message: 'the publisher has ended this feed (410)',
      final: true,
    });
    await bot.worker.drain();
    expect(said('11')[0]).toContain('(410)');
    expect(said('11')[0]).toContain('not tried any more');
  });

  it('waits for the end of quiet hours, and the recovery waits behind it', async () => {
    world.subscribe('1', subscription('11', { quietHours: { from: '11:00', to: '14:00', timeZone: 'UTC' } }));
    await bot.onTrouble(dawn, trouble);
    await bot.onRecovery(dawn, { since });
    await bot.worker.drain();
    expect(counts()).toEqual([0, 0, 2]);
    world.clock.time = noon + 2 * hour + minute;
    await bot.worker.drain();
    expect(said('11').map((text) => /can be read again/.test(text))).toEqual([false, true]);
  });

  it('is not written into a channel that is suspended, nor later', async () => {
    world.platform.refuse('11', 'forbidden');
    await bot.onTrouble(dawn, trouble);
    await bot.worker.drain();
    expect(world.guild('1').suspensions).toHaveProperty('11');
    await bot.onTrouble({ id: 'wire', title: 'Wire' }, trouble);
    await bot.onRecovery(dawn, { since });
    await bot.worker.drain();
    expect(world.platform.requests.filter((request) => request === 'create 11')).toHaveLength(1);
    world.platform.refuse('11', undefined);
    for (let n = 0; n < 4; n++) {
      world.clock.time += 2 * day;
      await bot.worker.drain();
    }
    expect(world.guild('1').suspensions).toEqual({});
    expect(counts()).toEqual([0, 0, 3]);
    expect(await bot.jobs.counts()).toEqual({ waiting: 0, held: 0, parked: 0 });
  });

  describe('together with many', () => {
    const together = ['dawn', 'b', 'c', 'd'].map((feed, n) => ({ feed, since: since + n * 10 * minute }));

    it('is the operator’s matter: told to channels once it fails alone', async () => {
      failing = together;
      expect(await bot.onTrouble(dawn, trouble)).toBe(false);
      await bot.worker.drain();
      expect(counts()).toEqual([0, 0, 0]);
      expect(bot.operator.lines).toHaveLength(1);
      failing = together.slice(0, 3);
      expect(await bot.onTrouble(dawn, trouble)).toBe(true);
      await bot.worker.drain();
      expect(counts()).toEqual([1, 0, 1]);
    });

    it('is told if they broke at other times', async () => {
      failing = together.map(({ feed }, n) => ({ feed, since: since - n * 2 * hour }));
      expect(await bot.onTrouble(dawn, trouble)).toBe(true);
    });

    it('is told if the others are servers’ own: those must not silence it', async () => {
      failing = together.map(({ feed, since }) => ({ feed: feed === 'dawn' ? feed : `own-${feed}`, since }));
      for (const { feed } of failing) if (feed !== 'dawn') world.own.set(feed, ['2']);
      expect(await bot.onTrouble(dawn, trouble)).toBe(true);
      expect(await bot.onTrouble({ id: 'own-b', title: 'B' }, trouble)).toBe(false);
    });
  });

  it('is told once whatever step the bot dies at', async () => {
    const live = async (dieAt: number | undefined, downtime: number) => {
      world = new World();
      world.subscribe('1', subscription('11'));
      world.subscribe('2', subscription('21'));
      world.platform.nonceMemory = downtime > minute ? 2000 : 180_000;
      const fate = new Fate();
      fate.dieAt = dieAt;
      bot = start(fate);
      const steps = [
        () => bot.onTrouble(dawn, trouble),
        () => bot.worker.drain(),
        () => bot.onRecovery(dawn, { since }),
        () => bot.worker.drain(),
      ];
      for (const step of steps) {
        await step().catch((error) => {
          if (!bot.fate.dead) throw error;
        });
        if (!bot.fate.dead) continue;
        world.clock.time += downtime;
        bot = start();
        await step();
      }
      for (let n = 0; n < 3; n++) {
        world.clock.time += hour;
        await bot.worker.drain();
      }
      const shown = ['11', '21'].map((channel) => said(channel).map((text) => /read again/.test(text)));
      expect({ dieAt, shown, counts: await bot.jobs.counts() }).toEqual({
        dieAt,
        shown: [
          [false, true],
          [false, true],
        ],
        counts: { waiting: 0, held: 0, parked: 0 },
      });
      return fate.step;
    };
    const steps = await live(undefined, 0);
    expect(steps).toBeGreaterThan(15);
    for (const downtime of [30_000, 20 * minute])
      for (let dieAt = 2; dieAt <= 2 * steps + 1; dieAt++) await live(dieAt, downtime);
  });
});
