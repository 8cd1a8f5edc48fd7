import { emptyGuild, type GuildDocument, withSubscription } from '../../src/alerts/guild.ts';

/** A server with all topics subscribed in these channels. */
export function subscribedTo(channels: readonly string[]): GuildDocument {
  return channels.reduce(
    (document, channel) =>
      withSubscription(document, {
        channel,
        topics: 'all',
        minSources: 1,
        paused: false,
        publish: false,
        createdBy: '1',
        since: 0,
      }),
    emptyGuild,
  );
}
