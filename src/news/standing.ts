import { normalise } from './normalise.ts';
import type { Traits } from './signature.ts';
import type { Classification, Story } from './story.ts';

/** Share of common words under which a changed title says something else. */
const sameTitle = 0.34;

/** How an item leaves its story standing, if it says that it corrects or retracts. */
export const saidStanding = (traits: Traits): Story['standing'] | undefined =>
  traits.find((trait) => trait.startsWith('k:'))?.slice(2) as Story['standing'] | undefined;

/** The same for a report whose title has changed: also without a word, if it now says something else. */
export function changedStanding(
  traits: Traits,
  titles: { readonly before: string; readonly now: string },
  { alert, topic }: Classification,
  story: Story,
): Story['standing'] | undefined {
  const said = saidStanding(traits);
  if (said || titles.before === titles.now) return said;
  const otherMatter = !alert || topic !== story.topic;
  return otherMatter || commonShare(titles.before, titles.now) < sameTitle ? 'corrected' : undefined;
}

function commonShare(a: string, b: string): number {
  const [left, right] = [new Set(normalise(a).trim().split(' ')), new Set(normalise(b).trim().split(' '))];
  return left.intersection(right).size / Math.max(1, Math.min(left.size, right.size));
}
