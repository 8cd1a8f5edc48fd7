import type { Story } from '../news/story.ts';

/** Whether a server may be shown a story: all may, unless another server's own feed reported it. */
export function isVisibleTo(story: Story, guild: string | undefined): boolean {
  return story.guild === undefined || story.guild === guild;
}
