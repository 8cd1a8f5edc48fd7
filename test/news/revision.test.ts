import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Summary } from '../../src/news/revision.ts';
import { alertTopics, type Report } from '../../src/news/story.ts';

const titleLanguages = ['en', 'ur'];

const report = fc.record({
  item: fc.uuid(),
  outlet: fc.constant('Outlet'),
  title: fc.uuid(),
  link: fc.webUrl(),
  published: fc.integer({ min: 0, max: 20 }),
  language: fc.constantFrom('ps', 'ur', 'en', 'de'),
  topic: fc.constantFrom(...alertTopics.slice(0, 3)),
});

/** The summary as it is defined, of all reports at once. */
function expected(reports: readonly Report[]) {
  const rank = ({ language }: Report) => [...titleLanguages, language].indexOf(language);
  const times = reports.map(({ published }) => published);
  const groups = [...Map.groupBy(reports, ({ topic }) => topic!)];
  const [topic, group] = groups.toSorted(([, a], [, b]) => b.length - a.length)[0]!;
  const best = group.toSorted((a, b) => rank(a) - rank(b) || a.published - b.published)[0]!;
  return {
    topic,
    title: best.title,
    link: best.link,
    languages: [...new Set(reports.map(({ language }) => language))],
    first: Math.min(...times),
    last: Math.max(...times),
  };
}

test('a summary that reports are added to is that of all of them', () => {
  fc.assert(
    fc.property(fc.array(report, { minLength: 1, maxLength: 12 }), ([first, ...others]) => {
      const reports: Report[] = [first!];
      const summary = new Summary(reports, titleLanguages);
      expect(summary.told()).toEqual(expected(reports));
      for (const other of others) {
        reports.push(other);
        summary.add(other);
        expect(summary.told()).toEqual(expected(reports));
      }
    }),
  );
});
