import { hasCue } from './bond.ts';
import { normalise } from './normalise.ts';
import type { Passage } from './passage.ts';
import type { Classification, Story } from './story.ts';

/** Share of common words under which a changed title says something else. */
const sameTitle = 0.34;

/** How one item leaves its story standing: said to be corrected or retracted in its title or lead. */
export function saidStanding({ sentences }: Passage): 'corrected' | 'retracted' | undefined {
  const said = sentences.filter(({ place }) => place === 'title').flatMap(({ mentions }) => mentions);
  if (hasCue(said, 'retraction')) return 'retracted';
  return hasCue(said, 'correction') ? 'corrected' : undefined;
}

/** The same for a report whose title has changed: also without a word, if it now says something else. */
export function changedStanding(
  passage: Passage,
  before: string,
  now: string,
  classification: Classification,
  story: Story,
): 'corrected' | 'retracted' | undefined {
  const said = saidStanding(passage);
  if (said || before === now) return said;
  const otherMatter = !classification.alert || classification.topic !== story.topic;
  return otherMatter || commonShare(before, now) < sameTitle ? 'corrected' : undefined;
}

function commonShare(a: string, b: string): number {
  const [left, right] = [new Set(normalise(a).trim().split(' ')), new Set(normalise(b).trim().split(' '))];
  return left.intersection(right).size / Math.max(1, Math.min(left.size, right.size));
}
