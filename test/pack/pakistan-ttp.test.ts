import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { indexDataset } from '../../src/knowledge/dataset-index.ts';
import { statusOn } from '../../src/knowledge/status.ts';
import { references } from '../../src/pack/references.ts';
import { loadPack, type Pack } from '../../src/pack.ts';
import type { Dataset } from '../../src/schema/dataset.ts';
import type { Layer } from '../../src/schema/layers.ts';

let pack: Pack;
beforeAll(async () => {
  pack = await loadPack(join(import.meta.dirname, '../../config/pakistan-ttp'));
});

const choices: readonly (readonly Layer[])[] = [['seeds'], ['updates'], ['seeds', 'updates']];

describe('the seeds', () => {
  it('hold every claim, actor, relation, episode and dispute of the three articles', () => {
    const seeds = pack.layers(['seeds']);
    const counts = Object.fromEntries(Object.entries(seeds).map(([list, records]) => [list, records.length]));
    expect(counts).toMatchObject({ sources: 3, claims: 126, actors: 50, relations: 49, disputes: 17 });
    expect(seeds.ceasefires.map(({ id }) => id)).toEqual(['CF-2021-11', 'CF-2022-EID', 'CF-2022-05']);
    expect(new Set(seeds.claims.map(({ id }) => id)).size).toBe(126);
  });

  it('have a quote for every claim, and sentences that speak of militants, not of activists', () => {
    for (const { id, summary, quote } of pack.layers(['seeds']).claims) {
      expect(quote, id).toBeTruthy();
      expect(summary, id).toMatch(/^[\p{Lu}“].*[.”]$/u);
      expect(summary, id).not.toMatch(/\bactivist/i);
      expect(summary, id).not.toBe(quote);
    }
  });

  it('are told in our own words: nine in a row are nobody else’s, but for what is marked as quoted', () => {
    const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}’'-]+/gu) ?? [];
    const copied = pack.layers(['seeds']).claims.filter(({ summary, quote = '' }) => {
      const quoted = ` ${wordsOf(quote).join(' ')} `;
      return summary.split(/“[^”]*”/).some((own) => {
        const words = wordsOf(own);
        return words.some((_, at) => {
          const run = words.slice(at, at + 9);
          return run.length === 9 && quoted.includes(` ${run.join(' ')} `);
        });
      });
    });
    expect(copied.map(({ id }) => id)).toEqual([]);
  });

  it('keep what AFP’s page says of cricket out', () => {
    expect(JSON.stringify(pack.layers(['seeds']).claims)).not.toMatch(/IPL|cricket/);
  });

  it('say who denies, and who gave no comment', () => {
    const stances = Map.groupBy(pack.layers(['seeds']).claims, ({ stance }) => stance);
    expect(stances.get('denies')?.map(({ id }) => id)).toEqual([
      '000-26',
      '004-20',
      '004-21',
      '004-22',
      '004-23',
    ]);
    expect(stances.get('declines_comment')?.map(({ id }) => id)).toEqual([
      '000-18',
      '000-23',
      '001-19',
      '001-26',
      '004-17',
    ]);
  });
});

describe('the updates', () => {
  it('give an address for every document and quote none', () => {
    const { sources, claims } = pack.layers(['updates']);
    expect(sources.filter(({ url }) => url === undefined)).toEqual([]);
    expect(claims.filter(({ quote }) => quote !== undefined)).toEqual([]);
    expect(claims.filter(({ confidence }) => confidence === 'low')).toEqual([]);
  });

  it('keep the bearers of one name apart', () => {
    const names = ['khurasani', 'khalid-balti', 'omar-khalid-khorasani'];
    for (const id of names) {
      const actor = pack.dataset.actors.find((each) => each.id === id);
      const others = actor?.notToBeConfusedWith.flatMap((other) => other.id ?? []);
      expect(others?.toSorted(), id).toEqual(names.filter((name) => name !== id).toSorted());
    }
  });

  it('add to an episode of the seeds instead of telling it twice', () => {
    const [episode, ...others] = pack.dataset.ceasefires.filter(({ id }) => id === 'CF-2021-11');
    expect(others).toEqual([]);
    expect(episode?.plannedEnd.map(({ on, claims }) => [on, claims])).toEqual([
      ['2021-12-08', ['004-13', '004-14']],
      ['2021-12-09', ['L020']],
    ]);
    expect(episode?.mediation.status).toBe('disputed');
  });
});

