import type { AlertTopic, Report, Story } from './story.ts';

/** What follows from a story's reports: its topic, title, span and languages. */
export function summed(
  reports: readonly Report[],
  titleLanguages: readonly string[],
): Pick<Story, 'topic' | 'title' | 'link' | 'languages' | 'first' | 'last'> {
  const { title, link } = bestReport(reports, titleLanguages);
  const languages: string[] = [];
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { language, published } of reports) {
    if (!languages.includes(language)) languages.push(language);
    if (published < first) first = published;
    if (published > last) last = published;
  }
  return { topic: commonTopic(reports), title, link, languages, first, last };
}

/** The topic most reports give; of equals the one that was first. */
function commonTopic(reports: readonly Report[]): AlertTopic {
  const topics: AlertTopic[] = [];
  const counts: number[] = [];
  for (const { topic } of reports) {
    if (!topic) continue;
    const known = topics.indexOf(topic);
    if (known === -1) counts[topics.push(topic) - 1] = 1;
    else counts[known]! += 1;
  }
  return topics[counts.indexOf(Math.max(...counts))]!;
}

/** The earliest report in the language that comes first in the list, else the earliest of all. */
function bestReport(reports: readonly Report[], languages: readonly string[]): Report {
  const rank = ({ language }: Report): number => {
    const at = languages.indexOf(language);
    return at === -1 ? languages.length : at;
  };
  let best = reports[0]!;
  for (const report of reports) {
    const farther = report.language === best.language ? 0 : rank(report) - rank(best);
    if (farther < 0 || (farther === 0 && report.published < best.published)) best = report;
  }
  return best;
}
