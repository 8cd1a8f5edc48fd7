import type { Story } from '../news/story.ts';
import type { Reply, Span } from '../reply.ts';
import { cleanForeign, safeLink } from './foreign-text.ts';
import { buttonId } from './ids.ts';
import { standingInWords } from './message.ts';
import { topicLabels } from './topics.ts';

const shown = 15;

/** One message for all that was held back: through quiet hours, beyond the hourly cap, while suspended. */
export function summaryMessage(stories: readonly Story[], subject: string, channel: string): Reply {
  const lines = stories
    .slice(0, shown)
    .flatMap((story, index): Span[] => [...(index === 0 ? [] : ['\n']), ...storyLine(story)]);
  const more = stories.length - shown;
  return {
    cards: [
      {
        title: stories.length === 1 ? '1 story was held back' : `${stories.length} stories were held back`,
        body: more > 0 ? [...lines, `\nand ${more} more; the next digest lists them`] : lines,
        footer: 'News reports are unverified.',
        tone: 'alert',
      },
    ],
    buttons: [{ id: buttonId('held', subject, channel), label: 'Why this summary', style: 'secondary' }],
  };
}

/** Linked title and standing of a story on one line, with its topic unless a heading says it. */
export function storyLine(story: Story, withTopic = true): Span[] {
  const link = safeLink(story.link);
  const title = cleanForeign(story.title, 140) || 'untitled report';
  const mark = story.standing === 'reported' ? '' : ` · ${story.standing}`;
  return [
    ...(withTopic ? [{ text: topicLabels[story.topic], bold: true }, ': '] : []),
    { text: title, ...(link && { url: link }) },
    ` · ${standingInWords(story)}${mark}`,
  ];
}
