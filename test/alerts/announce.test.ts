import { beforeEach, describe, expect, it } from 'vitest';
import { inChunks } from '../../src/alerts/chunks.ts';
import type { Subscription } from '../../src/alerts/guild.ts';
import type { Story } from '../../src/news/story.ts';
import { classify, createClusterer, entry, hour, minute, noon, subscription, World } from './bot.ts';
import { Fate } from './fakes.ts';

/** More than are told in one write. */
const servers = 250;

describe('a story for many servers', () => {
  let world: World;
  beforeEach(() => {
    world = new World();
    for (let n = 1; n <= servers; n++) world.subscribe(`g${n}`, subscription(`${n}1`), subscription(`${n}2`));
  });

  const told = () => world.platform.posted.map(({ channel }) => channel);
  const all = Array.from({ length: servers }, (_, n) => [`${n + 1}1`, `${n + 1}2`]).flat();
  const report = (bot: ReturnType<World['start']>, title = 'Eid truce', outlet = 'dawn') =>
    bot.intake.receive(world.batch(outlet, [entry(title)]));

  it('reaches every channel once, and its own document does not grow with them', async () => {
    const bot = world.start();
    await report(bot);
    await bot.worker.drain();
    expect(told().toSorted()).toEqual(all.toSorted());
    expect(world.rows.alerts.get('story-eid')?.length).toBeLessThan(300);
  });

  it.each([1, 3, 205, 400, 500])('is resumed after a crash on the way (after %i steps)', async (step) => {
    const fate = new Fate();
    fate.dieAt = 2 * (step + 1);
    await expect(report(world.start(fate))).rejects.toThrow('died');
    const bot = world.start();
    await report(bot);
    await bot.worker.drain();
    expect(told().toSorted()).toEqual(all.toSorted());
    expect(await bot.jobs.counts()).toEqual({ waiting: 0, held: 0, parked: 0 });
  });

  it('edits in every channel that was told, also where nobody is subscribed any more', async () => {
    const bot = world.start();
    await report(bot);
    await bot.worker.drain();
    world.rows.guilds.set('g7', JSON.stringify({ ...world.guild('g7'), subscriptions: {} }));
    await report(bot, 'Eid truce', 'wire');
    world.clock.time += hour;
    await bot.worker.drain();
    expect(world.platform.posted.filter(({ edits }) => edits === 1)).toHaveLength(2 * servers);
  });
});

describe('a story that takes long to tell', () => {
  const worldOf = (more: Partial<Subscription> = {}) => {
    const world = new World();
    for (let n = 1; n <= 60; n++) world.subscribe(`g${n}`, subscription(`${n}1`, more));
    return world;
  };

  it('keeps no other from being placed and told meanwhile', async () => {
    const world = worldOf();
    const bot = world.start();
    const { addAll } = bot.jobs;
    const held = Promise.withResolvers<void>();
    const reached = Promise.withResolvers<void>();
    bot.jobs.addAll = async (jobs) => {
      reached.resolve();
      await held.promise;
      return addAll(jobs);
    };
    const long = bot.intake.receive(world.batch('dawn', [entry('Eid truce')]));
    await reached.promise;
    bot.jobs.addAll = addAll;
    await bot.intake.receive(world.batch('wire', [entry('Winter truce')]));
    await bot.worker.drain();
    expect(world.platform.posted).toHaveLength(60);
    held.resolve();
    await long;
    await bot.worker.drain();
    expect(world.platform.posted).toHaveLength(120);
  });

  const clusterer = createClusterer([]);
  const [first, second] = ['dawn', 'wire'].map((source) => {
    const { title, summary, link } = entry('Eid truce');
    const item = { id: `${source}/1`, title, summary, link, source, published: noon };
    return clusterer.place(item, classify(item))!.story as Story;
  }) as [Story, Story];

  it.each([
    ['the same version', [second, second]],
    ['the older version first', [first, second]],
    ['the newer version first', [second, first]],
  ] as const)('is told once by two processes at a time: %s', async (_which, [one, other]) => {
    const world = worldOf();
    world.rows.stories.set(second.id, JSON.stringify(second));
    const bots = [world.start(), world.start()] as const;
    const told = await Promise.all([bots[0].announce(one, true), bots[1].announce(other, true)]);
    expect(told).toContain(true);
    await Promise.all(bots.map((bot) => bot.worker.drain()));
    world.clock.time += hour;
    await bots[0].worker.drain();
    expect(world.platform.posted).toHaveLength(60);
    expect(world.alert(second.id).version).toBe(2);
    expect(await bots[0].jobs.counts()).toEqual({ waiting: 0, held: 0, parked: 0 });
  });

  it('is told at once or later, as whoever came first decided', async () => {
    const world = worldOf({ quietHours: { from: '11:00', to: '12:01', timeZone: 'UTC' } });
    world.rows.stories.set(second.id, JSON.stringify(second));
    const bots = [world.start(), world.start()] as const;
    const early = bots[0].announce(first, true);
    world.clock.time += 2 * minute;
    await Promise.all([early, bots[1].announce(second, true)]);
    await bots[0].worker.drain();
    world.clock.time += hour;
    await bots[0].worker.drain();
    expect(world.platform.posted).toHaveLength(60);
  });
});

describe('who is told', () => {
  it('is what the store says at that moment, whoever wrote it, and however long this process runs', async () => {
    const world = new World();
    const bot = world.start();
    await bot.intake.receive(world.batch('dawn', [entry('Eid truce')]));
    world.subscribe('1', subscription('11'));
    await bot.intake.receive(world.batch('dawn', [entry('Winter truce')]));
    await bot.worker.drain();
    expect(world.platform.in('11')).toHaveLength(1);
  });

  it('heeds the hourly cap also over what another process told', async () => {
    const world = new World();
    world.subscribe('1', subscription('11'));
    const bots = [world.start(undefined, { hourlyCap: 2 }), world.start(undefined, { hourlyCap: 2 })];
    for (const [n, title] of ['A truce', 'B truce', 'C truce'].entries())
      await bots[n % 2]?.intake.receive(world.batch('dawn', [entry(title)]));
    for (const bot of bots) await bot.worker.drain();
    expect(world.platform.in('11')).toHaveLength(2);
    expect(world.tellings('1', 'story-c')['11']).toMatchObject({ how: 'hourly_cap' });
    world.clock.time += 2 * hour;
    for (const bot of bots) await bot.worker.drain();
    expect(JSON.stringify(world.platform.in('11')[2]?.reply)).toContain('C truce');
  });

  it('forgets how stories were told after 32 days', async () => {
    const world = new World();
    world.subscribe('1', subscription('11'));
    const bot = world.start();
    await bot.intake.receive(world.batch('dawn', [entry('Eid truce')]));
    world.clock.time += 33 * 24 * hour;
    const fresh = entry('Winter truce', { published: world.clock.time });
    await bot.intake.receive(world.batch('dawn', [fresh]));
    expect(world.tellings('1', 'story-eid')).toEqual({});
    expect(Object.keys(world.tellings('1', 'story-winter'))).toEqual(['11']);
  });
});

it('lets others have their turn between chunks', async () => {
  async function* numbers() {
    for (let n = 0; n < 7; n++) yield n;
  }
  const order: string[] = [];
  setImmediate(() => order.push('another'));
  for await (const chunk of inChunks(numbers(), 3)) order.push(chunk.join());
  expect(order).toEqual(['0,1,2', 'another', '3,4,5', '6']);
});
