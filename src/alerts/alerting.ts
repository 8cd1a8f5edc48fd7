import type { Clock } from '../clock.ts';
import type { Documents } from '../documents.ts';
import type { Jobs } from '../jobs.ts';
import type { Story } from '../news/story.ts';
import type { Reply } from '../reply.ts';
import type { Alert } from './alert.ts';
import type { ChannelAccessOf } from './channel-access.ts';
import type { Delivery } from './delivery.ts';
import type { GuildDocument } from './guild.ts';
import type { Log } from './log.ts';
import type { Messenger } from './messenger.ts';

/** What the commands on alerts work with. */
export interface Alerting {
  readonly guilds: Documents<GuildDocument>;
  readonly alerts: Documents<Alert>;
  readonly stories: Documents<Story>;
  readonly jobs: Jobs<Delivery>;
  readonly messenger: Pick<Messenger, 'create'>;
  readonly channelAccess: ChannelAccessOf;
  readonly clock: Clock;
  readonly log: Log;
  /** Called when deliveries were queued. */
  readonly wake: () => void;
  /** The status card of today. */
  readonly context: () => Reply | Promise<Reply>;
  /** What the dataset last documented, in a line. */
  readonly lastDocumented: () => string | undefined;
}
