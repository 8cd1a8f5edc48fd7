import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Delivery } from '../../src/alerts/delivery.ts';
import { createMessenger, globalLimit } from '../../src/discord/messenger.ts';
import { createRest } from '../../src/discord/rest.ts';
import { keepApart, keepRate } from '../../src/discord/spacing.ts';
import { type LoopbackDiscord, startDiscord } from '../../src/playground/discord/index.ts';
import { assemble, entry, minute, noon, subscription, World } from './bot.ts';
import { Fate, memoryJobs } from './fakes.ts';

/** How Discord can be in trouble for an hour, and what ends it. */
const troubles: Record<string, (discord: LoopbackDiscord) => () => void> = {
  'refuses connections': (discord) => {
    discord.goAway();
    return () => discord.comeBack();
  },
  'answers 503': ({ faults }) => faults.add({ effect: 'error', status: 503 }),
  // Reading works: what was carried out can be found.
  'carries requests out and answers 500': ({ faults }) =>
    faults.add({ match: /^(POST|PATCH) /, effect: 'error', when: 'after' }),
  'carries requests out and hangs up': ({ faults }) =>
    faults.add({ match: /^(POST|PATCH) /, effect: 'cut', when: 'after' }),
};

describe.each(Object.entries(troubles))('an hour in which Discord %s', (_name, begin) => {
  const world = new World();
  let discord: LoopbackDiscord;
  beforeEach(async () => {
    world.clock.time = noon;
    for (const rows of Object.values(world.rows)) {
      if (Array.isArray(rows)) rows.length = 0;
      else rows.clear();
    }
    // Of the limits of channels only the stand-in's clock would free places: it stands still between steps.
    const channel = { limit: 1000, window: 5000 };
    discord = await startDiscord({
      now: () => world.clock.now(),
      rateLimits: { channel, global: channel, other: channel },
    });
  });
  afterEach(() => discord.close());

  function start() {
    const { rows, clock } = world;
    const fate = new Fate();
    const documents = world.documents(fate);
    const jobs = memoryJobs<Delivery>(rows.jobs, clock, fate);
    const limits = { inTurn: keepRate(globalLimit), apart: keepApart(0) };
    const messenger = createMessenger(createRest(discord.apiUrl, discord.token), limits);
    return { ...assemble({ documents, jobs, messenger, clock, known: [] }), jobs };
  }

  it('delays what is told, loses none of it, repeats none, and keeps each story in order', {
    timeout: 60_000,
  }, async () => {
    const guild = discord.createGuild('Here');
    const channels = ['one', 'two', 'three'].map((name) => discord.createChannel(guild, name).id);
    world.subscribe(guild.id, ...channels.map((channel) => subscription(channel)));
    const bot = start();
    const report = (title: string, outlet = 'dawn') =>
      bot.intake.receive(world.batch(outlet, [entry(title)]));
    const later = async (minutes: number) => {
      for (let n = 0; n < minutes; n++) {
        world.clock.time += minute;
        await bot.worker.drain();
      }
    };
    await report('Eid truce extended');
    await bot.worker.drain();

    const end = begin(discord);
    await report('Winter truce extended');
    await report('Eid truce extended', 'wire');
    await later(30);
    await report('Winter truce report retracted', 'wire');
    await later(30);
    end();
    await later(15);

    for (const channel of channels) {
      const shown = discord.messages(channel);
      const titles = shown.map(({ embeds, content }) => embeds[0]?.title ?? content.slice(0, 9));
      expect(titles).toEqual(['Eid truce extended', 'Winter truce extended', '**Retract']);
      const [eid, winter, reply] = shown;
      expect(eid?.embeds[0]?.footer?.text).toContain('2 outlets independently');
      expect(winter?.embeds[0]?.description).toContain('Retracted by an outlet');
      expect(reply?.message_reference?.message_id).toBe(winter?.id);
    }
    expect(await bot.jobs.counts()).toEqual({ waiting: 0, held: 0, parked: 0 });
    expect(world.guild(guild.id).suspensions).toEqual({});
    expect(bot.log.lines).toEqual([]);
    expect(discord.journal.violations).toEqual([]);
  });
});
