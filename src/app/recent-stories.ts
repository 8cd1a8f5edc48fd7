import { isVisibleTo } from '../alerts/visible.ts';
import type { Clock } from '../clock.ts';
import type { Documents } from '../documents.ts';
import type { Story } from '../news/story.ts';

/** So long (ms) an answer may lack what came in meanwhile: all stored stories are read for it. */
const keptFor = 3000;

/**
 * Stories with a report since a time (UTC ms), newest first, for any number of questions at once. Without those of
 * servers' own feeds: who asks is not known here.
 */
export function createRecentStories(
  stories: Documents<Story>,
  clock: Clock,
): (since: number) => Promise<readonly Story[]> {
  let last:
    | { readonly since: number; readonly at: number; readonly found: Promise<readonly Story[]> }
    | undefined;

  async function read(since: number): Promise<readonly Story[]> {
    const found: Story[] = [];
    for await (const [, story] of stories.entries())
      if (story.last >= since && isVisibleTo(story, undefined)) found.push(story);
    return found.sort((a, b) => b.last - a.last);
  }

  return (since) => {
    const at = clock.now();
    const age = last ? at - last.at : Infinity;
    if (last?.since === since && age >= 0 && age < keptFor) return last.found;
    const current = { since, at, found: read(since) };
    last = current;
    // What failed is tried anew.
    current.found.catch(() => {
      if (last === current) last = undefined;
    });
    return current.found;
  };
}
