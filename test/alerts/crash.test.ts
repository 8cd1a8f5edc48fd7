import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entry, hour, minute, subscription, World } from './bot.ts';
import { Fate } from './fakes.ts';

type Bot = ReturnType<World['start']>;
type Step = (bot: Bot, world: World) => Promise<void>;

const receive =
  (outlet: string, titles: readonly string[], first = false): Step =>
  (bot, world) =>
    bot.intake.receive(
      world.batch(
        outlet,
        titles.map((title) => entry(title)),
        first,
      ),
    );
const drain: Step = (bot) => bot.worker.drain();
const wait =
  (milliseconds: number): Step =>
  async (_bot, world) => {
    world.clock.time += milliseconds;
  };

/** A day's work: old news, stories, more outlets, a retraction, quiet hours, a minimum of sources. */
const script: readonly Step[] = [
  receive('dawn', ['Old truce'], true),
  receive('dawn', ['Eid truce extended', 'Cricket result', 'Winter truce declared']),
  drain,
  receive('wire', ['Eid truce extended', 'Old truce']),
  receive('dawn', ['Eid truce extended until Monday', 'Eid truce extended']),
  drain,
  wait(2 * minute),
  drain,
  receive('wire', ['Winter truce retracted']),
  drain,
  wait(2 * minute),
  drain,
  wait(8 * hour),
  drain,
];

/** Runs the script; at each crash the bot starts anew and the step that was interrupted is repeated. */
async function live(world: World, deaths: readonly number[], downtime: number): Promise<number> {
  world.subscribe('1', subscription('11'), subscription('12', { minSources: 2 }));
  world.subscribe(
    '2',
    subscription('21', { quietHours: { from: '11:00', to: '18:00', timeZone: 'UTC' } }),
    subscription('22', { topics: ['talks'] }),
  );
  const remaining = [...deaths];
  const born = () => {
    const fate = new Fate();
    fate.dieAt = remaining.shift();
    return world.start(fate);
  };
  let bot = born();
  let steps = 0;
  for (const step of script) {
    for (;;) {
      await step(bot, world).catch((error) => {
        if (!bot.fate.dead) throw error;
      });
      if (!bot.fate.dead) break;
      steps += bot.fate.step;
      world.clock.time += downtime;
      bot = born();
    }
  }
  // Whatever was put off comes in the end.
  bot.fate.dieAt = undefined;
  for (let n = 0; n < 5; n++) {
    world.clock.time += hour;
    await bot.worker.drain();
  }
  expect(bot.log.lines).toEqual([]);
  expect(await bot.jobs.counts()).toEqual({ waiting: 0, held: 0, parked: 0 });
  return steps + bot.fate.step;
}

/** What the channels show in the end: nothing lost, nothing twice, the newest version. */
function expectAllToldOnce(world: World): void {
  const shown = (channel: string) => world.platform.in(channel).map(({ reply }) => JSON.stringify(reply));
  const having = (channel: string, text: string) => shown(channel).filter((reply) => reply.includes(text));
  expect(having('11', 'alerts:why:story-eid:11')).toHaveLength(1);
  expect(having('11', 'alerts:why:story-winter:11')).toHaveLength(1);
  expect(having('11', 'alerts:why:story-old:11')).toHaveLength(1);
  expect(having('11', 'alerts:why:story-eid:11')[0]).toContain('reported by 2 outlets independently');
  expect(having('11', 'alerts:why:story-winter:11')[0]).toContain('Retracted by an outlet');
  expect(having('11', 'alerts:retracted:story-winter:11')).toHaveLength(1);
  expect(shown('11')).toHaveLength(4);
  expect(having('12', 'alerts:why:story-eid:12')).toHaveLength(1);
  expect(having('12', 'alerts:why:story-winter:12')).toHaveLength(1);
  expect(shown('22')).toHaveLength(0);
  // One summary; a crash across the end of the quiet hours may leave some stories to be told directly.
  for (const story of ['eid', 'winter', 'old'])
    expect(
      having('21', `news.example/${story === 'eid' ? 'Eid' : story === 'winter' ? 'Winter' : 'Old'}`).length,
    ).toBeLessThanOrEqual(1);
  expect(having('21', 'Eid truce extended')).toHaveLength(1);
  expect(having('21', 'Winter truce declared')).toHaveLength(1);
}

describe('a crash between any two steps', () => {
  it('does no harm when there is none', async () => {
    const world = new World();
    await live(world, [], 0);
    expectAllToldOnce(world);
  });

  it.each([
    ['30 s down, within the nonce’s memory', 30_000, 120_000],
    ['20 min down, the nonce forgotten after 2 s', 20 * minute, 2000],
  ])('loses nothing and repeats nothing: %s', async (_name, downtime, nonceMemory) => {
    const total = await live(new World(), [], 0);
    expect(total).toBeGreaterThan(60);
    for (let at = 2; at <= 2 * total + 1; at++) {
      const world = new World();
      world.platform.nonceMemory = nonceMemory;
      try {
        await live(world, [at], downtime);
        expectAllToldOnce(world);
      } catch (error) {
        throw new Error(`death at ${at / 2} of ${total}`, { cause: error });
      }
    }
  });

  it('loses nothing and repeats nothing when it crashes again and again', async () => {
    const death = fc.integer({ min: 2, max: 120 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(death, { minLength: 2, maxLength: 12 }),
        fc.constantFrom(1000, 30_000, 10 * minute),
        async (deaths, downtime) => {
          const world = new World();
          world.platform.nonceMemory = downtime > 60_000 ? 2000 : 180_000;
          await live(world, deaths, downtime);
          expectAllToldOnce(world);
        },
      ),
      { numRuns: 150 },
    );
  });
});
