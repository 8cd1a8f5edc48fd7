import { type Traits, valuesOf } from './signature.ts';
import type { Report, Story } from './story.ts';

/** Share of common words from which one text is a copy of the other. */
const copyShare = 0.7;

/** Index of the report whose text this one repeats: nearly the same wording in the same language. */
export function copiedFrom(
  traits: Traits,
  reports: readonly Report[],
  traitsOfReport: (report: Report) => Traits | undefined,
): number | undefined {
  const words = wording(traits);
  const at = reports.findIndex((report) => {
    const other = traitsOfReport(report);
    if (report.copyOf !== undefined || !other) return false;
    const theirs = wording(other);
    const common = words.intersection(theirs).size;
    const wire = valuesOf(traits, 'a').some((agency) => valuesOf(other, 'a').includes(agency));
    const share = common / Math.max(1, Math.min(words.size, theirs.size));
    return share >= (wire ? copyShare - 0.2 : copyShare);
  });
  return at === -1 ? undefined : at;
}

const wording = (traits: Traits): Set<string> =>
  new Set(traits.filter((trait) => /^[wsv]:/.test(trait)).map((trait) => trait.slice(2)));

/** Outlets that report a story in their own words; copies of one wire text count as the first of them. */
export function independentOutlets(story: Story): string[] {
  return [...new Set(story.reports.filter(({ copyOf }) => copyOf === undefined).map(({ outlet }) => outlet))];
}
