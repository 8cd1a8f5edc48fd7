import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/news/classifier.ts';
import { createClusterer } from '../../src/news/clusterer.ts';
import type { Story } from '../../src/news/story.ts';
import { loadPack } from '../../src/pack.ts';
import { entry, minute, subscription, World } from './bot.ts';
import { Fate } from './fakes.ts';

const { watch } = await loadPack('config/pakistan-ttp');
const classify = createClassifier(watch);
const news = {
  classify,
  createClusterer: (known: readonly Story[]) => createClusterer(watch, known),
};

const dawn = entry('Pakistan and TTP extend ceasefire until May 30', {
  summary:
    'The Tehreek-e-Taliban Pakistan and the Pakistan government have agreed to extend their ceasefire until 30 May.',
});
const wire = entry('TTP, Islamabad agree to extend truce till May 30', {
  summary:
    'The Pakistani Taliban (TTP) said on Wednesday that the ceasefire with the government was extended to May 30.',
});
const others = [
  entry('Pakistan, Afghanistan agree on border ceasefire at Chaman', {
    summary: 'Border forces of Pakistan and Afghanistan agreed to a ceasefire at the Chaman crossing.',
  }),
  entry('TLP ends sit-in after talks with government', {
    summary: 'Tehreek-e-Labbaik Pakistan ended its sit-in after talks with the government.',
  }),
  entry('New TTPs of a ransomware group', {
    summary: 'Researchers describe tactics, techniques and procedures.',
  }),
];

/** Two outlets report the extension; look-alikes stand beside it. Dies at a step, if told so, and starts anew. */
async function live(dieAt?: number) {
  const world = new World();
  world.subscribe('1', subscription('11'));
  const fate = new Fate();
  fate.dieAt = dieAt;
  let bot = world.start(fate, news);
  for (const batch of [
    world.batch('Dawn', [dawn, ...others]),
    world.batch('Wire', [wire]),
    world.batch('Dawn', [dawn, ...others]),
  ]) {
    const step = async () => {
      await bot.intake.receive(batch);
      await bot.worker.drain();
      world.clock.time += 2 * minute;
      await bot.worker.drain();
    };
    await step().catch((error) => {
      if (!fate.dead) throw error;
    });
    if (fate.dead && bot.fate === fate) {
      world.clock.time += minute / 2;
      bot = world.start(undefined, news);
      await step();
    }
  }
  world.clock.time += 10 * minute;
  await bot.worker.drain();
  return { world, steps: fate.step, counts: await bot.jobs.counts() };
}

describe('with the shipped vocabulary', () => {
  it('keeps what a server’s own feed reports from others, and tells nothing that all feeds report', async () => {
    const world = new World();
    world.subscribe('1', subscription('11'));
    world.subscribe('2', subscription('21'));
    world.own.set('own', ['1', '2']);
    let bot = world.start(undefined, news);
    await bot.intake.receive(world.batch('own', [dawn]));
    await bot.worker.drain();
    // A restart must not mix what is stored.
    bot = world.start(undefined, news);
    const stories = [...world.rows.stories.values()].map((row) => JSON.parse(row) as Story);
    expect(stories.map(({ guild }) => guild)).toEqual(['1', '2']);
    expect(new Set(stories.map(({ id }) => id)).size).toBe(2);
    await bot.intake.receive(world.batch('Wire', [wire]));
    await bot.intake.receive(world.batch('own', [{ ...wire, id: 'again', title: `${wire.title}: reports` }]));
    await bot.worker.drain();
    const shared = [...world.rows.stories.values()].map((row) => JSON.parse(row) as Story);
    expect(shared.map(({ guild, reports }) => [guild, reports.length])).toEqual([
      ['1', 2],
      ['2', 2],
      [undefined, 1],
    ]);

    const other = new World();
    other.subscribe('1', subscription('11'));
    other.own.set('own', ['1']);
    const next = other.start(undefined, news);
    await next.intake.receive(other.batch('Wire', [wire]));
    await next.intake.receive(other.batch('own', [dawn]));
    await next.worker.drain();
    expect(other.platform.in('11')).toHaveLength(1);
    expect(other.rows.stories.size).toBe(1);
  });

  it('tells one story once, edited as the second outlet reports it, and nothing of look-alikes', async () => {
    const { world } = await live();
    const messages = world.platform.in('11');
    expect(messages).toMatchObject([{ edits: 1 }]);
    const said = JSON.stringify(messages[0]?.reply);
    expect(said).toContain('Truce extended');
    expect(said).toContain('Dawn');
    expect(said).toContain('Wire');
    for (const button of messages[0]?.reply.buttons ?? [])
      expect('id' in button && button.id.length).toBeLessThanOrEqual(100);
  });

  it('marks what an outlet told when the outlet takes it back in words that do not alert', async () => {
    const world = new World();
    world.subscribe('1', subscription('11'));
    const bot = world.start(undefined, news);
    const notice = entry('Retraction', {
      summary: 'Our report on the TTP was wrong. There was no word of a ceasefire.',
    });
    for (const batch of [
      world.batch('Dawn', [dawn]),
      world.batch('Wire', [notice]),
      world.batch('Dawn', [notice]),
    ]) {
      await bot.intake.receive(batch);
      world.clock.time += 2 * minute;
      await bot.worker.drain();
    }
    const stories = [...world.rows.stories.values()].map((row) => JSON.parse(row) as Story);
    expect(stories).toMatchObject([{ standing: 'retracted', version: 2, title: dawn.title }]);
    const [message, note] = world.platform.in('11').map(({ reply }) => JSON.stringify(reply));
    expect(message).toContain('Retracted by an outlet that reported it.');
    expect(note).toContain('an outlet has withdrawn its report');
  });

  it('does so whatever step it dies at', async () => {
    const { steps } = await live();
    for (let dieAt = 2; dieAt <= 2 * steps + 1; dieAt++) {
      const { world, counts } = await live(dieAt);
      const shown = world.platform.in('11').map(({ reply }) => reply.cards?.[0]?.footer);
      expect({ dieAt, shown, counts }).toEqual({
        dieAt,
        shown: ['Unverified: reported by 2 outlets independently'],
        counts: { waiting: 0, held: 0, parked: 0 },
      });
    }
  });
});
