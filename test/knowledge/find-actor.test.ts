import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/command.ts';
import { indexDataset } from '../../src/knowledge/dataset-index.ts';
import { completeActor, findActor } from '../../src/knowledge/find-actor.ts';
import { dataset } from './build.ts';
import { indexes } from './pack.ts';

const index = indexes.both;

function found(text: string): string {
  return findActor(index, text).id;
}

function refusal(text: string): string {
  try {
    return `found ${found(text)}`;
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return (error as UserError).message;
  }
}

describe('somebody is found', () => {
  it.each([
    ['mujahid', 'mujahid'],
    ['Zabihullah Mujahid', 'mujahid'],
    ['mujahed', 'mujahid'],
    ['zabiulla mujahid', 'mujahid'],
    ['mujahid zabihullah', 'mujahid'],
    ['TTP', 'ttp'],
    ['pakistani talban', 'ttp'],
    ['تحریک طالبان پاکستان', 'ttp'],
    ['تحريك طالبان پاكستان', 'ttp'],
    ['imran', 'imran-khan'],
    ['  IMRAN\u200b  KHAN ', 'imran-khan'],
    ['malalla', 'malala'],
    ['khurassani', 'khurasani'],
    ['imrn khan', 'imran-khan'],
    ['Omar Khalid', 'omar-khalid-khorasani'],
    ['ذبیح اللہ مجاہد', 'mujahid'],
  ])('by %j: %s', (text, id) => {
    expect(found(text)).toBe(id);
  });

  it('by every name, and every alias that is one actor’s alone', () => {
    for (const { id, name } of index.dataset.actors) expect(found(name)).toBe(id);
  });
});

describe('nobody is guessed', () => {
  it('a name spelt too far off names the closest', () => {
    expect(refusal('kurasany')).toContain('Mohammad Khurasani');
  });

  it('an alias of several asks which one', () => {
    const actor = (id: string) => ({
      id,
      type: 'person' as const,
      name: `Actor ${id}`,
      aliases: ['Shared name'],
    });
    const shared = indexDataset(dataset({ actors: [actor('one'), actor('two')] }));
    expect(() => findActor(shared, 'shared NAME')).toThrow(
      'Several are called that: Actor one and Actor two.',
    );
  });

  it('a first name that two men bear asks which one', () => {
    expect(refusal('khalid')).toMatch(/Khalid Balti and Omar Khalid Khorasani\.$/);
  });

  it('letters that stand inside many words name nobody', () => {
    expect(refusal('a')).toMatch(/^The dataset has no actor/);
    expect(refusal('<@1>')).toMatch(/^The dataset has no actor/);
  });

  it.each(['', '   ', 'xyz', 'Nobody At All', '😀', '@everyone', '**', '\u200b', 'x'.repeat(6000)])(
    '%j leads to the list',
    (text) => {
      expect(refusal(text)).toMatch(/lists them all/);
    },
  );

  it('and whatever is typed, it is one short sentence that never repeats it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const said = refusal(`${text} <@1> @here`);
        expect(said).not.toMatch(/<@1>|@here/);
        expect(said.length).toBeLessThan(400);
      }),
    );
  });
});

describe('completion', () => {
  it('proposes the most documented for an empty text', () => {
    const choices = completeActor(index, '');
    expect(choices).toHaveLength(25);
    expect(choices[0]?.value).toBe('ttp');
  });

  it.each([
    ['muj', 'mujahid'],
    ['zabi', 'mujahid'],
    ['khuras', 'khurasani'],
    ['kurasany', 'khurasani'],
    ['تحر', 'ttp'],
    ['bilawl', 'bilawal'],
  ])('proposes for %j: %s', (text, id) => {
    expect(completeActor(index, text).map(({ value }) => value)).toContain(id);
  });

  it('proposes both bearers of a name that two share', () => {
    const values = completeActor(index, 'Khorasani').map(({ value }) => value);
    expect(values).toEqual(expect.arrayContaining(['khurasani', 'omar-khalid-khorasani']));
  });

  it('stays within Discord’s limits for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const choices = completeActor(index, text);
        expect(choices.length).toBeLessThanOrEqual(25);
        for (const { name, value } of choices) {
          expect(name.length).toBeGreaterThan(0);
          expect(name.length).toBeLessThanOrEqual(100);
          expect(index.actors.has(value)).toBe(true);
        }
      }),
    );
  });
});
