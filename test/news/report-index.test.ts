import { expect, test } from 'vitest';
import { ReportIndex } from '../../src/news/report-index.ts';
import type { Traits } from '../../src/news/signature.ts';
import { profileOf } from '../../src/news/similarity.ts';
import type { Report } from '../../src/news/story.ts';

const report = (item: string): Report => ({
  item,
  outlet: 'Outlet',
  title: item,
  link: `https://outlet.example/${item}`,
  published: 0,
  language: 'en',
});

/** An index of reports by their items. */
function indexOf(reports: Readonly<Record<string, Traits>>): ReportIndex {
  const index = new ReportIndex();
  for (const [item, traits] of Object.entries(reports)) index.add(report(item), `story of ${item}`, traits);
  return index;
}

test('reports are found by what they have in common, with its weight', () => {
  const index = indexOf({
    a: ['t:talks', 'l:en', 'w:truce', 's:elders', 'p:tank'],
    b: ['t:talks', 'l:en', 'w:rain'],
    c: ['t:talks', 'l:ur', 'w:truce', 'p:tank'],
  });
  const found = index.alike(profileOf(['t:talks', 'l:en', 's:truce', 'w:elders', 'p:tank']));
  const common = found.map(({ report: { item }, words, bridges }) => [item, words, bridges]);
  expect(common.sort()).toEqual([
    ['a', 1.2, 1],
    ['c', 0, 1],
  ]);
});

test('a report that is no longer compared is not found', () => {
  const index = new ReportIndex();
  const added = index.add(report('a'), 'story', ['t:talks', 'l:en', 'w:truce']);
  const sought = profileOf(['t:talks', 'l:en', 'w:truce']);
  expect(index.alike(sought)).toEqual([added]);
  added.live = false;
  expect(index.alike(sought)).toEqual([]);
});

test('of very many alike the one with the same rare traits is found, with all that it has in common', () => {
  const shared = Array.from({ length: 20 }, (_, n) => `w:common${n}`);
  const traits = (n: number): Traits => ['t:talks', 'l:en', ...shared, `d:${n}`];
  const index = indexOf(Object.fromEntries(Array.from({ length: 2_000 }, (_, n) => [`${n}`, traits(n)])));
  const found = index.alike(profileOf(traits(777)));
  expect(found.length).toBeLessThanOrEqual(16);
  const same = found.find(({ report: { item } }) => item === '777');
  expect([same?.words, same?.bridges]).toEqual([20, 0.8]);
});
