import type { Reply } from '../reply.ts';
import type { NoticeDelivery } from './delivery.ts';
import { buttonId } from './ids.ts';

/** The word to a server's people that a channel refused a message. */
export function noticeMessage({ channel, reason, since }: NoticeDelivery): Reply {
  const why =
    reason === 'gone'
      ? 'the channel is no longer there'
      : 'the bot may not post there; it needs View Channel, Send Messages and Embed Links';
  return {
    text: [
      'Alerts and digests to ',
      { channel },
      ` are suspended: ${why}. They are tried again once a day; /alerts resume tries at once, /alerts unsubscribe ends them.`,
    ],
    buttons: [
      { id: buttonId('suspended', String(since), channel), label: 'Why this note', style: 'secondary' },
    ],
  };
}
