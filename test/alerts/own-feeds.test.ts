import { beforeEach, describe, expect, it } from 'vitest';
import type { Story } from '../../src/news/story.ts';
import { entry, hour, minute, subscription, World } from './bot.ts';
import { Fate } from './fakes.ts';

describe('a server’s own feed', () => {
  let world: World;
  let bot: ReturnType<World['start']>;
  beforeEach(() => {
    world = new World();
    world.subscribe('1', subscription('11'));
    world.subscribe('2', subscription('21'));
    world.own.set('own-a', ['1']);
    bot = world.start();
  });

  const receive = async (feed: string, ...titles: string[]) => {
    await bot.intake.receive(
      world.batch(
        feed,
        titles.map((title) => entry(title)),
      ),
    );
    await bot.worker.drain();
  };
  const told = () => ['11', '21'].map((channel) => world.platform.in(channel).length);
  const story = (id: string) => JSON.parse(world.rows.stories.get(id) ?? 'null') as Story;

  it('is told to that server alone', async () => {
    await receive('own-a', 'Eid truce extended');
    expect(told()).toEqual([1, 0]);
    expect(story('story-1-eid')).toMatchObject({ guild: '1' });
    expect(Object.keys(world.tellings('1', 'story-1-eid'))).toEqual(['11']);
    expect(world.tellings('2', 'story-1-eid')).toEqual({});
  });

  it('never changes what others see: no report, no correction, no retraction, no version', async () => {
    await receive('dawn', 'Eid truce extended');
    const before = story('story-eid');
    const alert = world.alert('story-eid');
    await receive('own-a', 'Eid truce retracted', 'Eid truce extended by nobody');
    world.clock.time += 10 * minute;
    await bot.worker.drain();
    expect(story('story-eid')).toEqual(before);
    expect(world.alert('story-eid')).toEqual(alert);
    expect(world.platform.requests).toEqual(['create 11', 'create 21']);
  });

  it('does not tell again what the feeds of all report', async () => {
    await receive('dawn', 'Eid truce extended');
    await receive('own-a', 'Eid truce extended');
    expect(told()).toEqual([1, 1]);
    expect(world.rows.stories.size).toBe(1);
  });

  it('goes on with its own story when the feeds of all report the event later', async () => {
    await receive('own-a', 'Eid truce extended');
    await receive('dawn', 'Eid truce extended');
    await receive('own-a', 'Eid truce retracted');
    expect(story('story-1-eid')).toMatchObject({ standing: 'retracted', version: 2, guild: '1' });
    expect(story('story-eid')).toMatchObject({ standing: 'reported', version: 1 });
    expect(story('story-eid').guild).toBeUndefined();
    expect(JSON.stringify(world.platform.in('21'))).not.toContain('etracted');
  });

  it('is told once in each server that has it', async () => {
    world.own.set('own-a', ['1', '2']);
    for (let poll = 0; poll < 3; poll++) {
      await receive('own-a', 'Eid truce extended');
      world.clock.time += 5 * minute;
    }
    expect(told()).toEqual([1, 1]);
    expect([...world.rows.stories.keys()]).toEqual(['story-1-eid', 'story-2-eid']);
  });

  it('posts nothing that it held before to a server that adds it later', async () => {
    await receive('own-a', 'Eid truce extended');
    world.own.set('own-a', ['1', '2']);
    await receive('own-a', 'Eid truce extended');
    expect(told()).toEqual([1, 0]);
    await receive('own-a', 'Winter truce declared');
    expect(told()).toEqual([2, 1]);
  });

  it('is not told any more where it was removed', async () => {
    world.own.set('own-a', ['1', '2']);
    await receive('own-a', 'Eid truce extended');
    world.own.set('own-a', ['2']);
    await receive('own-a', 'Winter truce declared');
    expect(told()).toEqual([1, 2]);
    world.own.set('own-a', []);
    await receive('own-a', 'Spring truce declared');
    expect(told()).toEqual([1, 2]);
  });

  it('keeps its stories apart over a restart', async () => {
    await receive('own-a', 'Eid truce extended');
    bot = world.start();
    await receive('own-b', 'Eid truce extended');
    expect(story('story-eid')).toMatchObject({ version: 1 });
    world.own.set('own-c', ['1']);
    await receive('own-c', 'Eid truce extended');
    expect(story('story-1-eid').reports).toHaveLength(2);
    expect(told()).toEqual([2, 1]);
  });

  it('tells everybody once whatever step it dies at', async () => {
    const live = async (dieAt: number | undefined) => {
      world = new World();
      world.subscribe('1', subscription('11'));
      world.subscribe('2', subscription('21'));
      world.own.set('own-a', ['1', '2']);
      world.own.set('own-b', ['2']);
      const fate = new Fate();
      fate.dieAt = dieAt;
      bot = world.start(fate);
      const steps = [
        () => receive('own-a', 'Eid truce extended', 'Winter truce declared'),
        () => receive('dawn', 'Eid truce extended', 'Spring truce declared'),
        () => receive('own-b', 'Winter truce retracted', 'Spring truce declared'),
      ];
      for (const step of steps) {
        await step().catch((error) => {
          if (!fate.dead) throw error;
        });
        if (!fate.dead || bot.fate !== fate) continue;
        world.clock.time += minute / 2;
        bot = world.start();
        await step();
      }
      for (let n = 0; n < 3; n++) {
        world.clock.time += hour;
        await bot.worker.drain();
      }
      const having = (channel: string, id: string) =>
        world.platform.in(channel).filter(({ reply }) => JSON.stringify(reply.buttons).includes(`:${id}:`))
          .length;
      expect({
        dieAt,
        one: ['story-1-eid', 'story-1-winter', 'story-eid', 'story-spring'].map((id) => having('11', id)),
        two: ['story-2-eid', 'story-2-winter', 'story-eid', 'story-spring'].map((id) => having('21', id)),
        all: [world.platform.in('11').length, world.platform.in('21').length],
        counts: await bot.jobs.counts(),
      }).toEqual({
        dieAt,
        one: [1, 1, 1, 1],
        // The story and the note that it was withdrawn.
        two: [1, 2, 1, 1],
        all: [4, 5],
        counts: { waiting: 0, held: 0, parked: 0 },
      });
      expect(story('story-1-winter')).toMatchObject({ standing: 'reported' });
      return fate.step;
    };
    const steps = await live(undefined);
    expect(steps).toBeGreaterThan(40);
    for (let dieAt = 2; dieAt <= 2 * steps + 1; dieAt++) await live(dieAt);
  });
});
