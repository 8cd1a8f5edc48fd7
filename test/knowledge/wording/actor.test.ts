import { expect, it } from 'vitest';
import { indexDataset } from '../../../src/knowledge/dataset-index.ts';
import { sayRelation, sayRole } from '../../../src/knowledge/wording/actor.ts';
import type { Relation } from '../../../src/schema/dataset.ts';
import { dataset } from '../build.ts';

const group = { id: 'group', type: 'armed_group' as const, name: 'Long Name (LN)', inText: 'the LN' };
const index = indexDataset(dataset({ actors: [group] }));

function related(more: Partial<Relation>): string {
  const relation = {
    from: 'side-a',
    relation: 'fights',
    to: 'group',
    status: 'asserted',
    claims: [],
  } as const;
  return sayRelation(index, { ...relation, claims: [], layer: 'seeds', ...more });
}

it('a role says of whom, and when it is documented', () => {
  const role = { role: 'spokesman', of: 'group', claims: [] };
  expect(sayRole(index, role)).toBe('spokesman of the LN');
  expect(sayRole(index, { ...role, from: '2021-11', to: '2022-05' })).toBe(
    'spokesman of the LN, from November 2021 to May 2022',
  );
  expect(sayRole(index, { ...role, from: '2021-11', to: '2021-11' })).toBe(
    'spokesman of the LN, in November 2021',
  );
});

it('a relation is said by its own words, else by its names', () => {
  expect(related({})).toBe('Side A: fights the LN');
  expect(related({ words: 'Side A: at war with the LN', status: 'disputed' })).toBe(
    'Side A: at war with the LN (disputed)',
  );
  expect(related({ status: 'disputed', notes: 'Side B denies it.' })).toBe(
    'Side A: fights the LN (disputed: Side B denies it)',
  );
});

it.each([
  ['2021-11-09 to 2021-12-08 (planned)', '9 November 2021 to 8 December 2021 (planned)'],
  ['2021-11, out of office by 2022-05', 'November 2021, out of office by May 2022'],
  ['2020-01..2020-05', 'January 2020 to May 2020'],
  ['since 2007', 'since 2007'],
])('the period %s: %s', (period, words) => {
  expect(related({ period })).toBe(`Side A: fights the LN, ${words}`);
});
