import type { AlertTopic, Report, Story } from './story.ts';

/** What follows from a story's reports: its topic, title, span and languages. */
export function summed(
  reports: readonly Report[],
  titleLanguages: readonly string[],
): Pick<Story, 'topic' | 'title' | 'link' | 'languages' | 'first' | 'last'> {
  const best = bestReport(reports, titleLanguages);
  const times = reports.map(({ published }) => published);
  return {
    topic: commonTopic(reports),
    title: best.title,
    link: best.link,
    languages: [...new Set(reports.map(({ language }) => language))],
    first: Math.min(...times),
    last: Math.max(...times),
  };
}

/** The topic most reports give; of equals the one that was first. */
function commonTopic(reports: readonly Report[]): AlertTopic {
  const counts = new Map<AlertTopic, number>();
  for (const { topic } of reports) {
    if (topic) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]![0];
}

/** The earliest report in the language that comes first in the list, else the earliest of all. */
function bestReport(reports: readonly Report[], languages: readonly string[]): Report {
  const rank = ({ language }: Report): number => {
    const at = languages.indexOf(language);
    return at === -1 ? languages.length : at;
  };
  return [...reports].sort((a, b) => rank(a) - rank(b) || a.published - b.published)[0]!;
}
