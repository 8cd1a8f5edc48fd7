import type { Span } from '../reply.ts';
import type { GuildDocument, Subscription } from './guild.ts';
import { topicsInWords } from './topics.ts';

/** A subscription in one line. */
export function describeSubscription(subscription: Subscription, guild: GuildDocument): Span[] {
  const { channel, topics, minSources, mentionRole, mentionLost, quietHours, paused, publish } = subscription;
  const spans: Span[] = [{ channel }, `: ${topicsInWords(topics)}`];
  if (minSources > 1) spans.push(`, from ${minSources} independent outlets on`);
  if (mentionRole !== undefined) spans.push(', mentions ', { role: mentionRole });
  if (mentionLost !== undefined) spans.push(', mentions nobody: the role was deleted');
  if (quietHours) spans.push(`, quiet ${quietHours.from}–${quietHours.to} ${quietHours.timeZone}`);
  if (publish) spans.push(', published to following servers');
  if (paused) spans.push(' · ', { text: 'paused', bold: true });
  const suspension = guild.suspensions[channel];
  if (suspension) {
    const why = suspension.reason === 'gone' ? 'the channel is gone' : 'the bot may not post there';
    spans.push(
      ' · ',
      { text: `suspended: ${why}`, bold: true },
      ' since ',
      { time: suspension.since, style: 'datetime' },
      ', tried again once a day',
    );
  }
  return spans;
}
