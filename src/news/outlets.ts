import type { Profile } from './similarity.ts';
import type { Report, Story } from './story.ts';

/** Share of common words from which one text is a copy of the other. */
const copyShare = 0.7;

/** Index of the report whose text this one repeats: nearly the same wording in the same language. */
export function copiedFrom(
  profile: Profile,
  reports: readonly Report[],
  profileOfReport: (report: Report) => Profile | undefined,
): number | undefined {
  const at = reports.findIndex((report) => {
    const other = report.copyOf === undefined ? profileOfReport(report) : undefined;
    if (!other || other.language !== profile.language) return false;
    const wire = profile.agencies.some((agency) => other.agencies.includes(agency));
    return commonWords(profile, other) >= (wire ? copyShare - 0.2 : copyShare);
  });
  return at === -1 ? undefined : at;
}

/** Share of the shorter text's words that the other has too. */
function commonWords({ words: a }: Profile, { words: b }: Profile): number {
  const [small, large] = a.values.length <= b.values.length ? [a, b] : [b, a];
  const common = small.values.filter((word) => large.of.has(word)).length;
  return common / Math.max(1, small.values.length);
}

/** Outlets that report a story in their own words; copies of one wire text count as the first of them. */
export function independentOutlets(story: Story): string[] {
  return [...new Set(story.reports.filter(({ copyOf }) => copyOf === undefined).map(({ outlet }) => outlet))];
}
