import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Item } from '../../src/news/story.ts';
import { classify, entry, hour, minute, noon, subscription, World } from './bot.ts';

const day = 24 * hour;

describe('intake', () => {
  let world: World;
  let bot: ReturnType<World['start']>;
  beforeEach(() => {
    world = new World();
    world.subscribe('1', subscription('11'));
    bot = world.start();
  });

  const receive = async (outlet: string, entries: ReturnType<typeof entry>[], first = false) => {
    await bot.intake.receive(world.batch(outlet, entries, first));
    await bot.worker.drain();
  };
  const posted = () => world.platform.in('11').length;

  it('posts what is new, once, however often the feed lists it', async () => {
    for (let poll = 0; poll < 5; poll++) {
      await receive('dawn', [entry('Eid truce extended'), entry('Cricket result')]);
      world.clock.time += 5 * minute;
    }
    expect(posted()).toBe(1);
    expect(world.platform.requests).toEqual(['create 11']);
  });

  it('takes one entry that a feed lists twice as one', async () => {
    const twice = entry('Cricket result', { id: 'match' });
    await receive('dawn', [twice, { ...twice, summary: 'By six wickets.' }, entry('Eid truce extended')]);
    await receive('dawn', [twice]);
    expect(posted()).toBe(1);
    expect(world.rows.entries.size).toBe(2);
  });

  it('stores what a feed held when it was first seen, and never posts it', async () => {
    await receive('dawn', [entry('Eid truce extended'), entry('Winter truce declared')], true);
    await receive('dawn', [entry('Eid truce extended'), entry('Winter truce declared')]);
    expect(posted()).toBe(0);
    expect([...world.rows.stories.keys()].sort()).toEqual(['story-eid', 'story-winter']);
    await receive('dawn', [entry('Eid truce extended', { id: 'Eid truce extended', published: noon })]);
    expect(posted()).toBe(0);
  });

  it('tells of an old story when somebody reports it anew', async () => {
    await receive('dawn', [entry('Eid truce extended')], true);
    await receive('wire', [entry('Eid truce extended')]);
    expect(posted()).toBe(1);
  });

  it('never posts what is older than two days, as after an outage', async () => {
    await receive('dawn', [
      entry('Eid truce extended', { published: noon - 49 * hour }),
      entry('Winter truce declared', { published: noon - 47 * hour }),
    ]);
    expect(JSON.stringify(world.platform.in('11'))).toContain('Winter');
    expect(posted()).toBe(1);
    expect(world.rows.stories.size).toBe(2);
  });

  it('takes an undated entry as of when it was first seen, and one dated ahead as well', async () => {
    await receive('dawn', [
      entry('Eid truce extended', { published: undefined }),
      entry('Winter truce declared', { published: noon + 30 * day }),
    ]);
    expect(posted()).toBe(2);
    for (const row of world.rows.stories.values()) expect(JSON.parse(row)).toMatchObject({ first: noon });
  });

  it.each([
    ['title', { title: 'Eid truce extended until Monday' }],
    ['date', { published: noon - minute }],
    ['link', { link: 'https://news.example/moved' }],
  ])('updates the story and does not post again when the %s of an entry changes', async (_what, change) => {
    await receive('dawn', [entry('Eid truce extended')]);
    await receive('dawn', [entry('Eid truce extended', { id: 'Eid truce extended', ...change })]);
    world.clock.time += 2 * minute;
    await bot.worker.drain();
    expect(world.platform.in('11')).toMatchObject([{ edits: 1 }]);
    expect(JSON.parse(world.rows.stories.get('story-eid') ?? '{}')).toMatchObject({ version: 2 });
  });

  it('keeps apart entries of two feeds with the same id', async () => {
    await receive('dawn', [entry('Eid truce extended', { id: '1' })]);
    await receive('wire', [entry('Winter truce declared', { id: '1' })]);
    expect(posted()).toBe(2);
  });

  it('renews the note of an entry that is still listed once a day', async () => {
    await receive('dawn', [entry('Cricket result')]);
    const listed = () => [...world.rows.entries.values()].map((row) => JSON.parse(row).listed as number);
    world.clock.time += 23 * hour;
    await receive('dawn', [entry('Cricket result')]);
    expect(listed()).toEqual([noon]);
    world.clock.time += 2 * hour;
    await receive('dawn', [entry('Cricket result')]);
    expect(listed()).toEqual([noon + 25 * hour]);
  });

  it('leaves out an entry that cannot be read, says so, and takes in the others', async () => {
    const choosy = (item: Item) => {
      if (item.title === 'Broken') throw new TypeError('cannot be read');
      return classify(item);
    };
    bot = world.start(undefined, { classify: choosy });
    await receive('dawn', [entry('Winter truce declared'), entry('Broken'), entry('Eid truce extended')]);
    expect(posted()).toBe(2);
    expect(bot.log.lines.join()).toContain('entry left out');
  });

  it('passes on what the store refuses, so that the batch comes again', async () => {
    bot.fate.dieAt = 2;
    await expect(receive('dawn', [entry('Eid truce extended')])).rejects.toThrow('died');
    bot = world.start();
    await receive('dawn', [entry('Eid truce extended')]);
    expect(posted()).toBe(1);
  });

  it('lets others have their turn between entries, and keeps their order', async () => {
    const order: string[] = [];
    const readAt: number[] = [];
    let turns = 0;
    bot = world.start(undefined, {
      classify: (item) => {
        order.push(item.title);
        readAt.push(turns);
        return classify(item);
      },
    });
    const entries = Array.from({ length: 60 }, (_, n) => entry(`Report ${n}`));
    const received = bot.intake.receive(world.batch('dawn', entries));
    let isDone = false;
    void received.then(() => {
      isDone = true;
    });
    for (; !isDone; turns++) await setImmediate();
    await received;
    expect(new Set(readAt).size).toBe(entries.length);
    expect(order).toEqual(entries.map(({ title }) => title).reverse());
  });

  it.each([
    ['ur', 'en-US', 'ur'],
    [undefined, 'en-US', 'en-US'],
    ['ur', undefined, 'ur'],
  ])('believes the operator, who says %s, before the feed, which says %s', async (lang, tag, language) => {
    const read: Item[] = [];
    bot = world.start(undefined, {
      classify: (item) => {
        read.push(item);
        return classify(item);
      },
    });
    const batch = world.batch('dawn', [entry('Eid truce extended', { language: tag })]);
    await bot.intake.receive({ ...batch, feed: { id: 'dawn', title: 'Dawn', lang } });
    expect(read.map((item) => item.language)).toEqual([language]);
  });

  it('takes in batches of several feeds at once without mixing versions', async () => {
    const outlets = Array.from({ length: 20 }, (_, n) => `outlet ${n}`);
    await Promise.all(
      outlets.map((outlet) => bot.intake.receive(world.batch(outlet, [entry('Eid truce extended')]))),
    );
    expect(JSON.parse(world.rows.stories.get('story-eid') ?? '{}')).toMatchObject({ version: 20 });
    await bot.worker.drain();
    expect(posted()).toBe(1);
    expect(JSON.stringify(world.platform.in('11'))).toContain('20 outlets independently');
  });

  describe('whom it tells', () => {
    it('waits for the minimum of independent outlets', async () => {
      world.subscribe('1', subscription('11', { minSources: 2 }));
      await receive('dawn', [entry('Eid truce extended')]);
      expect(posted()).toBe(0);
      await receive('wire', [entry('Eid truce extended')]);
      expect(posted()).toBe(1);
    });

    it('rolls what goes beyond the hourly cap into one summary, and drops nothing', async () => {
      bot = world.start(undefined, { hourlyCap: 3 });
      const names = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'];
      for (const name of names) await receive('dawn', [entry(`${name} truce`)]);
      expect(posted()).toBe(3);
      world.clock.time += hour + minute;
      await bot.worker.drain();
      expect(posted()).toBe(4);
      const summary = JSON.stringify(world.platform.in('11')[3]?.reply);
      for (const name of ['Four', 'Five', 'Six']) expect(summary).toContain(`${name} truce`);
      await receive('dawn', [entry('Seven truce', { published: world.clock.time })]);
      expect(posted()).toBe(5);
    });

    it('remembers over a restart how many it told within the hour', async () => {
      bot = world.start(undefined, { hourlyCap: 2 });
      for (const name of ['One', 'Two']) await receive('dawn', [entry(`${name} truce`)]);
      bot = world.start(undefined, { hourlyCap: 2 });
      await receive('dawn', [entry('Three truce')]);
      expect(posted()).toBe(2);
    });

    it('holds stories back through quiet hours and sums them up after', async () => {
      const quietHours = { from: '11:00', to: '14:00', timeZone: 'UTC' };
      world.subscribe('1', subscription('11', { quietHours }));
      await receive('dawn', [entry('Eid truce extended'), entry('Winter truce declared')]);
      world.clock.time = noon + 2 * hour - minute;
      await receive('wire', [entry('Eid truce extended')]);
      expect(posted()).toBe(0);
      world.clock.time = noon + 2 * hour + minute;
      await bot.worker.drain();
      expect(posted()).toBe(1);
      expect(JSON.stringify(world.platform.in('11'))).toContain('2 stories were held back');
      expect(bot.log.lines).toEqual([]);
    });
  });

  it('ends the edits in a server where a moderator called the story not relevant', async () => {
    await receive('dawn', [entry('Eid truce extended')]);
    await bot.documents.alerts.update('story-eid', (alert) => alert && { ...alert, mutedIn: ['1'] });
    await receive('wire', [entry('Eid truce extended')]);
    world.clock.time += hour;
    await bot.worker.drain();
    expect(world.platform.in('11')).toMatchObject([{ edits: 0 }]);
  });
});
