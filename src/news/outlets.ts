import type { Profile } from './similarity.ts';
import type { Report, Story } from './story.ts';

/** Share of common words from which one text is a copy of the other. */
const copyShare = 0.7;

/**
 * Index of the report whose text a profile's item repeats: nearly the same wording in the same language. `compared` are
 * those of the reports whose wording is known.
 */
export function copiedFrom(
  profile: Profile,
  reports: readonly Report[],
  compared: Iterable<{ readonly report: Report; readonly profile: Profile }>,
): number | undefined {
  const words = new Set(profile.words.values);
  for (const { report, profile: other } of compared) {
    if (report.copyOf !== undefined || other.language !== profile.language) continue;
    const wire = profile.agencies.some((agency) => other.agencies.includes(agency));
    if (commonShare(words, other.words.values) < (wire ? copyShare - 0.2 : copyShare)) continue;
    return reports.findIndex(({ item }) => item === report.item);
  }
  return undefined;
}

/** Share of the shorter text's words that the other has too. */
function commonShare(words: ReadonlySet<string>, others: readonly string[]): number {
  const common = others.filter((word) => words.has(word)).length;
  return common / Math.max(1, Math.min(words.size, others.length));
}

/** Outlets that report a story in their own words; copies of one wire text count as the first of them. */
export function independentOutlets(story: Story): string[] {
  return [...new Set(story.reports.filter(({ copyOf }) => copyOf === undefined).map(({ outlet }) => outlet))];
}
