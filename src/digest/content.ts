import { linesWithin } from '../alerts/lines.ts';
import { storyLine } from '../alerts/summary.ts';
import { topicLabels } from '../alerts/topics.ts';
import { cleanForeign } from '../foreign-text.ts';
import type { Story } from '../news/story.ts';
import { alertTopics } from '../news/story.ts';
import type { Button, Card, Field, Picture, Reply, Span } from '../reply.ts';

/** What one digest tells. */
export interface DigestContent {
  readonly packName: string;
  /** Local date in words. */
  readonly day: string;
  /** Today's status in a line, from the dataset alone. */
  readonly status: string;
  /** Told since the last digest, oldest first. */
  readonly stories: readonly Story[];
  /** Held back from the channel and not told yet. */
  readonly held: readonly Story[];
  /** Dates ahead that documents name. */
  readonly planned: readonly PlannedDate[];
  /** Feeds in trouble, if asked for. */
  readonly feeds: readonly string[];
  /** When it should have come (UTC ms), if it is late. */
  readonly lateSince?: number;
  readonly picture?: Picture;
}

export interface PlannedDate {
  /** For example: Eid truce planned until 30 May 2022. */
  readonly what: string;
  readonly inDays: number;
}

/** Of the 1,024 of a field and the 6,000 of a message, shared by the topics that have stories. */
const fieldRoom = 1000;
const storiesRoom = 3400;
const heldRoom = 800;

/** Whether there is nothing but the status to tell. */
export function isEmpty({ stories, held, planned, feeds }: DigestContent): boolean {
  return stories.length + held.length + planned.length + feeds.length === 0;
}

export function digestReply(content: DigestContent, buttons: readonly Button[] = []): Reply {
  const { packName, day, status, stories, held, planned, feeds, lateSince, picture } = content;
  const topics = alertTopics.filter((topic) => stories.some((story) => story.topic === topic));
  const room = Math.min(fieldRoom, Math.floor(storiesRoom / Math.max(1, topics.length)));
  const fields: Field[] = topics.map((topic) => ({
    name: topicLabels[topic],
    value: storyLines(
      stories.filter((story) => story.topic === topic),
      room,
    ),
  }));
  if (held.length > 0) fields.push({ name: 'Held back until now', value: storyLines(held, heldRoom) });
  if (planned.length > 0)
    fields.push({ name: 'Planned dates ahead', value: planned.map(plannedLine).join('\n') });
  if (feeds.length > 0)
    fields.push({ name: 'Feeds in trouble', value: feeds.map((feed) => cleanForeign(feed, 200)).join('\n') });
  const body: Span[] = [];
  if (lateSince !== undefined)
    body.push({ text: 'Late: this was due ', italic: true }, { time: lateSince, style: 'datetime' }, '\n');
  body.push(status);
  if (isEmpty(content)) body.push('\nNothing new was reported by the watched feeds.');
  const card: Card = {
    title: `${packName}: ${day}`,
    body,
    fields,
    footer: 'The status is from the dataset. Stories are as reported by the watched feeds, unverified.',
    tone: 'neutral',
  };
  return { cards: [card], buttons, ...(picture && { picture }) };
}

function storyLines(stories: readonly Story[], room: number): Span[] {
  return linesWithin(stories.map(storyLine), room);
}

function plannedLine({ what, inDays }: PlannedDate): string {
  if (inDays === 0) return `${what}: today`;
  return `${what}: in ${inDays} ${inDays === 1 ? 'day' : 'days'}`;
}
