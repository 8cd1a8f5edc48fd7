import type { Clock } from '../clock.ts';
import type { Documents } from '../documents.ts';
import type { FeedDelivery } from './delivery.ts';
import { feedButton, feedMessage, outageId } from './feed-message.ts';
import type { GuildDocument } from './guild.ts';
import { sentId } from './ids.ts';
import { quietUntil } from './quiet-hours.ts';
import type { SentNote, Work } from './work.ts';

/** Works out the message about a feed in trouble, or about one that is back. */
export function composeFeed(options: {
  readonly guilds: Documents<GuildDocument>;
  readonly sent: Documents<SentNote>;
  readonly clock: Clock;
}): (delivery: FeedDelivery) => Promise<Work> {
  const { guilds, sent, clock } = options;
  return async (delivery) => {
    const { guild, channel } = delivery;
    const subscription = (await guilds.get(guild))?.subscriptions[channel];
    if (!subscription || subscription.paused) return { do: 'nothing' };
    const subject = `feed/${outageId(delivery)}`;
    const post = {
      do: 'post',
      channel,
      idPrefix: feedButton(delivery),
      reply: feedMessage(delivery),
    } as const;
    const down = delivery.kind === 'feed_back' ? await sent.get(sentId(channel, subject)) : undefined;
    // Only who was told of the trouble hears that it is over.
    if (delivery.kind === 'feed_back' && !down) return { do: 'nothing' };
    const quiet = subscription.quietHours && quietUntil(subscription.quietHours, clock.now());
    // What may be out already must be found.
    if (quiet !== undefined && !delivery.attempt) return { do: 'later', at: quiet, reason: 'quiet hours' };
    if (delivery.kind === 'feed_down') return { ...post, subject };
    return { ...post, subject: `${subject}/back`, ...(down?.message && { replyTo: down.message }) };
  };
}
