import { cleanForeign } from '../foreign-text.ts';
import type { Reply } from '../reply.ts';
import type { FeedDelivery } from './delivery.ts';
import { buttonId, derivedId } from './ids.ts';

/** Names one outage of a feed. */
export function outageId({ feed, since }: Pick<FeedDelivery, 'feed' | 'since'>): string {
  return derivedId(feed, String(since));
}

/** The id of the button under the message, which no other message has. */
export function feedButton(delivery: FeedDelivery): string {
  const back = delivery.kind === 'feed_back' ? '/back' : '';
  return buttonId('feed', `${outageId(delivery)}${back}`, delivery.channel);
}

/** That a feed on which the channel depends could not be read for long, or can be again. */
export function feedMessage(delivery: FeedDelivery): Reply {
  const feed = { text: cleanForeign(delivery.title, 100) || 'A feed', bold: true } as const;
  const since = { time: delivery.since, style: 'datetime' } as const;
  const buttons = [{ id: feedButton(delivery), label: 'Why this note', style: 'secondary' }] as const;
  if (delivery.kind === 'feed_back')
    return { text: [feed, ' can be read again; it could not be since ', since, '.'], buttons };
  const cause = cleanForeign(delivery.cause, 200);
  const next = delivery.final ? 'It is not tried any more' : 'It is tried again';
  return {
    text: [feed, ' cannot be read since ', since, `: ${cause}. ${next}; the other feeds go on as always.`],
    buttons,
  };
}