describe('each choice of layers', () => {
  it.each(choices.map((chosen) => [chosen.join(), chosen] as const))(
    '%s has no reference that leads nowhere',
    (_, chosen) => {
      const dataset = pack.layers(chosen);
      const known = knownIn(dataset);
      const lost: string[] = [];
      for (const [list, find] of Object.entries(references)) {
        for (const record of dataset[list as keyof Dataset]) {
          for (const { kind, id } of (find as (each: unknown) => ReturnType<typeof find>)(record)) {
            if (!known[kind].has(id)) lost.push(`${list}: ${kind} ${id}`);
          }
        }
      }
      expect(lost).toEqual([]);
    },
  );

  it('is the same object each time, frozen to the last record', () => {
    expect(pack.layers(['updates', 'seeds'])).toBe(pack.dataset);
    for (const chosen of choices) expect(unfrozenIn(pack.layers(chosen))).toEqual([]);
    expect(unfrozenIn(pack)).toEqual([]);
  });

  it('never rests a ceasefire of one dyad on a claim of the other', () => {
    const dyads = new Map(pack.dataset.claims.map(({ id, dyad }) => [id, dyad]));
    for (const { id, dyad, declared, effective, plannedEnd, actualEnd, held } of pack.dataset.ceasefires) {
      const claims = [declared, effective, plannedEnd, actualEnd, held]
        .flat()
        .flatMap((dated) => dated.claims);
      expect([...new Set(claims.map((claim) => dyads.get(claim)))], id).toEqual([dyad]);
    }
  });
});

describe('the status by these data', () => {
  const seeds = [
    ['2021-11-01', 'none_documented'],
    ['2021-11-08', 'announced', 'CF-2021-11'],
    ['2021-11-09', 'in_effect', 'CF-2021-11'],
    ['2021-12-08', 'in_effect', 'CF-2021-11'],
    ['2022-02-01', 'none_documented'],
    ['2022-05-09', 'none_documented'],
    ['2022-05-10', 'in_effect', 'CF-2022-05'],
    ['2022-05-30', 'in_effect', 'CF-2022-05'],
    ['2022-05-31', 'planned_end_passed', 'CF-2022-05'],
    ['2022-06-30', 'unknown', 'CF-2022-05'],
  ] as const;
  const both = [
    ['2021-11-08', 'announced', 'CF-2021-11'],
    ['2021-12-08', 'in_effect', 'CF-2021-11'],
    ['2021-12-09', 'disputed', 'CF-2021-11'],
    ['2021-12-10', 'ended', 'CF-2021-11'],
    ['2022-01-09', 'none_documented'],
    ['2022-05-01', 'disputed', 'CF-2022-EID'],
    ['2022-05-02', 'in_effect', 'CF-2022-EID'],
    ['2022-05-17', 'in_effect', 'CF-2022-05'],
    ['2022-05-30', 'in_effect', 'CF-2022-05'],
    ['2022-05-31', 'disputed', 'CF-2022-05'],
    ['2022-06-01', 'ended', 'CF-2022-05'],
    ['2022-06-02', 'in_effect', 'CF-2022-06'],
    ['2022-09-03', 'in_effect', 'CF-2022-06'],
    ['2022-09-04', 'disputed', 'CF-2022-06'],
    ['2022-11-27', 'disputed', 'CF-2022-06'],
    ['2022-11-28', 'ended', 'CF-2022-06'],
    ['2022-12-28', 'none_documented'],
    ['2025-08-05', 'none_documented'],
    ['2026-03-20', 'unknown', 'CF-2025-03-EID'],
  ] as const;
  const neighbours = [
    ['2022-05-20', 'none_documented'],
    ['2025-10-16', 'in_effect', 'CF-AF-2025-10-15'],
    ['2025-11-27', 'in_effect', 'CF-AF-2025-10-19'],
    ['2025-11-28', 'disputed', 'CF-AF-2025-10-19'],
    ['2026-02-27', 'ended', 'CF-AF-2025-10-19'],
    ['2026-03-20', 'in_effect', 'CF-AF-2026-03-EID'],
  ] as const;
  const rows = [
    ...seeds.map((row) => ({ layers: ['seeds'] as const, dyad: 'pk-ttp', row })),
    ...both.map((row) => ({ layers: ['seeds', 'updates'] as const, dyad: 'pk-ttp', row })),
    ...neighbours.map((row) => ({ layers: ['seeds', 'updates'] as const, dyad: 'pk-af', row })),
  ];

  it.each(rows)('$dyad, $layers: $row.0 $row.1', ({ layers, dyad, row: [day, state, ceasefire] }) => {
    const status = statusOn(indexDataset(pack.layers(layers)), dyad, day);
    expect([status.state, status.episode?.ceasefire.id]).toEqual([state, ceasefire]);
  });
});

function knownIn(
  dataset: Dataset,
): Record<ReturnType<(typeof references)['claims']>[number]['kind'], Set<string>> {
  const ids = (records: readonly { readonly id: string }[]) => new Set(records.map(({ id }) => id));
  return {
    actor: ids(dataset.actors),
    place: ids(dataset.actors.filter(({ type }) => type === 'place')),
    source: ids(dataset.sources),
    claim: ids(dataset.claims),
    ceasefire: ids(dataset.ceasefires),
    dyad: ids(pack.info.dyads),
  };
}

function unfrozenIn(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, each]) => unfrozenIn(each, `${path}/${key}`));
  return Object.isFrozen(value) ? inside : [path, ...inside];
}
