import { cleanForeign, safeLink } from '../foreign-text.ts';
import type { Story } from '../news/story.ts';
import type { Reply, Span } from '../reply.ts';
import { buttonId } from './ids.ts';
import { linesWithin } from './lines.ts';
import { isListable } from './message.ts';
import { outletsOf } from './outlets.ts';
import { topicLabels } from './topics.ts';

/** Of the 4,096 of a card's body. */
const room = 3800;

/** One message for all that was held back: through quiet hours, beyond the hourly cap, while suspended. */
export function summaryMessage(stories: readonly Story[], subject: string, channel: string): Reply {
  const lines = stories.map((story): Span[] => [
    { text: topicLabels[story.topic], bold: true },
    ': ',
    ...storyLine(story),
  ]);
  return {
    cards: [
      {
        title: stories.length === 1 ? '1 story was held back' : `${stories.length} stories were held back`,
        body: linesWithin(lines, room, '; the next digest lists them'),
        footer: 'As reported by the watched feeds, unverified.',
        tone: 'alert',
      },
    ],
    buttons: [{ id: buttonId('held', subject, channel), label: 'Why this summary', style: 'secondary' }],
  };
}

const outletsNamed = 3;

/** Linked title, standing and outlets of a story on one line. */
export function storyLine(story: Story): Span[] {
  const link = safeLink(story.link);
  const title = cleanForeign(story.title, 120) || 'untitled report';
  const mark = story.standing === 'reported' ? '' : ` · ${story.standing}`;
  const outlets = outletsOf(story);
  const names = outlets.slice(0, outletsNamed).map(({ name }) => cleanForeign(name, 40));
  const more = outlets.length > outletsNamed ? ` and ${outlets.length - outletsNamed} more` : '';
  return [
    { text: title, ...(link && isListable(link) && { url: link }) },
    ` · ${names.join(', ')}${more}${mark}`,
  ];
}
