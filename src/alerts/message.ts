import { cleanForeign, safeLink } from '../foreign-text.ts';
import { independentOutlets } from '../news/outlets.ts';
import type { Story } from '../news/story.ts';
import type { Button, Field, Reply, Span } from '../reply.ts';
import { buttonId } from './ids.ts';
import { linesWithin } from './lines.ts';
import { type Outlet, outletsOf } from './outlets.ts';
import { topicLabels } from './topics.ts';

export interface MessageContext {
  readonly channel: string;
  readonly mentionRole?: string | undefined;
  /** What the dataset last documented, in a line. */
  readonly lastDocumented: string | undefined;
  /** Independent outlets when the message was first posted; undefined while it is not. */
  readonly outletsAtFirst?: number | undefined;
}

const titleLength = 200;
const summaryLength = 320;
const outletLength = 60;
/** Of the 1,024 of a field. */
const outletsRoom = 1000;

/** The message of a story: one in each channel, edited as more outlets report it. */
export function storyMessage(story: Story, context: MessageContext): Reply {
  const link = safeLink(story.link);
  const fields: Field[] = [{ name: 'Outlets', value: outletLines(story) }];
  if (context.lastDocumented) fields.push({ name: 'Last documented', value: context.lastDocumented });
  const label = topicLabels[story.topic];
  return {
    ...(context.mentionRole && { text: [{ role: context.mentionRole }], mentionRole: context.mentionRole }),
    cards: [
      {
        title: cleanForeign(story.title, titleLength) || label,
        ...(link && { url: link }),
        body: bodyOf(story, context),
        fields,
        footer: standingInWords(story),
        tone: 'alert',
      },
    ],
    buttons: storyButtons(story.id, context.channel),
  };
}

/** Label and marks first, then what is reported and by whom. */
function bodyOf(story: Story, { outletsAtFirst }: MessageContext): Span[] {
  const spans: Span[] = [{ text: topicLabels[story.topic], bold: true }];
  if (story.standing === 'retracted')
    spans.push('\n', { text: 'Retracted by an outlet that reported it.', bold: true });
  if (story.standing === 'corrected')
    spans.push('\n', { text: 'Corrected by an outlet that reported it.', bold: true });
  const outlets = independentOutlets(story).length;
  if (outletsAtFirst !== undefined && outletsAtFirst < 3 && outlets >= 3)
    spans.push('\n', {
      text: `Now reported by ${outlets} independent outlets (first by ${outletsAtFirst}).`,
      bold: true,
    });
  const summary = cleanForeign(story.summary, summaryLength);
  const by = leadOutlet(story);
  if (summary) spans.push('\n', summary);
  if (by) spans.push('\n', { text: `Reported by ${by}.`, italic: true });
  return spans;
}

/** The outlet whose title the message shows. */
function leadOutlet(story: Story): string | undefined {
  const report = story.reports.find(({ link, title }) => link === story.link && title === story.title);
  const name = (report ?? story.reports[0])?.outlet;
  return name === undefined ? undefined : cleanForeign(name, outletLength);
}

function outletLines(story: Story): Span[] {
  return linesWithin(outletsOf(story).map(outletLine), outletsRoom);
}

function outletLine({ name, report, copyOf }: Outlet): Span[] {
  const url = safeLink(report.link);
  const line: Span[] = [
    { text: cleanForeign(name, outletLength) || 'unnamed outlet', ...(url && isListable(url) && { url }) },
    ' · ',
    { time: report.published, style: 'datetime' },
  ];
  if (copyOf !== undefined) line.push(` · carries the text of ${cleanForeign(copyOf, outletLength)}`);
  return line;
}

/** Long addresses would leave no room for the rest of a list. */
export function isListable(url: string): boolean {
  return url.length <= 160;
}

/** How far the story can be relied on, in one line. */
export function standingInWords(story: Story): string {
  const independent = independentOutlets(story).length;
  const copies = outletsOf(story).length - independent;
  const outlets = independent === 1 ? '1 outlet' : `${independent} outlets independently`;
  const copied = copies === 0 ? '' : `, ${copies} more ${copies === 1 ? 'carries' : 'carry'} the same text`;
  return `Unverified: reported by ${outlets}${copied}`;
}

function storyButtons(story: string, channel: string): Button[] {
  return [
    { id: buttonId('why', story, channel), label: 'Why this alert', style: 'secondary' },
    { id: buttonId('context', story, channel), label: 'Context', style: 'secondary' },
    { id: buttonId('not-relevant', story, channel), label: 'Not relevant', style: 'secondary' },
  ];
}

/** The short reply under a message whose story was withdrawn. */
export function retractionMessage(story: Story, channel: string): Reply {
  const link = safeLink(story.link);
  return {
    text: [
      { text: 'Retracted: ', bold: true },
      'an outlet has withdrawn its report ',
      { text: cleanForeign(story.title, titleLength), ...(link && { url: link }) },
    ],
    buttons: [{ id: buttonId('retracted', story.id, channel), label: 'Why this note', style: 'secondary' }],
  };
}
