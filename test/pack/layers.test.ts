import { describe, expect, it } from 'vitest';
import { loadPack } from '../../src/pack.ts';
import { changed, smallPack } from './small-pack.ts';

const updates = {
  'dataset/updates/records.yaml': `sources:
  - id: page
    title: A page
    url: https://page.example/1
    published: { on: 2021-12-10, precision: day, how: stated }
    textQuality: excerpt
actors:
  - { id: b, type: armed_group, name: Bees, aliases: [The Bees] }
claims:
  - id: u1
    source: page
    kind: ceasefire_end
    dyad: a-b
    summary: B said on 9 December 2021 that the ceasefire was over.
    date: { on: 2021-12-09, precision: day, how: stated }
    assertedBy: [b]
    attribution: direct
ceasefires:
  - id: CF-1
    dyad: a-b
    name: First, told again
    parties: [a, b]
    side: unclear
    actualEnd:
      - { on: 2021-12-09, precision: day, how: stated, claims: [u1] }
    endedHow: declared_over
  - id: CF-2
    dyad: a-b
    name: Second
    parties: [a, b]
    side: unilateral
    extends: CF-1
    claims: [u1, c1]
disputes:
  - id: X1
    dyad: a-b
    question: When did it end?
    type: contradiction
    sides:
      - { says: As planned., claims: [c1] }
      - { says: When B said so., claims: [u1] }
`,
};

describe('Pack.layers', () => {
  it('joins what two layers tell of one ceasefire', async () => {
    const { dataset } = await loadPack(await smallPack(updates));
    expect(dataset.ceasefires.map(({ id }) => id)).toEqual(['CF-1', 'CF-2']);
    expect(dataset.ceasefires[0]).toMatchObject({
      layer: 'seeds',
      name: 'First',
      side: 'bilateral',
      endedHow: 'declared_over',
      effective: [{ on: '2021-11-09' }],
      actualEnd: [{ on: '2021-12-09', claims: ['u1'] }],
    });
    expect(dataset.actors.find(({ id }) => id === 'b')).toMatchObject({
      name: 'B',
      aliases: ['Bees', 'The Bees'],
    });
  });

  it('leaves nothing of the updates in the seeds', async () => {
    const seeds = (await loadPack(await smallPack(updates))).layers(['seeds']);
    expect(JSON.stringify(seeds)).not.toMatch(/u1|page|Bees|CF-2/);
    expect(seeds.ceasefires[0]).toMatchObject({ actualEnd: [], endedHow: 'no_record' });
  });

  it('keeps of the seeds only the names that the updates use', async () => {
    const only = (await loadPack(await smallPack(updates))).layers(['updates']);
    expect(only.claims.map(({ id }) => id)).toEqual(['u1']);
    expect(only.actors.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(only.ceasefires.map(({ id, extends: base, claims }) => [id, base, claims])).toEqual([
      ['CF-1', undefined, []],
      ['CF-2', 'CF-1', ['u1']],
    ]);
    expect(only.disputes).toEqual([]);
  });

  it('refuses one id for things of two dyads', async () => {
    const dir = await smallPack({
      'dataset/updates/records.yaml': updates['dataset/updates/records.yaml'].replace(
        'id: CF-1\n    dyad: a-b',
        'id: CF-1\n    dyad: a-c',
      ),
    });
    await expect(loadPack(dir)).rejects.toThrow('CF-1 has another dyad in');
  });
});

describe('Pack.version', () => {
  it('changes with any file', async () => {
    const versions = await Promise.all(
      [{}, {}, changed('feeds.yaml', 'title: One', 'title: Uno'), updates].map(async (changes) => {
        const { version } = await loadPack(await smallPack(changes));
        return version;
      }),
    );
    expect(new Set(versions).size).toBe(3);
    expect(versions[0]).toBe(versions[1]);
  });
});
