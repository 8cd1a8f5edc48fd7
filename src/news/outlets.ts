import type { Profile } from './similarity.ts';
import type { Report, Story } from './story.ts';

/** Share of common words from which one text is a copy of the other, and from which it is with an agency in common. */
const copyShare = 0.7;
const wireShare = 0.5;
/** Common words, each by its worth, that two outlets hardly choose alike: a short title of the affair's own words is none. */
const distinctive = 4;

/**
 * Index of the report whose text a profile's item repeats: nearly the same wording in the same language, at some length
 * or from one agency. `compared` are those of the reports whose wording is known.
 */
export function copiedFrom(
  profile: Profile,
  reports: readonly Report[],
  compared: Iterable<{ readonly report: Report; readonly profile: Profile }>,
): number | undefined {
  const weights = new Map(profile.words.values.map((word, at) => [word, profile.words.weights[at]!]));
  for (const { report, profile: other } of compared) {
    if (report.copyOf !== undefined) continue;
    if (other.language !== profile.language || other.topic !== profile.topic) continue;
    const isWire = profile.agencies.some((agency) => other.agencies.includes(agency));
    const common = other.words.values.filter((word) => weights.has(word));
    const share = common.length / Math.max(1, Math.min(weights.size, other.words.values.length));
    const worth = common.reduce((sum, word) => sum + weights.get(word)!, 0);
    if (isWire ? share < wireShare : share < copyShare || worth < distinctive) continue;
    return reports.findIndex(({ item }) => item === report.item);
  }
  return undefined;
}

/** Outlets that report a story in their own words; copies of one wire text count as the first of them. */
export function independentOutlets(story: Story): string[] {
  return [...new Set(story.reports.filter(({ copyOf }) => copyOf === undefined).map(({ outlet }) => outlet))];
}
